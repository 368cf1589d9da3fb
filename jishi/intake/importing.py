"""A read file is written into the journal: once, however often it is brought."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from jishi.core.history import Event
from jishi.core.history import Ticket as Told
from jishi.tickets import journal
from jishi.tickets.batch import Beside, Draft, record_many
from jishi.tickets.models import Ticket

from .drafting import draft, entry, names, note, pair, text
from .register import Register

AT_ONCE = 400


class Step(NamedTuple):
    """What one transaction wrote."""

    tickets: int
    events: int


def source_of(file: str) -> str:
    """The letters of a file's name: the exports of all months come from one source."""
    return re.sub(r"[\d\W_]+", "-", Path(file).stem).strip("-").casefold()[:40] or "file"


def write(tickets: Sequence[Told], source: str, now: datetime, beside: Beside | None = None) -> Iterator[Step]:
    """Bring in what is not there yet, ticket by ticket whole; yields after each transaction.

    A ticket is known by (source, id), its events by kind and moment. `beside` is done in each transaction, and may
    undo it.
    """
    tickets, _ = distinct(tickets)
    register = Register(source)
    meet_all(tickets, register)
    for tales in record_many(drafts(tickets, register, source), "import", now, beside=beside):
        yield Step(len(tales), sum(tale.new for tale in tales))


def distinct(tickets: Iterable[Told]) -> tuple[list[Told], list[Told]]:
    """The first of each id, and those that repeat one. A ticket without an id is known by what it tells."""
    kept: dict[str, Told] = {}
    again = []
    for ticket in tickets:
        known = ticket if ticket.named else replace(ticket, id=_likeness(ticket), named=True)
        if kept.setdefault(known.id, known) is not known:
            again.append(ticket)
    return list(kept.values()), again


def _likeness(ticket: Told) -> str:
    told = sorted(map(str, ticket.fields.items())), [(event.kind, event.at) for event in ticket.events]
    return f"~{sha256(repr(told).encode()).hexdigest()[:24]}"


def meet_all(tickets: Sequence[Told], register: Register) -> None:
    """Make every name the tickets speak of known to the directory."""
    met: dict[str, set[str]] = {}
    for ticket in tickets:
        for kind, name in names(ticket):
            met.setdefault(kind, set()).add(name)
    for kind, found in met.items():
        register.meet(kind, found)
    register.meet("device", {text(ticket.fields.get("serial"), 80) for ticket in tickets})
    register.meet("subcategory", _pairs(tickets, register, "category", "subcategory"))
    register.meet("site", _pairs(tickets, register, "customer", "site"))
    register.meet("contact", _pairs(tickets, register, "customer", "contact"))


def drafts(tickets: Sequence[Told], register: Register, source: str) -> Iterator[Draft]:
    """What is new in the file."""
    for since in range(0, len(tickets), AT_ONCE):
        told = tickets[since : since + AT_ONCE]
        known = _known(source, [ticket.id for ticket in told])
        for ticket in told:
            if ticket.id not in known:
                yield draft(ticket, register, source)
            elif more := _news(ticket, known[ticket.id], register):
                yield more


def _known(source: str, ids: list[str]) -> dict[str, journal.Tale]:
    found = Ticket.objects.filter(source=source, external_id__in=ids)
    return {tale.ticket.external_id: tale for tale in journal.tales(found)}


def _news(told: Told, tale: journal.Tale, register: Register) -> Draft | None:
    """The events the journal has not heard of."""
    heard = Counter((event.kind, event.at) for event in tale.entries)
    fresh = [event for event in told.events if not _take(heard, event)]
    if not fresh:
        return None
    notes = {i: words for i, event in enumerate(fresh) if (words := note(event))}
    return Draft(tale.ticket, [entry(event, register) for event in fresh], notes, tale.entries)


def _take(heard: Counter, event: Event) -> bool:
    heard[event.kind, event.at] -= 1
    return heard[event.kind, event.at] >= 0


def _pairs(tickets: Iterable[Told], register: Register, first: str, second: str) -> set:
    found = {
        pair(register.id(first, text(ticket.fields.get(first))), ticket.fields.get(second))
        for ticket in tickets
        if ticket.fields.get(first)
    }
    return found - {None}
