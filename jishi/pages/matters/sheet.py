"""The weekly coordination sheet: what each department owes, what it has done, what the meeting decided. For paper."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from jishi.directory.models import Department, Person
from jishi.tickets.matters import concerning
from jishi.tickets.models import Matter, MatterChange

from .. import written
from ..doors import needs
from .room import TICKETS, with_tickets

WEEK = timedelta(days=7)
MOST = 400  # matters of one sheet; beyond that nobody talks about them in an hour


@dataclass
class Part:
    """What stands on the sheet for one department."""

    department: Department
    pending: list[Matter] = field(default_factory=list)
    done: list[Matter] = field(default_factory=list)
    decided: list[MatterChange] = field(default_factory=list)
    overdue: int = 0


@needs("coordinate")
@require_GET
def sheet(request: HttpRequest) -> HttpResponse:
    """As of the evening of `?day=`, today if it says none: the week up to then."""
    now = timezone.localtime()
    day = _day(request.GET.get("day", ""), now)
    until = min(now, timezone.make_aware(datetime.combine(day, time.max)))
    context = {"parts": parts(request.user, until), "day": day, "since": (until - WEEK).date(), "until": until}
    return render(request, "matters/sheet.html", context | {"earlier": day - WEEK, "now": now})


def parts(person: Person, until: datetime) -> list[Part]:
    """The departments that have something on the sheet, in the order of their founding."""
    seen = concerning(person).filter(asked_at__lte=until)
    pending = Q(settled_at=None) | Q(settled_at__gt=until)
    done = Q(state="done", settled_at__gt=until - WEEK, settled_at__lte=until)
    told = MatterChange.objects.filter(kind="decided", at__gt=until - WEEK, at__lte=until, matter__in=seen.values("pk"))
    found: dict[int, Part] = {}
    for matter in with_tickets(seen.filter(pending)).order_by("due_at")[:MOST]:
        part = _part(found, matter.department)
        part.pending.append(matter)
        part.overdue += matter.due_at < until
    for matter in with_tickets(seen.filter(done)).order_by("settled_at")[:MOST]:
        _part(found, matter.department).done.append(matter)
    about = told.select_related("matter__department").prefetch_related(*(f"matter__{name}" for name in TICKETS))
    _decide(found, about.order_by("at")[:MOST])
    return [found[pk] for pk in sorted(found)]


def _decide(found: dict[int, Part], decided: Iterable[MatterChange]) -> None:
    for change in decided:
        _part(found, change.matter.department).decided.append(change)


def _part(found: dict[int, Part], department: Department) -> Part:
    return found.setdefault(department.pk, Part(department))


def _day(said: str, now: datetime) -> date:
    return min(written.day(said, "day"), now.date()) if said else now.date()
