"""One row, one activity: its word says which event it was, the rest is kept as `changed`."""

from jishi.core.history import Event, Ticket
from jishi.core.lifecycle import KINDS
from jishi.core.refused import Refused
from jishi.intake.columns.headings import joined
from jishi.intake.rows.cases import cases
from jishi.intake.rows.order import in_order
from jishi.intake.rows.reading import Reading
from jishi.intake.rows.tickets import NO_EVENT
from jishi.intake.values.words import code_of


def build(reading: Reading) -> None:
    """A ticket for every id. The first activity is the receipt where no word or column names one."""
    kinds = meanings(reading)
    for case, rows in cases(reading).items():
        events = [event for n in rows if (event := activity(reading, n, kinds)) is not None]
        events += case_moments(reading, rows, {event.kind for event in events})
        if not events:
            reading.refuse_row(rows[0], reading.mapping.columns.get("updated", ""), "", "no-start")
            continue
        if not any(event.kind == "received" for event in events):
            first = min(events, key=lambda event: event.at)
            events.append(Event("received", first.at, by=first.by))
        reading.tickets.append(Ticket(case, latest(reading, rows), in_order(events), reading.table.numbers[rows[-1]]))


def meanings(reading: Reading) -> dict[str, str]:
    """Activity -> kind, by the mapping first; written back into it."""
    given = {joined(word): kind for word, kind in reading.mapping.events.items()}
    for kind in given.values():
        if kind not in KINDS:
            raise Refused("map-unknown-code", field="events", value=kind, known=", ".join(KINDS))
    found = {}
    for said in sorted({str(each) for each in reading.texts["activity"] if each is not None}):
        found[said] = given.get(joined(said)) or code_of("activity", said) or "changed"
    reading.mapping.events = {**reading.mapping.events, **dict(list(found.items())[:300])}
    return found


def activity(reading: Reading, n: int, kinds: dict[str, str]) -> Event | None:
    at = reading.moment("updated", n)
    if at is None:
        return None
    said = reading.text("activity", n)
    kind = kinds.get(said, "changed")
    facts: dict[str, object] = {"activity": said}
    for name in ("owner", "team"):
        if kind in ("assigned", "accepted", "transferred") and name in reading.fields:
            facts |= {name: reading.fields[name][n]} if reading.fields[name][n] is not None else {}
    return Event(kind, at, by=reading.text("by", n), facts=facts)


def case_moments(reading: Reading, rows: list[int], known: set[str]) -> list[Event]:
    """Columns of moments beside the activities, where no activity tells the same."""
    columns = [kind for kind in reading.moments if kind not in NO_EVENT and kind not in known]
    found = []
    for kind in columns:
        at = next((at for n in reversed(rows) if (at := reading.moments[kind][n]) is not None), None)
        if at is not None:
            found.append(Event(kind, at))
    return found


def latest(reading: Reading, rows: list[int]) -> dict[str, object]:
    """What was said last of each field: a row of a log may tell only what it changed."""
    fields: dict[str, object] = {}
    for n in rows:
        fields |= reading.described(n)
    return fields
