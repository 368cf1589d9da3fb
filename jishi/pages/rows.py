"""Tickets as rows: each with the clock that falls due next."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from jishi.clocks.reading import Read, readings_many
from jishi.clocks.winding import ASIDE
from jishi.tickets.models import Ticket

from . import clocks

MOVING = ("running", "late")


class Row(NamedTuple):
    """`clock` is None where nothing was promised and nothing runs."""

    ticket: Ticket
    clock: clocks.Shown | None


def rows(tickets: Sequence[Ticket], now: datetime, span: int | None = None, size: str = "row") -> list[Row]:
    """`span`: all strips on one scale, so many working seconds ahead."""
    read = readings_many(tickets, now)
    return [Row(ticket, _shown(next_due(read[ticket.pk]), now, span, size)) for ticket in tickets]


def next_due(reads: Iterable[Read]) -> Read | None:
    """The clock of a ticket that falls due first; else one that is paused; else the last that ended."""
    reads = [read for read in reads if read.name not in ASIDE or read.reading.state in MOVING]
    due = [read for read in reads if read.reading.state in MOVING and read.reading.due]
    if due:
        return min(due, key=lambda read: (read.name in ASIDE, read.reading.due))
    paused = [read for read in reads if read.reading.state == "paused"]
    if paused:
        return min(paused, key=lambda read: (read.reading.left is None, read.reading.left))
    promised = [read for read in reads if read.reading.met is not None]
    return max(promised or reads, key=lambda read: read.reading.parts[-1].until, default=None)


def _shown(read: Read | None, now: datetime, span: int | None, size: str) -> clocks.Shown | None:
    if read is None:
        return None
    return clocks.show(read.name, read.reading, read.hold.promise, now, span=span, size=size, explain=False)
