"""A roster as a table: people and days, what each day is, who is there when, and when nobody is."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from django.db.models import Q

from jishi.core import roster
from jishi.core.calendar import Calendar
from jishi.core.roster import Spans
from jishi.core.zones import moment, seconds, zone_named
from jishi.directory import duty
from jishi.directory.duty import Worked
from jishi.directory.groups import Group, members
from jishi.directory.models import Duty, Leave, Person

from .. import year
from . import place

ONE = timedelta(days=1)


class Bar(NamedTuple):
    """A part of a day in per cent of it. `kind`: covered, gap, open."""

    kind: str
    x: str
    width: str


class Column(NamedTuple):
    """`kind` and `name` as the calendar has them; `gaps`: when nobody is there though the calendar is open."""

    day: date
    kind: str
    name: str
    today: bool
    known: bool
    people: int
    bars: list[Bar]
    gaps: list[tuple[str, str]]

    @property
    def rests(self) -> bool:
        return self.kind in ("holiday", "day-off")


class Cell(NamedTuple):
    """`elsewhere`: the duty is for another group."""

    column: Column
    duty: Duty | None
    leave: Leave | None
    elsewhere: bool = False

    @property
    def was(self) -> str:
        return str(self.duty.shift_id) if self.duty else ""


class Line(NamedTuple):
    person: Person
    cells: list[Cell]
    seconds: int
    nights: int
    holidays: int

    @property
    def hours(self) -> str:
        return f"{self.seconds / 3600:.1f}".removesuffix(".0")


class Table(NamedTuple):
    columns: list[Column]
    lines: list[Line]

    @property
    def gaps(self) -> bool:
        return any(column.gaps for column in self.columns)


def table(group: Group, since: date, days: int, today: date, calendar: Calendar | None) -> Table:
    """Four queries, however many people."""
    until = since + days * ONE
    people = list(members(group, since, until - ONE))
    found = duty.worked(since - ONE, until, group.q() | Q(person__in=people))
    covered = [each for each in found if _ours(each.duty, group)]
    columns = [_column(since + n * ONE, covered, today, calendar) for n in range(days)]
    told = {(each.duty.person_id, each.duty.day): each for each in found}
    away = _leaves(people, since, until)
    return Table(columns, [_line(person, columns, told, away.get(person.pk, []), group) for person in people])


def _ours(duty: Duty, group: Group) -> bool:
    return getattr(duty, f"{group.kind}_id") == group.row.pk


def _leaves(people: Iterable[Person], since: date, until: date) -> dict[int, list[Leave]]:
    """Asked for and approved, by person."""
    low, high = (roster.day_span(place.zone(), day)[0] for day in (since, until))
    near = Q(since__lt=moment(high), until__gt=moment(low), state__in=("asked", "approved"))
    found: dict[int, list[Leave]] = {}
    for leave in Leave.objects.filter(near, person__in=[each.pk for each in people]):
        found.setdefault(leave.person_id, []).append(leave)
    return found


def _column(day: date, worked: Sequence[Worked], today: date, calendar: Calendar | None) -> Column:
    since, until = roster.day_span(place.zone(), day)
    covered = roster.union(roster.within((span for each in worked for span in each.spans), since, until))
    opened = calendar.open_s(since, until) if calendar else []
    missing = roster.without(opened, covered)
    return Column(
        day=day,
        kind=year.kind(calendar, day) if calendar else "open",
        name=calendar.names.get(day, "") if calendar else "",
        today=day == today,
        known=calendar is None or calendar.covered_until is None or day <= calendar.covered_until,
        people=sum(1 for each in worked if each.duty.day == day and each.spans),
        bars=[*_bars("covered", covered, since, until), *_bars("gap", missing, since, until)],
        gaps=[(_clock(a), _clock(b) if b < until else "24:00") for a, b in missing],
    )


def _bars(kind: str, spans: Spans, since: int, until: int) -> list[Bar]:
    whole = (until - since) / 100
    return [Bar(kind, f"{(a - since) / whole:.2f}%", f"{(b - a) / whole:.2f}%") for a, b in spans]


def _clock(at: int) -> str:
    return f"{moment(at, zone_named(place.zone())):%H:%M}"


def _line(
    person: Person, columns: list[Column], told: dict[tuple[int, date], Worked], away: list[Leave], group: Group
) -> Line:
    cells, spent, nights, holidays = [], 0, 0, 0
    for column in columns:
        here = told.get((person.pk, column.day))
        cells.append(_cell(here, column, away, group))
        if here:
            spent += sum(b - a for a, b in here.spans)
            nights += bool(here.spans) and duty.over_midnight(here.duty.shift)
            holidays += bool(here.spans) and column.kind == "holiday"
    return Line(person, cells, spent, nights, holidays)


def _cell(here: Worked | None, column: Column, away: list[Leave], group: Group) -> Cell:
    since, until = roster.day_span(place.zone(), column.day)
    leave = next((one for one in away if seconds(one.since) < until and seconds(one.until) > since), None)
    return Cell(column, here.duty if here else None, leave, bool(here) and not _ours(here.duty, group))
