"""The roster of a team or a service point as it is hung up: people, the days, and what each has worked."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from django.conf import settings
from django.db.models import Q, QuerySet

from jishi.clocks.book import book
from jishi.core import roster
from jishi.core.explain import rules_of
from jishi.core.zones import moment, seconds
from jishi.directory import duty, groups
from jishi.directory.duty import Worked
from jishi.directory.groups import Group
from jishi.directory.models import Leave, Person
from jishi.words import roster as words
from jishi.words import sheets

from .listing import Column, Listing, Wish

ONE = timedelta(days=1)


class Line(NamedTuple):
    """One of the group: duties by the day they begin on, approved leave, and the days nobody else works."""

    person: Person
    worked: dict[date, Worked]
    away: dict[date, Leave]
    holidays: int

    @property
    def spent(self) -> int:
        return sum(b - a for each in self.worked.values() for a, b in each.spans)

    @property
    def nights(self) -> int:
        return sum(duty.over_midnight(each.duty.shift) for each in self.worked.values() if each.spans)


def group(wish: Wish) -> Group | None:
    """The one asked for, as long as its roster may be seen."""
    kind, pk = wish.asked["group"]
    row = {"team": groups.teams, "point": groups.points}[kind](wish.person).filter(pk=pk).first()
    return Group(kind, row) if row else None


def days(wish: Wish) -> list[date]:
    since = date.fromisoformat(wish.asked["since"])
    return [since + n * ONE for n in range(wish.asked["days"])]


def found(wish: Wish) -> QuerySet:
    here, shown = group(wish), days(wish)
    return groups.members(here, shown[0], shown[-1]) if here else Person.objects.none()


def told(people: list[Person], wish: Wish) -> Iterator[Line]:
    shown = days(wish)
    rests = holidays(shown, wish)
    worked: dict[int, dict[date, Worked]] = {}
    for each in duty.worked(shown[0], shown[-1] + ONE, Q(person__in=people)):
        worked.setdefault(each.duty.person_id, {})[each.duty.day] = each
    away = leaves(people, shown)
    for person in people:
        here = worked.get(person.pk, {})
        yield Line(person, here, away.get(person.pk, {}), sum(day in rests for day, each in here.items() if each.spans))


def leaves(people: list[Person], shown: list[date]) -> dict[int, dict[date, Leave]]:
    """Approved leave by person and day."""
    spans = {day: roster.day_span(settings.TIME_ZONE, day) for day in shown}
    whole = Q(since__lt=moment(spans[shown[-1]][1]), until__gt=moment(spans[shown[0]][0]), state="approved")
    away: dict[int, dict[date, Leave]] = {}
    for leave in Leave.objects.filter(whole, person__in=people):
        for day, (since, until) in spans.items():
            if seconds(leave.since) < until and seconds(leave.until) > since:
                away.setdefault(leave.person_id, {})[day] = leave
    return away


def holidays(shown: list[date], wish: Wish) -> set[date]:
    """By the calendar of the service; none where no such calendar was published."""
    published = book()
    if "service" not in published.calendars:
        return set()
    calendar = published.calendar("service", seconds(wish.now)).calendar
    return {day for day in shown if not calendar.hours(day) and rules_of(calendar, day)[1] == "holiday"}


def columns(wish: Wish) -> list[Column]:
    def on(day: date) -> Column:
        return Column(day.isoformat(), words.day_head(day), lambda line: said(line, day), width=12)

    return [
        Column("number", sheets.heading("staff_number"), lambda line: line.person.number),
        Column("name", sheets.heading("name"), lambda line: wish.eyes.staff(line.person), width=16),
        *(on(day) for day in days(wish)),
        Column("hours", sheets.heading("hours"), lambda line: line.spent, "span", 10),
        Column("nights", sheets.heading("nights"), lambda line: line.nights, "number", 8),
        Column("holidays", sheets.heading("holidays"), lambda line: line.holidays, "number", 8),
    ]


def said(line: Line, day: date) -> str:
    here, leave = line.worked.get(day), line.away.get(day)
    duty_ = here.duty if here and here.spans else None
    return words.day_said(duty_ and duty_.shift, bool(duty_ and duty_.lead), leave.kind if leave else "")


ROSTER = Listing("roster", "", found, columns, told)
MONTH = Listing("roster-month", "", found, columns, told)
