"""Tickets as rows: each with the clock that falls due next."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from django.utils import timezone

from jishi.clocks.reading import Read, readings_many
from jishi.clocks.winding import ASIDE
from jishi.core.zones import moment
from jishi.directory import lists
from jishi.tickets.claiming import is_free
from jishi.tickets.models import Event, Ticket

from . import clocks

MOVING = ("running", "late")


class Row(NamedTuple):
    """`clock` is None where nothing was promised and nothing runs. `waits`: for what it is paused, and until when."""

    ticket: Ticket
    clock: clocks.Shown | None
    waits: tuple[str, datetime | None] | None = None
    free: bool = False


def rows(tickets: Sequence[Ticket], now: datetime, span: int | None = None, size: str = "row") -> list[Row]:
    """`span`: all strips on one scale, so many working seconds ahead."""
    read, waiting = readings_many(tickets, now), waits(tickets)
    return [
        Row(
            ticket,
            _shown(next_due(read[ticket.pk]), now, span, size),
            waiting.get(ticket.pk),
            ticket.open_since is not None and is_free(ticket),
        )
        for ticket in tickets
    ]


def waits(tickets: Iterable[Ticket]) -> dict[int, tuple[str, datetime | None]]:
    """What the paused ones wait for, and when we look again."""
    paused = [ticket.pk for ticket in tickets if ticket.status == "paused"]
    told = Event.objects.filter(ticket__in=paused, kind="paused").order_by("at", "seq") if paused else []
    last = {event.ticket_id: event.facts for event in told}
    names = lists.names(facts.get("reason") for facts in last.values())
    return {
        pk: (names.get(("pause", facts.get("reason")), facts.get("reason", "")), _moment(facts.get("until")))
        for pk, facts in last.items()
    }


def _moment(at: int | None) -> datetime | None:
    return None if at is None else timezone.localtime(moment(int(at)))


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
