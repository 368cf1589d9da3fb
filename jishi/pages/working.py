"""Working time between two moments, asked of a calendar and explained; and the hours of its week."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby

from django.utils import timezone

from jishi.clocks.book import book, compile_calendar
from jishi.clocks.models import CalendarVersion
from jishi.core import clock
from jishi.core.calendar import Calendar
from jishi.core.clock import Mark
from jishi.core.promise import NO_PROMISE
from jishi.core.refused import Refused

from . import clocks, forms, written, year

MOST = timedelta(days=366)
Weekday = tuple[int, tuple[tuple[str, str], ...]]


@dataclass(frozen=True)
class Worked:
    """What lies between `since` and `until`. `amount`: what was asked for, if `until` is when it has passed."""

    since: datetime
    until: datetime
    clock: clocks.Shown
    amount: int | None
    provisional: bool

    @property
    def passed(self) -> float:
        """Seconds by the clock on the wall."""
        return (self.until - self.since).total_seconds()


def worked(calendar: Calendar, said: Mapping[str, str], now: datetime) -> Worked:
    """Refuses an end before the start ("reversed-span") and more than a year ("too-many-days")."""
    since, amount = forms.moment(said.get("since", "")), written.length(said.get("amount", ""))
    wanted = None if amount is None else timedelta(seconds=amount)
    until = forms.moment(said.get("until", "")) if wanted is None else calendar.due(since, wanted)
    if until < since:
        raise Refused("reversed-span", start=since.isoformat(), end=until.isoformat())
    if until - since > MOST:
        raise Refused("too-many-days", most=MOST.days)
    reading = clock.read([Mark("start", since), Mark("end", until)], NO_PROMISE, calendar, until)
    shown = clocks.show("worked", reading, NO_PROMISE, timezone.localtime(now), size="full")
    known = calendar.covered_until
    beyond = known is not None and until.astimezone(calendar.zone).date() > known
    return Worked(timezone.localtime(since), timezone.localtime(until), shown, amount, beyond)


def usual(calendar: Calendar, now: datetime) -> dict[str, str]:
    """What is asked before anybody asked: the last three days."""
    until = timezone.localtime(now).replace(second=0, microsecond=0)
    since = (until - timedelta(days=3)).replace(hour=17, minute=30)
    return {name: at.strftime("%Y-%m-%dT%H:%M") for name, at in (("since", since), ("until", until))}


def week(calendar: Calendar) -> list[Weekday]:
    """The hours of each weekday, 0 for Monday, as one writes them."""
    return [(day, year.as_written(hours)) for day, hours in sorted(calendar.week.items())]


def groups(days: list[Weekday]) -> list[tuple[int, int, tuple[tuple[str, str], ...]]]:
    """Weekdays of the same hours together: first, last, hours."""
    found = []
    for _, members in groupby(days, key=lambda each: each[1]):
        told = list(members)
        found.append((told[0][0], told[-1][0], told[0][1]))
    return found


def changes(before: Mapping[str, list], now: Mapping[str, list]) -> list[tuple[int, list, list]]:
    """The weekdays that have other hours now: weekday, before, now."""
    pairs = [(day, before.get(str(day), []), now.get(str(day), [])) for day in range(7)]
    return [told for told in pairs if told[1] != told[2]]


def compiled(version: CalendarVersion) -> Calendar:
    """A published version as the book has it, a draft as it stands."""
    dated = book().calendars.get(version.calendar.code, [])
    published = next((each.calendar for each in dated if each.id == version.pk), None)
    return published or compile_calendar(version)
