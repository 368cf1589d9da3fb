"""A customer as whoever takes the call needs them: who, what they have, what is open, what was."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple
from uuid import uuid4

from django.db.models import Count, QuerySet

from jishi.directory.customers import Hit
from jishi.directory.models import Customer, Person
from jishi.tickets.models import Ticket
from jishi.tickets.queries import SHOWN, visible

from .. import clocks
from ..rows import rows
from .taken import in_force

OPEN, LAST, DEVICES = 8, 5, 40  # shown at most
WITH_OPEN = 3  # so few hits show what is open


class Open(NamedTuple):
    """An open ticket with its next clock and the key of its chase."""

    ticket: Ticket
    clock: clocks.Shown | None
    key: str


class Found(NamedTuple):
    hit: Hit
    open: list[Open]


def hits(found: Sequence[Hit], person: Person, now: datetime) -> list[Found]:
    """The hits; where they are few, each customer's first with what is open there and the reader's."""
    customers = {hit.customer.pk: hit.customer for hit in found}
    few = list(customers.values()) if len(customers) <= WITH_OPEN else []
    rows = opened(_open(person, few)[: 2 * OPEN], now)
    told = []
    for hit in found:
        first = customers.pop(hit.customer.pk, None)
        told.append(Found(hit, [row for row in rows if row.ticket.customer == first][:2]))
    return told


def opened(tickets: Iterable[Ticket], now: datetime) -> list[Open]:
    return [Open(row.ticket, row.clock, uuid4().hex) for row in rows(list(tickets), now)]


def card_of(person: Person, customer: Customer, said: Mapping[str, str], now: datetime) -> dict[str, Any]:
    """What the card is fed with. Of others' tickets only their number is said."""
    devices = list(customer.devices.select_related("product", "site__point").order_by("pk")[:DEVICES])
    contacts = list(customer.contacts.prefetch_related("telephones").order_by("pk"))
    return {
        "customer": customer,
        "contacts": contacts,
        "contact": _chosen(contacts, said.get("contact", "")),
        "devices": devices,
        "device": _chosen(devices, said.get("device", "")),
        "contract": in_force(customer, now.date()),
        "open": opened(_open(person, [customer])[:OPEN], now),
        "last": _mine(person, [customer]).filter(open_since=None).order_by("-received_at", "-pk")[:LAST],
        "others": _others(person, customer),
        "may_unmask": person.may("unmask"),
        "said": said,
        "now": now,
        "today": now.date(),
    }


def _chosen(rows: list[Any], value: str) -> int:
    """The one that was named; else the only one."""
    named = next((row.pk for row in rows if str(row.pk) == value), 0)
    return named or (rows[0].pk if len(rows) == 1 else 0)


def _mine(person: Person, customers: list[Customer]) -> QuerySet[Ticket]:
    return visible(person).filter(customer__in=customers).select_related(*SHOWN, "device")


def _open(person: Person, customers: list[Customer]) -> QuerySet[Ticket]:
    return _mine(person, customers).filter(open_since__isnull=False).order_by("-open_since", "-pk")


def _others(person: Person, customer: Customer) -> int:
    """Open tickets of this customer that are not the reader's to see."""
    every = Ticket.objects.filter(customer=customer, open_since__isnull=False)
    told = every.aggregate(n=Count("pk"))["n"] - visible(person).filter(pk__in=every.values("pk")).count()
    return max(told, 0)
