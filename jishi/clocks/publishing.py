"""Policies and calendars: drafted, published with a date, never changed after. Filling days completes a version."""

import secrets
from collections.abc import Iterable, Mapping
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max

from jishi.core.calendar import Calendar as Compiled
from jishi.core.promise import Policy
from jishi.core.refused import Refused
from jishi.directory.models import Person
from jishi.tickets.models import Ticket

from .book import ALWAYS, compile_calendar, compile_policy
from .models import Calendar, CalendarVersion, Day, Edition, PolicyRow, PolicyVersion
from .winding import rewind

Version = PolicyVersion | CalendarVersion
DIFFERS = [field.name for field in PolicyRow._meta.concrete_fields if field.name not in ("id", "version", "position")]


@transaction.atomic
def draft_policy(name: str = "") -> PolicyVersion:
    """A draft that begins as a copy of the latest published version."""
    latest = PolicyVersion.objects.exclude(published_at=None).order_by("-effective_at").first()
    draft = PolicyVersion.objects.create(name=name)
    amend(draft, latest.rows.values(*DIFFERS) if latest else [])
    return draft


@transaction.atomic
def amend(draft: PolicyVersion, rows: Iterable[Mapping[str, object]]) -> None:
    """The rows of a draft, in their order, instead of those it had. Refuses a published version ("not-a-draft")."""
    must_be_draft(draft)
    draft.rows.all().delete()
    PolicyRow.objects.bulk_create(PolicyRow(version=draft, position=i, **row) for i, row in enumerate(rows, start=1))


@transaction.atomic
def publish_policy(draft: PolicyVersion, by: Person | None, effective_at: datetime, now: datetime) -> None:
    """In force for tickets received from `effective_at` on. Refuses the past ("retroactive") and unknown calendars."""
    known = {ALWAYS, *CalendarVersion.objects.exclude(published_at=None).values_list("calendar__code", flat=True)}
    if unknown := sorted(set(draft.rows.values_list("calendar", flat=True)) - known):
        raise Refused("no-such-calendar", calendar=unknown[0])
    _publish(draft, by, effective_at, now)
    Policy([compile_policy(version) for version in PolicyVersion.objects.exclude(published_at=None)])


@transaction.atomic
def draft_calendar(calendar: Calendar) -> CalendarVersion:
    """A draft that begins as a copy of the latest published version."""
    latest = calendar.versions.exclude(published_at=None).order_by("-effective_at").first()
    draft = CalendarVersion(calendar=calendar)
    if latest:
        draft.zone, draft.week, draft.covered_until = latest.zone, latest.week, latest.covered_until
    draft.save(force_insert=True)
    days = latest.days.values("date", "hours", "name", "source") if latest else []
    Day.objects.bulk_create(Day(version=draft, **day) for day in days)
    return draft


@transaction.atomic
def publish_calendar(draft: CalendarVersion, by: Person | None, effective_at: datetime, now: datetime) -> Compiled:
    """The same for a calendar version. Refuses hours that do not make a calendar (core.calendar)."""
    compiled = compile_calendar(draft)
    _publish(draft, by, effective_at, now)
    return compiled


@transaction.atomic
def fill(version: CalendarVersion, days: Iterable[Day], covered_until: date, now: datetime) -> int:
    """Tell days beyond `covered_until` of a version, drafted or published; how many tickets were wound anew.

    Refuses days that were covered ("covered-day"): changing those is a new version.
    """
    days = list(days)
    known = version.covered_until
    if known and any(day.date <= known for day in days):
        raise Refused("covered-day", until=known.isoformat())
    for day in days:
        day.version = version
    Day.objects.bulk_create(days)
    version.covered_until = covered_until
    version.save(update_fields=["covered_until"])
    turn_page()
    return rewind(known, now) if version.published_at and known else 0


def must_be_draft(version: Version) -> None:
    if version.published_at:
        raise Refused("not-a-draft")


def _publish(draft: Version, by: Person | None, effective_at: datetime, now: datetime) -> None:
    must_be_draft(draft)
    if effective_at < now and _has_judged(effective_at):
        raise Refused("retroactive", at=effective_at.isoformat())
    others = type(draft).objects.filter(effective_at=effective_at)
    if isinstance(draft, CalendarVersion):
        others = others.filter(calendar=draft.calendar)
    if others.exists():
        raise Refused("same-effective", value=effective_at.isoformat())
    draft.effective_at, draft.published_at, draft.published_by = effective_at, now, by
    draft.save(update_fields=["effective_at", "published_at", "published_by"])
    turn_page()


def _has_judged(effective_at: datetime) -> bool:
    """Whether a request stands in the journal that the new version would judge."""
    latest = Ticket.objects.aggregate(latest=Max("received_at"))["latest"]
    return latest is not None and latest >= effective_at


def turn_page() -> None:
    """Every process sees that its book is out of date."""
    Edition.objects.update_or_create(pk=1, defaults={"mark": secrets.token_hex(16)})
