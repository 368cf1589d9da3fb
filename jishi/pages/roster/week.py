"""The roster of a week: who works which shift, and what is set by hand."""

from datetime import datetime, timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_GET, require_POST

from jishi.core.refused import Refused
from jishi.directory import duty, rostering
from jishi.directory.groups import Group
from jishi.directory.models import Duty, Person, Shift
from jishi.directory.rostering import Pattern

from .. import written
from ..doors import needs, staff
from . import place
from .holidays import holidays
from .table import table

WEEK = timedelta(days=7)
NEXT = 6  # duties of one's own shown
FREE = frozenset("0-–.xX休 ")  # a day off within a pattern


@staff
@require_GET
def week(request: HttpRequest) -> HttpResponse:
    """The week of a team or of a service point; before it, one's own next shifts."""
    return render(request, "roster/week.html", context(request, timezone.now()))


@needs("roster")
@require_POST
def cell(request: HttpRequest) -> HttpResponse:
    """A shift, a day off or the lead for one person on one day; htmx receives the week alone."""
    now, said = timezone.now(), request.POST
    group, wanted = place.needed(request.user, said), said.get("shift", "")
    pk, day, was = [*said.get("cell", "").split(":"), "", "", ""][:3]
    at = place.asked_day(day or "-", now)
    person = rostering.member(group, int(pk[:18]), at) if pk.isdecimal() else None
    if person is None:
        raise Http404
    if not wanted:
        raise Refused("choose-shift")
    if wanted == "lead":
        rostering.lead(group, person, at, place.today(now))
    else:
        shift = None if wanted == "off" else _shift(wanted)
        rostering.put(group, person, at, shift, int(was[:18]) if was.isdecimal() else None, place.today(now))
    return _back(request, group)


@needs("roster")
@require_POST
def copy(request: HttpRequest) -> HttpResponse:
    """The week before again, where this one is empty."""
    now = timezone.now()
    group = place.needed(request.user, request.POST)
    return _back(request, group, filled=rostering.copy(group, place.monday(request.POST, now), place.today(now)))


@needs("roster")
@require_POST
def rotate(request: HttpRequest) -> HttpResponse:
    """A pattern goes round over some weeks for the people chosen."""
    now, said = timezone.now(), request.POST
    group = place.needed(request.user, said)
    since = place.monday(said, now)
    chosen = {int(pk[:18]) for pk in said.getlist("person") if pk.isdecimal()}
    people = [one for one in rostering.members(group, since, since) if one.pk in chosen]
    pattern = Pattern(
        shifts=_pattern(said.get("pattern", "")),
        since=since,
        weeks=written.whole(said.get("weeks", ""), "weeks", rostering.WEEKS) or 4,
        later=_number(said.get("later", "")),
        over=bool(said.get("over")),
    )
    return _back(request, group, filled=rostering.rotate(group, people, pattern, place.today(now)))


def context(request: HttpRequest, now: datetime) -> dict[str, Any]:
    said = request.GET if request.method == "GET" else request.POST
    group, today, monday = place.group(request.user, said), place.today(now), place.monday(said, now)
    told: dict[str, Any] = {"group": group, "today": today, "mine": mine(request.user, now), "now": now}
    if group is None:
        return told
    against = "duty" if said.get("against") == "duty" else "service"
    shown = table(group, monday, 7, today, place.calendar(against, now))
    return (
        told
        | place.choices(request.user)
        | {
            "table": shown,
            "holidays": holidays(group, today, place.calendar("service", now)),
            "monday": monday,
            "sunday": monday + WEEK - place.ONE,
            "before": monday - WEEK,
            "after": monday + WEEK,
            "against": against,
            "shifts": Shift.objects.filter(active=True),
            "editing": request.user.may("roster"),
            "filled": next((_number(said[name]) for name in ("filled", "brought") if name in said), None),
            "brought": "brought" in said,
        }
    )


def mine(person: Person, now: datetime) -> list[Duty]:
    """One's own shifts that are not over, the next ones first."""
    today = place.today(now)
    near = Duty.objects.filter(person=person, day__gte=today - place.ONE, day__lte=today + 4 * WEEK)
    coming = near.select_related("shift", "team", "point").order_by("day")[: NEXT + 2]
    return [each for each in coming if duty.shift_spans(each.shift, each.day)[-1][1] > now.timestamp()][:NEXT]


def _shift(code: str) -> Shift:
    found = Shift.objects.filter(code=code, active=True).first()
    if found is None:
        raise Refused("unknown-shift", value=code[:24])
    return found


def _pattern(text: str) -> list[Shift | None]:
    """早早中中夜休休, or eemmn00. Refuses letters that are no shift's ("unknown-shift")."""
    shifts = Shift.objects.filter(active=True)
    known: dict[str, Shift | None] = {each.letter: each for each in shifts} | {
        each.key.lower(): each for each in shifts
    }
    turns = []
    for letter in text.strip().replace(" ", "")[:60]:
        shift = None if letter in FREE else known.get(letter.lower())
        if shift is None and letter not in FREE:
            raise Refused("unknown-shift", value=letter)
        turns.append(shift)
    return turns


def _number(text: str) -> int:
    return int(text[:4]) if text.isdecimal() else 0


def _back(request: HttpRequest, group: Group, **more: object) -> HttpResponse:
    if request.headers.get("HX-Request") and not more:
        return render(request, "roster/_week.html", context(request, timezone.now()))
    said = {group.kind: group.row.pk, "week": request.POST.get("week", ""), "against": request.POST.get("against", "")}
    return redirect(reverse("roster") + "?" + urlencode({k: v for k, v in (said | more).items() if v != ""}))
