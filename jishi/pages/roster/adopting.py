"""The hours of the roster adopted for the duty calendar (D12), as a draft."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_POST

from jishi.clocks import drafting_days
from jishi.clocks.models import Calendar
from jishi.core.refused import Refused

from .. import calendars
from ..doors import needs
from .proposing import DAYS, proposal


@needs("publish")
@require_POST
def adopt(request: HttpRequest, code: str) -> HttpResponse:
    """The hours of the roster into the draft of the duty calendar, to be looked at and published."""
    calendar = get_object_or_404(Calendar, code=code)
    found = proposal(code, timezone.now())
    if found is None:
        raise Refused("nothing-changed")
    draft = drafting_days.open_calendar(calendar)
    week = {str(day): [list(hours) for hours in found.week[day]] for day in DAYS}
    drafting_days.amend_week(draft, week, draft.zone, draft.covered_until)
    return calendars.to_version(draft, request)
