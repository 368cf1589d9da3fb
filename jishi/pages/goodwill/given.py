"""The goodwill of one ticket, beside its other facts."""

from typing import NamedTuple

from django.utils import timezone

from jishi.directory import lists
from jishi.directory.models import Item, Person
from jishi.tickets import allowances, granting
from jishi.tickets.models import Goodwill, Ticket
from jishi.tickets.numbering import month


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


class Own(NamedTuple):
    """What the reader may still grant of a kind without asking: on this ticket, and in this month."""

    kind: Item
    here: int
    month: int


def own(ticket: Ticket, person: Person) -> list[Own]:
    """Kinds of which nothing is left, or nothing was ever allowed, are those one has to ask for."""
    now = timezone.now()
    held, cases, gone = allowances.in_force(now), granting.cases(ticket), allowances.spent_by(person, month(now))
    told = []
    for kind in lists.choices("goodwill"):
        most = allowances.limit(held, person, ticket.priority, kind.code)
        left = most.per_month - gone.get(kind.code, 0)
        told.append(Own(kind, min(most.per_case - cases.get(kind.code, 0), left), left))
    return [one for one in told if one.here > 0]


def _able(row: Goodwill) -> list[Person]:
    waits = row.state == "asked"
    return granting.approvers(row.ticket, row.kind, row.amount, row.by, timezone.now()) if waits else []
