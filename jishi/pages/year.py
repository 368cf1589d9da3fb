"""A year of a calendar at a glance: twelve months, what each day is, what it is called."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from jishi.core.calendar import Calendar
from jishi.core.explain import rules_of
from jishi.core.hours import Hours
from jishi.core.zones import DAY

ONE = timedelta(days=1)
TOLD = frozenset(["holiday", "make-up", "special"])  # days that differ from their week


class Day(NamedTuple):
    """`kind`: open, day-off, holiday, make-up, special. `known`: within what the calendar knows of holidays."""

    date: date
    kind: str
    name: str = ""
    hours: tuple[tuple[str, str], ...] = ()
    known: bool = True
    changed: bool = False
    today: bool = False

    @property
    def told(self) -> bool:
        """Whether there is more to say of it than what its weekday says."""
        return self.kind in TOLD or not self.known or self.changed or self.today


class Run(NamedTuple):
    """Days in a row of one kind and name."""

    kind: str
    name: str
    since: date
    until: date


class Month(NamedTuple):
    """`weeks`: seven places each, Monday first; None where the day is another month's. `working`: days with hours."""

    first: date
    weeks: list[list[Day | None]]
    working: int
    runs: list[Run]


def months(calendar: Calendar, year: int, today: date, changed: Collection[date] = ()) -> list[Month]:
    found = []
    for number in range(1, 13):
        days = [_day(calendar, at, today, changed) for at in _dates(year, number)]
        working = sum(1 for day in days if day.kind in ("open", "make-up", "special"))
        found.append(Month(days[0].date, _weeks(days), working, _runs(days)))
    return found


def kind(calendar: Calendar, at: date) -> str:
    opens, closes = rules_of(calendar, at)
    return opens if calendar.hours(at) else closes


def written(calendar: Calendar, at: date) -> tuple[tuple[str, str], ...]:
    """The hours of a day as one writes them."""
    return as_written(calendar.hours(at))


def as_written(hours: Hours) -> tuple[tuple[str, str], ...]:
    return tuple((_clock(opens), _clock(closes)) for opens, closes in hours)


def _day(calendar: Calendar, at: date, today: date, changed: Collection[date]) -> Day:
    return Day(
        date=at,
        kind=kind(calendar, at),
        name=calendar.names.get(at, ""),
        hours=written(calendar, at),
        known=calendar.covered_until is None or at <= calendar.covered_until,
        changed=at in changed,
        today=at == today,
    )


def _dates(year: int, month: int) -> Iterator[date]:
    at = date(year, month, 1)
    while at.month == month:
        yield at
        at += ONE


def _weeks(days: list[Day]) -> list[list[Day | None]]:
    places: list[Day | None] = [None] * days[0].date.weekday() + days
    places += [None] * (-len(places) % 7)
    return [places[i : i + 7] for i in range(0, len(places), 7)]


def _runs(days: Iterable[Day]) -> list[Run]:
    """Days that differ from the week, together where they follow one another."""
    told = [day for day in days if day.kind in TOLD]
    found: list[Run] = []
    for day in told:
        last = found[-1] if found else None
        if last and (last.kind, last.name, last.until + ONE) == (day.kind, day.name, day.date):
            found[-1] = last._replace(until=day.date)
        else:
            found.append(Run(day.kind, day.name, day.date, day.date))
    return found


def _clock(second: int) -> str:
    """24:00 stays; what lies beyond it is the next morning."""
    within = second if second <= DAY else second - DAY
    return f"{within // 3600:02}:{within % 3600 // 60:02}"
