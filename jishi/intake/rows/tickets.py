"""One row, one ticket: every column of moments is an event."""

from collections.abc import Iterator

from jishi.core.history import Event, Ticket
from jishi.intake.rows.order import in_order
from jishi.intake.rows.reading import Reading

AFTER = {"contacted": "contacted_after", "arrived": "arrived_after", "resolved": "resolved_after"}
UNFINISHED = frozenset(("new", "open", "waiting"))
NO_EVENT = frozenset(("recorded", "updated", "day", "agreed", "visit", "due_contact", "due_arrival", "due_resolution"))


def build(reading: Reading) -> None:
    """Tickets of all rows; a row without a readable start becomes an error."""
    kinds = [kind for kind in reading.moments if kind not in NO_EVENT and kind != "received"]
    for n in range(len(reading.table.numbers)):
        received = reading.moment("received", n)
        if received is None:
            refuse(reading, n)
            continue
        fields = described(reading, n)
        events = [Event("received", received, reading.moment("recorded", n), reading.text("by", n))]
        events += happened(reading, n, kinds, fields)
        events += measured(reading, n, received, {event.kind for event in events}, fields)
        number = reading.table.numbers[n]
        said = reading.text("id", n)
        reading.tickets.append(Ticket(said or str(number), fields, in_order(events), number, bool(said)))


def refuse(reading: Reading, n: int) -> None:
    """An unreadable cell has been listed already; an empty one is listed here."""
    column = reading.mapping.columns.get("received", "")
    reading.refuse_row(n, column, str(reading.table.cells[column][n] or "")[:80], "no-start")


def described(reading: Reading, n: int) -> dict[str, object]:
    promised = {
        name: at
        for name in reading.moments
        if name.startswith("due_") or name in ("agreed", "visit")
        if (at := reading.moments[name][n]) is not None
    }
    return {**reading.described(n), **promised}


def happened(reading: Reading, n: int, kinds: list[str], fields: dict[str, object]) -> Iterator[Event]:
    """The moments of the row. What ends a cancelled ticket is its cancelling."""
    cancelled = fields.get("status") == "cancelled"
    proxy = reading.mapping.columns.get("resolved") == reading.mapping.columns.get("closed")
    for kind in kinds:
        at = reading.moments[kind][n]
        if at is None or (cancelled and kind == "resolved" and proxy):
            continue
        if cancelled and kind == "closed" and "cancelled" not in kinds:
            yield Event("cancelled", at)
        elif kind == "assigned":
            yield Event(kind, at, facts={name: fields[name] for name in ("owner", "team") if name in fields})
        else:
            yield Event(kind, at)


def measured(reading: Reading, n: int, received: int, known: set[str], fields: dict) -> Iterator[Event]:
    """A recorded duration tells the end that no column tells; not that of a ticket still open."""
    for kind, span in AFTER.items():
        if kind in known or span not in reading.spans:
            continue
        seconds = reading.spans[span][n]
        ended = kind != "resolved" or fields.get("status") not in UNFINISHED | {"cancelled"}
        if seconds is not None and seconds >= 0 and ended:
            yield Event(kind, received + seconds, facts={"measured": True})
