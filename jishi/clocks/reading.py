"""The clocks of a ticket, read from its journal."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from jishi.core import clock as core
from jishi.core.clock import Reading
from jishi.core.history import Event
from jishi.core.promise import Reason, choose
from jishi.core.zones import moment
from jishi.tickets import journal
from jishi.tickets.models import Ticket

from .book import Book, book
from .definitions import definitions
from .promised import Hold, promises, received_at, terms


class Read(NamedTuple):
    """A clock by name, how it stands, and under which promise. `reading.segments` explain it."""

    name: str
    reading: Reading
    hold: Hold


def readings(ticket: Ticket, now: datetime) -> list[Read]:
    """The clocks of `ticket` that have started, each explained by its segments."""
    return read(journal.history(ticket), book(), now)


def readings_many(tickets: Iterable[Ticket], now: datetime) -> dict[int, list[Read]]:
    """The same for a page of tickets, by ticket id."""
    current = book()
    return {tale.ticket.pk: read(tale.told, current, now) for tale in journal.tales(tickets)}


def read(told: Sequence[Event], book: Book, now: datetime, *, promised: bool = False) -> list[Read]:
    """The clocks that have started by `now`, for a ticket of which this was told; all, or only the promised ones."""
    found, agreed, received = [], list(terms(told)), received_at(told)
    kinds = {event.kind for event in told}
    for name, definition in definitions(told).items():
        if kinds.isdisjoint(definition.starts):
            continue
        *before, last = promises(name, agreed, received, book)
        if promised and not any(map(is_promised, (*before, last))):
            continue
        marks = definition.marks(told)
        if not any(mark.role in ("start", "again") for mark in marks):
            continue
        held = [(hold.promise, hold.calendar) for hold in before]
        found.append(Read(name, core.read(marks, last.promise, last.calendar, now, held), last))
    return [each for each in found if each.reading.state != "waiting"]


def is_promised(hold: Hold) -> bool:
    promise = hold.promise
    return promise.target is not None or promise.until is not None or promise.window is not None


def why(ticket: Ticket, clock: str) -> list[Reason]:
    """Why this promise holds and the others do not."""
    told = journal.history(ticket)
    *_, (_, fields) = terms(told)
    return choose(book().policy, clock, fields, moment(received_at(told)))[1]
