"""Signing for the set-up, and the record on paper."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from jishi.clocks import signing_up
from jishi.clocks.models import SetUp
from jishi.core.refused import Refused
from jishi.directory.models import Person
from jishi.tickets.once import once

from ..doors import needs
from ..written import whole

MOST = 2**31 - 1


@needs("set_up")
@require_POST
def sign(request: HttpRequest) -> HttpResponse:
    """Once for each form, however often it arrives."""
    responsible = Person.objects.filter(is_active=True, number=request.POST.get("responsible", "")).first()
    if responsible is None:
        raise Refused("field-missing", field="responsible")
    said = {name: request.POST.get(name, "") for name in ("responsible", "note", "after")}
    after = whole(said["after"], "after", MOST) or 0

    def act() -> int:
        return signing_up.sign(request.user, responsible, timezone.localtime(), said["note"], after=after).number

    number = once(request.user, "set-up", request.POST.get("key", "")[:120] or "none", said, act)
    return redirect("set-up-record", number)


@needs("set_up")
@require_GET
def record(request: HttpRequest, pk: int) -> HttpResponse:
    """By its number, as it was signed, with what was different from the one before."""
    row = SetUp.objects.select_related("by", "responsible").filter(number=pk).first()
    if row is None:
        raise Http404
    earlier = signing_up.before(row)
    context = {
        "row": row,
        "sections": row.facts.items(),
        "earlier": earlier,
        "changes": signing_up.changes(earlier.facts if earlier else None, row.facts),
        "here": "setting-up",
    }
    return render(request, "setting_up/record.html", context)
