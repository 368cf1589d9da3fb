"""Holiday duty: the days off the calendar names, who of a group is there, and the days nobody is."""

from datetime import date, timedelta
from itertools import groupby
from typing import NamedTuple

from jishi.core.calendar import Calendar
from jishi.directory.groups import Group
from jishi.directory.models import Duty, Person

from .. import year
from .place import ONE

AHEAD = timedelta(days=100)


class Holiday(NamedTuple):
    """Days in a row under one name; `people` are on duty on some of them, `free` are those with nobody."""

    name: str
    since: date
    until: date
    people: list[Person]
    free: list[date]


def holidays(group: Group, today: date, calendar: Calendar | None) -> list[Holiday]:
    """Those of the next hundred days; one query."""
    if calendar is None:
        return []
    days = [today + n * ONE for n in range(AHEAD.days)]
    off = [day for day in days if day in calendar.exceptions and year.kind(calendar, day) == "holiday"]
    duties = Duty.objects.filter(group.q(), day__in=off, person__is_active=True).select_related("person")
    there: dict[date, list[Person]] = {}
    for duty in duties.order_by("day", "person"):
        there.setdefault(duty.day, []).append(duty.person)
    named = groupby(off, key=lambda day: (calendar.names.get(day, ""), (day - today).days - off.index(day)))
    return [_holiday(name, list(run), there) for (name, _), run in named]


def _holiday(name: str, days: list[date], there: dict[date, list[Person]]) -> Holiday:
    people = dict.fromkeys(person for day in days for person in there.get(day, []))
    return Holiday(name, days[0], days[-1], list(people), [day for day in days if day not in there])
