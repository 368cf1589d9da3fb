"""The batch door of the journal: history comes in quickly and in short transactions, and alarms nobody."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from time import perf_counter

from django.db import transaction

from jishi.core.history import Event as Told

from .fold import fold
from .journal import Tale, inscribe, recorded
from .models import Event, Ticket
from .numbering import month, numbers
from .verbs import store
from .writing_rows import write_rows

LONGEST = 0.2  # seconds a write transaction may take while others wait for it
AIM = 0.6  # of that
Beside = Callable[[list[Tale]], None]


@dataclass(slots=True)
class Draft:
    """What is to be written of one ticket: new entries in order of recording, the words to some of them.

    `ticket` is a new row, its words and own fields set, or one that is there; `before` is then its journal so far.
    """

    ticket: Ticket
    entries: list[Told]
    notes: dict[int, str] = field(default_factory=dict)
    before: list[Told] = field(default_factory=list)


def record_many(
    drafts: Iterable[Draft], door: str, now: datetime, longest: float = LONGEST, beside: Beside | None = None
) -> Iterator[list[Tale]]:
    """Write the drafts, each ticket whole or not at all; yields what each transaction wrote.

    `beside` is done within each transaction, after it wrote.
    """
    remaining, size = iter(drafts), 16
    while batch := list(islice(remaining, size)):
        since = perf_counter()
        tales = write_batch(batch, door, now, beside)
        size = max(1, int(size * min(2, AIM * longest / max(perf_counter() - since, 0.001))))
        yield tales


@transaction.atomic
def write_batch(batch: list[Draft], door: str, now: datetime, beside: Beside | None = None) -> list[Tale]:
    tales = [Tale(draft.ticket, draft.before + draft.entries, len(draft.entries), live=False) for draft in batch]
    _write_tickets(tales)
    _write_events(batch, door)
    recorded.send(sender=Event, tales=tales, now=now)
    if beside:
        beside(tales)
    return tales


def _write_tickets(tales: list[Tale]) -> None:
    fresh = defaultdict(list)
    for tale in tales:
        columns = fold(tale.told)
        if tale.ticket.pk:
            store(tale.ticket, columns)
            continue
        for name, value in columns.items():
            setattr(tale.ticket, name, value)
        tale.ticket.version = len(tale.entries)
        fresh[month(tale.ticket.received_at)].append(tale.ticket)
    for tickets in fresh.values():
        _number(tickets)
        write_rows(tickets)


def _number(tickets: list[Ticket]) -> None:
    for ticket, number in zip(tickets, numbers(tickets[0].received_at, len(tickets)), strict=True):
        ticket.number = number


def _write_events(batch: list[Draft], door: str) -> None:
    last, events, notes = _last([draft.ticket for draft in batch if draft.before]), [], []
    for draft in batch:
        previous = last.get(draft.ticket.pk, (0, ""))
        for i, entry in enumerate(draft.entries):
            event, note = inscribe(draft.ticket, entry, door, draft.notes.get(i, ""), previous)
            previous = event.seq, event.digest
            events.append(event)
            notes += [(note, event)] if note else []
    write_rows(events)
    for note, event in notes:
        note.event = event
    write_rows([note for note, _ in notes])


def _last(tickets: list[Ticket]) -> dict[int, tuple[int, str]]:
    """Place and digest of the last entry of each ticket's journal."""
    rows = Event.objects.filter(ticket__in=tickets).order_by("seq").values_list("ticket_id", "seq", "digest")
    return {ticket: (seq, digest) for ticket, seq, digest in rows} if tickets else {}
