"""What the roster proposes for the duty calendar (D12): the hours somebody is really there."""

from datetime import date, datetime, timedelta
from typing import NamedTuple

from django.db.models import Max, QuerySet
from django.http import QueryDict

from jishi.core import roster
from jishi.core.calendar import Calendar
from jishi.core.hours import read_time
from jishi.core.roster import Week
from jishi.core.zones import DAY
from jishi.directory import duty
from jishi.directory.models import Duty, Team

from .. import working, year
from . import place

CODE = "duty"
WEEKS = 4  # looked ahead, as far as the roster goes
DAYS = range(7)


class Proposal(NamedTuple):
    """`week`: when somebody is on duty; `free`: when nobody is though the calendar says open, by weekday."""

    week: Week
    free: list[tuple[int, int, tuple[tuple[str, str], ...]]]
    weeks: int


def proposal(code: str, now: datetime) -> Proposal | None:
    """None where the roster says the same as the calendar, or says nothing."""
    holds = place.calendar(code, now) if code == CODE else None
    if holds is None:
        return None
    first_line, monday = Team.objects.filter(line=1), place.monday(QueryDict(), now)
    weeks = _rostered(first_line, monday)
    if not weeks:
        return None
    week = duty.covered_week(first_line, monday, weeks, holds.zone.key, _holidays(monday, weeks, now))
    free = [(day, _missing(holds, week[day], day)) for day in DAYS]
    if not any(week.values()) or not any(hours for _, hours in free):
        return None
    return Proposal(week, [each for each in working.groups(free) if each[2]], weeks)


def _rostered(teams: QuerySet[Team], monday: date) -> int:
    """Whole weeks from this Monday on that somebody has drawn up."""
    last = Duty.objects.filter(team__in=teams, day__gte=monday).aggregate(last=Max("day"))["last"]
    return min(((last - monday).days + 1) // 7, WEEKS) if last else 0


def _holidays(monday: date, weeks: int, now: datetime) -> list[date]:
    """Days that are not like their weekday say nothing about the week."""
    service = place.calendar("service", now)
    days = [monday + timedelta(days=n) for n in range(7 * weeks)]
    return [day for day in days if service and day in service.exceptions]


def _missing(holds: Calendar, covered: list[tuple[str, str]], day: int) -> tuple[tuple[str, str], ...]:
    """When the calendar is open on that weekday and nobody is there."""
    here = [(read_time(since), read_time(until)) for since, until in covered]
    opened = [(opens, min(closes, DAY)) for opens, closes in holds.week[day]]
    return year.as_written(tuple(roster.without(opened, here)))
