"""The goodwill of one ticket, beside its other facts."""

from typing import NamedTuple

from django.utils import timezone

from jishi.directory import lists
from jishi.directory.models import Person
from jishi.tickets.granting import approvers
from jishi.tickets.models import Goodwill, Ticket


class Given(NamedTuple):
    """`able`: while it waits for an answer, who may give it."""

    name: str
    row: Goodwill
    able: list[Person]


def given(ticket: Ticket, person: Person) -> list[Given]:
    """What was given or is asked for; nothing of it is for those outside."""
    if person.is_outside:
        return []
    rows = list(ticket.goodwill.exclude(state__in=("void", "lapsed")).select_related("by", "decided_by").order_by("at"))
    names = lists.names(row.kind for row in rows)
    return [Given(names.get(("goodwill", row.kind), row.kind), row, _able(row)) for row in rows]


def _able(row: Goodwill) -> list[Person]:
    waits = row.state == "asked"
    return approvers(row.ticket, row.kind, row.amount, row.by, timezone.now()) if waits else []
