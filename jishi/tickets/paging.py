"""Pages by key, not by offset: page 1,000 costs what page 1 costs. Counts stop where nobody counts any more."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from jishi.core.refused import Refused
from jishi.core.zones import moment, seconds

from .models import Ticket

SIZE = 50
CAP = 1000

# name -> (column, descending). Only tickets that have the column's moment stand in its order.
ORDERS = {
    "newest": ("received_at", True),
    "oldest": ("received_at", False),
    "due": ("due_at", False),
}


@dataclass(frozen=True)
class Page:
    """`later` and `earlier` are the marks of the neighbouring pages, "" at either end."""

    tickets: Sequence[Ticket]
    later: str = ""
    earlier: str = ""


@dataclass(frozen=True)
class Order:
    column: str
    descending: bool

    def turned(self) -> "Order":
        return Order(self.column, not self.descending)

    def sort(self, tickets: QuerySet[Ticket]) -> QuerySet[Ticket]:
        sign = "-" if self.descending else ""
        return tickets.filter(**{f"{self.column}__isnull": False}).order_by(f"{sign}{self.column}", f"{sign}id")

    def beyond(self, mark: str) -> Q:
        """What comes after the ticket with that mark. The first half keeps to the index."""
        at, pk = read_mark(mark)
        than = "lt" if self.descending else "gt"
        return Q(**{f"{self.column}__{than}e": at}) & (Q(**{f"{self.column}__{than}": at}) | Q(**{f"id__{than}": pk}))

    def mark(self, ticket: Ticket) -> str:
        return f"{seconds(getattr(ticket, self.column))}.{ticket.pk}"


def order(name: str, unfinished: bool = False) -> Order:
    """The order by name; among unfinished tickets on the index that holds only them. Refuses ("unknown-order")."""
    if name not in ORDERS:
        raise Refused("unknown-order", order=name)
    column, descending = ORDERS[name]
    return Order("open_since" if unfinished and column == "received_at" else column, descending)


def page(tickets: QuerySet[Ticket], order: Order, after: str = "", before: str = "", size: int = SIZE) -> Page:
    """The page after (or before) a mark; the first without. Refuses marks it did not give ("bad-mark")."""
    way, mark = (order.turned(), before) if before else (order, after)
    asked = way.sort(tickets if not mark else tickets.filter(way.beyond(mark)))
    ids = list(asked.values_list("pk", flat=True)[: size + 1])  # joined at once, SQLite would leave the index and sort
    found = tickets.order_by().in_bulk(ids)
    rows = [found[pk] for pk in ids if pk in found]
    more, rows = len(rows) > size, rows[:size]
    if before:
        rows.reverse()
    ends = (order.mark(rows[0]), order.mark(rows[-1])) if rows else ("", "")
    return Page(rows, ends[1] if more or before else "", ends[0] if (more if before else after) else "")


def count(tickets: QuerySet[Ticket], cap: int = CAP) -> tuple[int, bool]:
    """How many, and whether there are more than `cap`: then counting stopped there."""
    n = tickets.order_by()[: cap + 1].count()
    return min(n, cap), n > cap


def read_mark(mark: str) -> tuple[datetime, int]:
    at, _, pk = mark.partition(".")
    if not (at.isdecimal() and pk.isdecimal() and len(at) < 12 and len(pk) < 19):
        raise Refused("bad-mark")
    return moment(int(at)), int(pk)
