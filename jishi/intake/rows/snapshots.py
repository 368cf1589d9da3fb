"""One row, one update of a ticket: events are what changed from row to row, and what the last row says."""

from collections.abc import Iterator

from jishi.core.history import Event, Ticket
from jishi.intake.rows.cases import cases
from jishi.intake.rows.order import in_order
from jishi.intake.rows.reading import Reading
from jishi.intake.rows.tickets import NO_EVENT, described

DONE = frozenset(("resolved", "closed"))
WATCHED = ("owner", "team", "status", "status_raw", "priority", "reopens")
WORKING = frozenset(("new", "open", "waiting"))


def build(reading: Reading) -> None:
    """A ticket for every id; one without any readable moment becomes an error."""
    watched = [reading.fields[name] for name in WATCHED if name in reading.fields]
    states = list(zip(*watched, strict=True)) or [()] * len(reading.table.numbers)
    for case, rows in cases(reading).items():
        last = rows[-1]
        received = begun(reading, rows)
        if received is None:
            column = reading.mapping.columns.get("received", reading.mapping.columns.get("updated", ""))
            reading.refuse_row(rows[0], column, "", "no-start")
            continue
        events = [Event("received", received, first_told(reading, "recorded", rows))]
        for before, now in zip([None, *rows], rows, strict=False):
            if before is None or states[before] != states[now]:
                events += changed(reading, before, now)
        events += final(reading, rows, events)
        reading.tickets.append(Ticket(case, described(reading, last), in_order(events), reading.table.numbers[last]))


def begun(reading: Reading, rows: list[int]) -> int | None:
    """When it came in: as the last row says, else as an earlier one does, else the first update."""
    for name in ("received", "updated"):
        order = reversed(rows) if name == "received" else rows
        for n in order:
            if (at := reading.moment(name, n)) is not None:
                return at
    return None


def first_told(reading: Reading, name: str, rows: list[int]) -> int | None:
    return next((at for n in rows if (at := reading.moment(name, n)) is not None), None)


def changed(reading: Reading, before: int | None, now: int) -> Iterator[Event]:
    """What is different from the row before; the first row may already be assigned."""
    at = reading.moment("updated", now)
    if at is None:
        return
    by = reading.text("by", now)
    yield from handed(reading, before, now, at, by)
    if before is None:
        return
    yield from moved(reading, before, now, at, by)
    old, new = (value(reading, "priority", n) for n in (before, now))
    if old != new and old is not None and new is not None:
        yield Event("reprioritised", at, by=by, facts={"from": old, "to": new})


def value(reading: Reading, name: str, n: int) -> object:
    column = reading.fields.get(name)
    return column[n] if column is not None else None


def handed(reading: Reading, before: int | None, now: int, at: int, by: str) -> Iterator[Event]:
    """A new owner is an assignment; another team without one is a transfer."""
    was, owner = (None if before is None else value(reading, "owner", before)), value(reading, "owner", now)
    team_was, team = (None if before is None else value(reading, "team", before)), value(reading, "team", now)
    if team_was is not None and team is not None and team != team_was:
        yield Event("transferred", at, by=by, facts={"from": team_was, "to": team})
    if owner is not None and owner != was:
        yield Event("assigned", at, by=by, facts={"owner": owner, **({"team": team} if team else {})})


def moved(reading: Reading, before: int, now: int, at: int, by: str) -> Iterator[Event]:
    """A change of state, told as what was done."""
    old, new = value(reading, "status", before), value(reading, "status", now)
    counted = more_reopens(reading, before, now)
    if counted or (old in DONE and new in WORKING):
        yield Event("reopened", at, by=by)
    if old == new:
        return
    if new == "waiting":
        yield Event("paused", at, by=by, facts={"reason": value(reading, "status_raw", now)})
    elif old == "waiting":
        yield Event("resumed", at, by=by)
    elif old == "new" and new == "open":
        yield Event("started", at, by=by)
    if new in ("resolved", "closed", "cancelled") and not (new == "resolved" and old == "closed"):
        yield Event(str(new), at, by=by, facts={"by_state": True})


def more_reopens(reading: Reading, before: int, now: int) -> bool:
    old, new = value(reading, "reopens", before), value(reading, "reopens", now)
    return isinstance(old, int) and isinstance(new, int) and new > old


def final(reading: Reading, rows: list[int], events: list[Event]) -> list[Event]:
    """Moments of the whole ticket stand on every row and look ahead on the early ones: the last row's hold.

    Where the file has such a column, the last change into that state gives way to it, an empty one included:
    a ticket closed without the moment of its solution stays without.
    """
    said = []
    for kind in reading.moments:
        if kind in NO_EVENT or kind == "received":
            continue
        states = [event for event in events if event.kind == kind and event.facts.get("by_state")]
        reopened = max((event.at for event in events if event.kind == "reopened"), default=None)
        for event in states:
            if reopened is None or event.at >= reopened:
                events.remove(event)
        if (at := reading.moment(kind, rows[-1])) is not None:
            said.append(Event(kind, at))
    return said
