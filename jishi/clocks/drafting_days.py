"""A draft of a calendar, and the days that complete a version. Each verb on a draft refuses a published version."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import NamedTuple

from django.db import transaction
from django.db.models import Q

from jishi.core.holidays import Holidays, exceptions
from jishi.core.hours import Written
from jishi.core.refused import Refused
from jishi.directory.models import Person

from .book import compile_calendar
from .defaults import WORKDAYS
from .models import Calendar, CalendarVersion, Day
from .publishing import draft_calendar, fill, must_be_draft, publish_calendar

LONGEST = 366  # days told at once
SOURCE = Day._meta.get_field("source").max_length
NAME = Day._meta.get_field("name").max_length


class DayChange(NamedTuple):
    """A day that differs between two versions; None where the week says what it is."""

    date: date
    was: Day | None
    now: Day | None


@transaction.atomic
def open_calendar(calendar: Calendar) -> CalendarVersion:
    """The draft there is, else a new one: a copy of the latest version."""
    Calendar.objects.select_for_update().get(pk=calendar.pk)
    return calendar.versions.filter(published_at=None).first() or draft_calendar(calendar)


@transaction.atomic
def add_calendar(code: str, name: str) -> CalendarVersion:
    """A calendar of one's own, as a draft with office hours. Refuses a code that is taken ("calendar-taken")."""
    calendar, made = Calendar.objects.get_or_create(code=code, defaults={"name": name})
    if not made:
        raise Refused("calendar-taken", calendar=code)
    return CalendarVersion.objects.create(calendar=calendar, week=WORKDAYS)


@transaction.atomic
def discard(draft: CalendarVersion) -> None:
    """Throw a draft away; with the only version a calendar has, the calendar."""
    must_be_draft(draft)
    draft.delete()
    if not draft.calendar.versions.exists():
        draft.calendar.delete()


@transaction.atomic
def amend_week(draft: CalendarVersion, week: dict[str, list], zone: str, covered_until: date | None) -> None:
    """Hours by weekday ("0" = Monday). Refuses hours that do not make a calendar (core.calendar)."""
    must_be_draft(draft)
    draft.week, draft.zone, draft.covered_until = week, zone, covered_until
    compile_calendar(draft)
    draft.save(update_fields=["week", "zone", "covered_until"])


@transaction.atomic
def amend_days(draft: CalendarVersion, since: date, until: date, hours: Written | None, name: str, by: str) -> None:
    """Each day from `since` to `until`, both included, has these hours; None: those of the week again."""
    must_be_draft(draft)
    if until < since:
        raise Refused("reversed-span", start=since.isoformat(), end=until.isoformat())
    if until - since >= timedelta(days=LONGEST):
        raise Refused("too-many-days", most=LONGEST)
    draft.days.filter(date__range=(since, until)).delete()
    if hours is not None:
        told = {"hours": [list(each) for each in hours], "name": name[:NAME], "source": by[:SOURCE]}
        dates = [since + timedelta(days=n) for n in range((until - since).days + 1)]
        Day.objects.bulk_create(Day(version=draft, date=at, **told) for at in dates)
    compile_calendar(CalendarVersion.objects.prefetch_related("days").get(pk=draft.pk))


@transaction.atomic
def take_holidays(draft: CalendarVersion, known: Holidays) -> int:
    """The days of `known` instead of those the draft has in its years; how many."""
    must_be_draft(draft)
    draft.days.filter(date__range=(known.covered_since, known.covered_until)).delete()
    made = Day.objects.bulk_create(_days(draft, known))
    draft.covered_until = max(draft.covered_until or known.covered_until, known.covered_until)
    draft.save(update_fields=["covered_until"])
    return len(made)


@transaction.atomic
def complete(version: CalendarVersion, known: Holidays, now: datetime) -> int:
    """Tell a version, those after it and the draft the days of `known` beyond their own; how many tickets wound anew.

    Refuses when nothing lies beyond ("nothing-beyond"), and years unknown in between ("holidays-gap").
    """
    until = version.covered_until
    later = Q(effective_at__gt=version.effective_at) | Q(published_at=None)
    others = list(version.calendar.versions.filter(later, covered_until=until).exclude(pk=version.pk))
    return sum(_complete(each, known, now) for each in (version, *others))


def _complete(version: CalendarVersion, known: Holidays, now: datetime) -> int:
    until = version.covered_until
    if until and known.covered_until <= until:
        raise Refused("nothing-beyond", until=until.isoformat(), source=known.source)
    if until and known.covered_since > until + timedelta(days=1):
        raise Refused("holidays-gap", since=until.isoformat(), until=known.covered_since.isoformat())
    beyond = [day for day in _days(version, known) if until is None or day.date > until]
    return fill(version, beyond, known.covered_until, now)


def publish_days_from_now(draft: CalendarVersion, by: Person, effective_at: datetime, now: datetime) -> None:
    """Publish what a person drafted: never into the past, never unchanged."""
    if effective_at < now:
        raise Refused("in-the-past", at=f"{effective_at:%Y-%m-%d %H:%M}")
    was = draft.calendar.versions.exclude(published_at=None).last()
    if was and not differs(was, draft):
        raise Refused("nothing-changed")
    publish_calendar(draft, by, effective_at, now)


def differs(was: CalendarVersion, draft: CalendarVersion) -> bool:
    same = all(getattr(was, name) == getattr(draft, name) for name in ("zone", "week", "covered_until"))
    return not same or next(day_changes(was, draft), None) is not None


def day_changes(was: CalendarVersion, draft: CalendarVersion) -> Iterator[DayChange]:
    """The days the two versions tell differently, in their order."""
    before = {day.date: day for day in was.days.all()}
    after = {day.date: day for day in draft.days.all()}
    for at in sorted(before.keys() | after.keys()):
        a, b = before.get(at), after.get(at)
        if a is None or b is None or (a.hours, a.name) != (b.hours, b.name):
            yield DayChange(at, a, b)


def _days(version: CalendarVersion, known: Holidays) -> list[Day]:
    week = {int(weekday): [tuple(hours) for hours in opening] for weekday, opening in version.week.items()}
    hours, names = exceptions(week, known)
    source = known.source[:SOURCE]
    return [
        Day(version=version, date=at, hours=[list(each) for each in hours[at]], name=names[at][:NAME], source=source)
        for at in known.days
    ]
