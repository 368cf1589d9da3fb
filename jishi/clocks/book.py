"""The published policies and calendars, compiled once and kept until somebody publishes."""

from bisect import bisect_right
from collections.abc import Mapping
from datetime import timedelta
from functools import lru_cache
from typing import NamedTuple

from django.db import connection

from jishi.core.calendar import Calendar
from jishi.core.promise import Policy, Rule, Version
from jishi.core.refused import Refused
from jishi.core.zones import moment, seconds

from .models import CalendarVersion, Edition, PolicyRow, PolicyVersion

ALWAYS = "always"


class Dated(NamedTuple):
    """A compiled calendar version; `id` is its row's, None for the calendar that is always open."""

    since: int
    id: int | None
    calendar: Calendar


class Book:
    """What was promised when, by which calendar."""

    def __init__(self, policies: list[PolicyVersion], calendars: list[CalendarVersion], zone: str) -> None:
        self.policy = Policy([compile_policy(version) for version in policies])
        self.ids = {seconds(version.effective_at): version.pk for version in policies if version.effective_at}
        self.calendars: dict[str, list[Dated]] = {ALWAYS: [Dated(0, None, Calendar.always(zone))]}
        for version in calendars:
            dated = Dated(seconds(version.effective_at), version.pk, compile_calendar(version))
            self.calendars.setdefault(version.calendar.code, []).append(dated)
        self._chosen: dict[tuple[object, ...], Rule | None] = {}

    def calendar(self, code: str, received: int) -> Dated:
        """The version of the calendar in force at `received`; before the first, the first. Refuses an unknown code."""
        versions = self.calendars.get(code)
        if not versions:
            raise Refused("no-such-calendar", calendar=code)
        return versions[max(bisect_right([version.since for version in versions], received) - 1, 0)]

    def policy_id(self, received: int) -> int | None:
        """The policy version in force at `received`; None before the first."""
        version = self.policy.in_force(moment(received))
        return self.ids[seconds(version.effective)] if version else None

    def rule(self, clock: str, fields: Mapping[str, object], received: int) -> Rule | None:
        """What `core.promise.choose` takes, remembered by what it reads."""
        version = self.policy.in_force(moment(received))
        key = (version and version.effective, clock, *fields.values())
        if key not in self._chosen:
            rules = version.rules if version else ()
            fitting = (rule for rule in rules if rule.clock == clock and not rule.unmatched(fields))
            self._chosen[key] = next(fitting, None)
        return self._chosen[key]


def book() -> Book:
    """As published at this moment; one query when nothing changed."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT mark FROM {Edition._meta.db_table}")  # asked by every verb
        found = cursor.fetchone()
    return _compiled(found[0] if found else "")


@lru_cache(maxsize=2)
def _compiled(edition: str) -> Book:
    return Book(
        list(PolicyVersion.objects.exclude(published_at=None).prefetch_related("rows")),
        list(CalendarVersion.objects.exclude(published_at=None).select_related("calendar").prefetch_related("days")),
        zone="Asia/Shanghai",
    )


def compile_policy(version: PolicyVersion) -> Version:
    """The rows in their order, as the core reads them; a draft is compiled as if it held since for ever."""
    rules = tuple(compile_row(row) for row in version.rows.all())
    return Version(version.effective_at or moment(0), rules, name=version.name)


def compile_row(row: PolicyRow) -> Rule:
    window = (row.window_first, row.window_last) if row.window_first and row.window_last else None
    return Rule(
        clock=row.clock,
        target=None if row.target is None else timedelta(seconds=row.target),
        calendar=row.calendar,
        when={name: frozenset(values) for name, values in row.fields.items()},
        warn=row.warn,
        window=window,
        name=row.name,
    )


def compile_calendar(version: CalendarVersion) -> Calendar:
    """Refuses hours that overlap, an unknown zone, a calendar that never opens (core.calendar)."""
    days = list(version.days.all())
    return Calendar(
        week={int(weekday): [tuple(hours) for hours in opening] for weekday, opening in version.week.items()},
        zone=version.zone,
        exceptions={day.date: [tuple(hours) for hours in day.hours] for day in days},
        names={day.date: day.name for day in days if day.name},
        covered_until=version.covered_until,
    )
