"""The list of tickets: the view as it was asked for, own fields and clocks beside it."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from django.db.models import F, QuerySet

from jishi import words
from jishi.clocks.reading import Read, readings_many
from jishi.directory.eyes import Eyes
from jishi.directory.models import FieldDef
from jishi.tickets.models import Ticket
from jishi.tickets.own_fields import in_use
from jishi.tickets.queries import SHOWN, sought
from jishi.words import desk, sheets

from .listing import Column, Listing, Wish

CLOCKS = ("contact", "arrival", "resolution")
USUAL = ("channel", "service_type", "owner", "status", "received_at")
SAID = {"channel": words.channel, "status": words.status, "zone": desk.zone}
ORDERS = {"newest": ["-received_at", "-id"], "oldest": ["received_at", "id"]}
BY_DUE = [F("due_at").asc(nulls_last=True), F("received_at"), F("id")]


class Row(NamedTuple):
    ticket: Ticket
    clocks: dict[str, Read]


def found(wish: Wish) -> QuerySet:
    """`asked`: view, q, order and fields, as the address of the list says them."""
    asked = wish.asked
    tickets = sought(wish.person, asked["view"], asked["fields"], asked["q"], wish.now)
    return tickets.select_related(*SHOWN).order_by(*ORDERS.get(asked["order"], BY_DUE))


def told(tickets: list[Ticket], wish: Wish) -> Iterator[Row]:
    read = readings_many(tickets, wish.now)
    return (Row(ticket, {each.name: each for each in read[ticket.pk]}) for ticket in tickets)


def columns(wish: Wish) -> list[Column]:
    eyes, chosen = wish.eyes, dict.fromkeys([*(wish.asked["columns"] or USUAL), "status", "received_at"])
    return [
        Column("number", sheets.heading("number"), lambda row: row.ticket.number, width=17),
        Column("priority", desk.field_name("priority"), lambda row: row.ticket.priority, width=8),
        Column("title", sheets.heading("title"), lambda row: text(eyes, row.ticket, row.ticket.title), width=40),
        Column("customer", desk.field_name("customer"), lambda row: eyes.customer(row.ticket.customer), width=24),
        *(column(name, eyes) for name in chosen),
        Column("due_at", sheets.heading("due_at"), lambda row: row.ticket.due_at, "moment", 17),
        *(each for name in CLOCKS for each in clock(name)),
        *(own(field, eyes) for field in in_use().values()),
    ]


def text(eyes: Eyes, ticket: Ticket, said: str) -> str:
    return eyes.text(said, [ticket.customer, ticket.contact], ticket.site)


def column(name: str, eyes: Eyes) -> Column:
    """A column of the list, as the reader chose it."""
    heading = desk.field_name(name)
    if name == "received_at":
        return Column(name, heading, lambda row: row.ticket.received_at, "moment", 17)
    if name == "chases":
        return Column(name, heading, lambda row: row.ticket.chases, "number", 8)
    if name in SAID:
        return Column(name, heading, lambda row: SAID[name](getattr(row.ticket, name) or ""), width=12)
    return Column(name, heading, lambda row: named(eyes, getattr(row.ticket, name)), width=18)


def named(eyes: Eyes, row: Any) -> str:
    return "" if row is None else eyes.row(row)


def clock(name: str) -> Iterator[Column]:
    """What a clock has counted, and how it stands."""

    def spent(row: Row) -> float | None:
        return row.clocks[name].reading.spent.total_seconds() if name in row.clocks else None

    def state(row: Row) -> str:
        return words.state(row.clocks[name].reading.state) if name in row.clocks else ""

    yield Column(f"{name}.spent", sheets.counted(name), spent, "span", 12)
    yield Column(f"{name}.state", words.clock(name), state, width=12)


def own(field: FieldDef, eyes: Eyes) -> Column:
    """A field of a type's own: covered whole where it is marked so, else as free text."""

    def value(row: Row) -> str:
        said = str(row.ticket.extra.get(field.code) or "")
        return eyes.telephone(said) if field.masked and said else text(eyes, row.ticket, said)

    return Column(f"own.{field.code}", str(field), value, width=16)


TICKETS = Listing("tickets", "", found, columns, told)
