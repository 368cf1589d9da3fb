"""A draft of the promises, row by row. Each verb refuses a published version ("not-a-draft")."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F, Max

from jishi.core.matrix import changes
from jishi.core.promise import Rule
from jishi.core.refused import Refused
from jishi.directory.models import Person

from .book import compile_policy
from .conflicts import windows
from .models import CalendarVersion, PolicyRow, PolicyVersion
from .publishing import draft_policy, must_be_draft, publish_policy

OUT_OF_THE_WAY = 10_000  # a position no row has, while two rows change places


@transaction.atomic
def open_policy() -> PolicyVersion:
    """The draft there is, else a new one: a copy of the latest version."""
    PolicyVersion.objects.select_for_update().exclude(published_at=None).last()
    return PolicyVersion.objects.filter(published_at=None).first() or draft_policy()


@transaction.atomic
def amend_row(row: PolicyRow, terms: Mapping[str, Any]) -> PolicyRow:
    """Change some columns of a row. Refuses a window that ends before it begins ("window-reversed")."""
    must_be_draft(row.version)
    for name, value in terms.items():
        setattr(row, name, value)
    _check(row)
    row.save(update_fields=[*terms])
    return row


@transaction.atomic
def add_row(draft: PolicyVersion, terms: Mapping[str, Any]) -> PolicyRow:
    """A row behind all others."""
    must_be_draft(draft)
    last = draft.rows.aggregate(last=Max("position"))["last"] or 0
    row = PolicyRow(version=draft, position=last + 1, **terms)
    _check(row)
    row.save(force_insert=True)
    return row


@transaction.atomic
def remove_row(row: PolicyRow) -> None:
    must_be_draft(row.version)
    row.delete()


@transaction.atomic
def move_row(row: PolicyRow, up: bool) -> None:
    """Change places with the nearest row of the same clock; the first and the last stay."""
    must_be_draft(row.version)
    others = row.version.rows.filter(clock=row.clock)
    before = others.filter(position__lt=row.position).last()
    neighbour = before if up else others.filter(position__gt=row.position).first()
    if neighbour is None:
        return
    here, there = row.position, neighbour.position
    PolicyRow.objects.filter(pk=row.pk).update(position=F("position") + OUT_OF_THE_WAY)
    PolicyRow.objects.filter(pk=neighbour.pk).update(position=here)
    PolicyRow.objects.filter(pk=row.pk).update(position=there)
    row.position = there


@transaction.atomic
def discard(draft: PolicyVersion | CalendarVersion) -> None:
    """Throw a draft away; what is published stays as it is."""
    must_be_draft(draft)
    draft.delete()


def publish_from_now(draft: PolicyVersion, by: Person, effective_at: datetime, now: datetime) -> None:
    """Publish what a person drafted: never into the past, never unchanged, never with a window reversed."""
    if effective_at < now:
        raise Refused("in-the-past", at=f"{effective_at:%Y-%m-%d %H:%M}")
    rules = compile_policy(draft).rules
    if not changes(published_rules(), rules):
        raise Refused("nothing-changed")
    if reversed_windows := windows(rules):
        raise Refused("window-reversed", **reversed_windows[0].facts)
    publish_policy(draft, by, effective_at, now)


def published_rules() -> tuple[Rule, ...]:
    """The rows of the version published last, which a draft is compared with."""
    latest = PolicyVersion.objects.exclude(published_at=None).last()
    return compile_policy(latest).rules if latest else ()


def _check(row: PolicyRow) -> None:
    first, last = row.window_first, row.window_last
    if first and last and first > last:
        raise Refused("window-reversed", first=first, last=last)
