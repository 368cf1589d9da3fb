"""The journal: the only truth about time. Everything that happens to a ticket is recorded here, and only here."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.dispatch import Signal

from jishi.core import history as core
from jishi.core.lifecycle import misfits
from jishi.core.zones import moment, seconds

from .chain import salted, seal
from .entry import LATE, Entry
from .models import Event, Note, Ticket
from .reading_rows import Question
from .standing import corrections, stand
from .writing_rows import write_row

TOLD = ("kind", "at", "recorded_at", "by_id", "facts")
ENTRIES = Question(
    Event, lambda ticket: Event.objects.filter(ticket=ticket).order_by("seq").values_list("digest", *TOLD)
)

# The only signal of the house; only route.py listens. Sent with tales=[Tale, …], now=datetime.
recorded = Signal()


@dataclass(slots=True)
class Tale:
    """A ticket, its journal in order of recording, and how many of the last entries are new.

    `live`: they happen now; history comes in by the batch door and alarms nobody. `sealed`: the digest of the last
    entry that is stored; `words`: what was said with the last one, as it is recorded.
    """

    ticket: Ticket
    entries: list[core.Event]
    new: int = 0
    live: bool = True
    sealed: str = ""
    words: str = ""

    @property
    def told(self) -> list[core.Event]:
        """The events as they stand."""
        return stand(self.entries)


@dataclass(slots=True)
class Line:
    """An entry of the timeline: when it stands, whether it is void or doubtful, and what corrected it."""

    event: Event
    at: datetime
    void: bool
    doubtful: bool
    corrected: bool

    @property
    def note(self) -> str:
        return self.event.note.body if hasattr(self.event, "note") else ""


def tales(tickets: Iterable[Ticket]) -> list[Tale]:
    """The journals of these tickets, in one query."""
    found = {ticket.pk: Tale(ticket, []) for ticket in tickets}
    rows = Event.objects.filter(ticket__in=list(found)).order_by("ticket_id", "seq")
    for ticket, digest, *told in rows.values_list("ticket_id", "digest", *TOLD):
        found[ticket].entries.append(_told(*told))
        found[ticket].sealed = digest
    return list(found.values())


def tale(ticket: Ticket) -> Tale:
    rows = ENTRIES.ask(ticket.pk)
    return Tale(ticket, [_told(*told) for _, *told in rows], sealed=rows[-1][0] if rows else "")


def history(ticket: Ticket) -> list[core.Event]:
    """What the journal tells of a ticket, corrections applied, in order of `at`."""
    return tale(ticket).told


def timeline(ticket: Ticket) -> list[Line]:
    """Every entry in the order it stands, for reading: voided ones too, each with its words."""
    rows = list(Event.objects.filter(ticket=ticket).select_related("note", "by").order_by("seq"))
    entries = [_told(row.kind, row.at, row.recorded_at, row.by_id, row.facts) for row in rows]
    latest = corrections(entries)
    lines = [_line(row, latest.get(row.seq)) for row in rows]
    lines.sort(key=lambda line: line.at)
    _doubt(lines)
    return lines


def record(tale: Tale, event: core.Event, entry: Entry) -> Event:
    """Append `event` to the journal of a ticket and let the house react, in the transaction that is open."""
    before = len(tale.entries) - tale.new
    row, note = inscribe(tale.ticket, event, entry.door, entry.note, (before, tale.sealed))
    write_row(row)
    if note:
        note.event = row
        write_row(note)
    tale.sealed, tale.words = row.digest, entry.note
    recorded.send(sender=Event, tales=[tale], now=entry.now)
    return row


def inscribe(
    ticket: Ticket, event: core.Event, door: str, words: str, last: tuple[int, str]
) -> tuple[Event, Note | None]:
    """The rows of an entry that follows the `last`, of which we know place and digest; sealed, not yet saved."""
    at, recorded_at = moment(event.at), moment(event.at if event.recorded_at is None else event.recorded_at)
    row = Event(
        ticket=ticket,
        seq=last[0] + 1,
        kind=event.kind,
        at=at,
        recorded_at=recorded_at,
        late=recorded_at - at > LATE,
        by_id=int(event.by) if event.by else None,
        door=door,
        facts=event.facts,
    )
    note = None
    if words:
        salt, row.note_digest = salted(words)
        note = Note(body=words, salt=salt)
    row.digest = seal(last[1], ticket.number, row)
    return row, note


def _told(kind: str, at: datetime, recorded_at: datetime, by: int | None, facts: dict) -> core.Event:
    return core.Event(kind, seconds(at), seconds(recorded_at), str(by or ""), facts)


def _line(row: Event, correction: core.Event | None) -> Line:
    moved = correction.facts["at"] if correction else None
    at = row.at if moved is None else moment(int(moved))
    corrected = correction is not None
    return Line(row, at, void=corrected and moved is None, doubtful=False, corrected=corrected)


def _doubt(lines: Sequence[Line]) -> None:
    standing = [(core.Event(line.event.kind, seconds(line.at)), line) for line in lines if not line.void]
    doubtful = {id(event) for event in misfits(event for event, _ in standing)}
    for event, line in standing:
        line.doubtful = id(event) in doubtful
