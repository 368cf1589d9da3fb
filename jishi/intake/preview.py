"""What a person is shown of a sheet before it comes in: columns, words nobody knew, the first rows as they are read."""

from collections import Counter
from typing import Any

from jishi.core.history import Ticket
from jishi.core.refused import Refused

from .columns.headings import FIELDS
from .fields import CODED
from .sheet import Sheet
from .values.words import WORDS

SHOWN = 20
CODES = {
    "status": ("new", "open", "waiting", "resolved", "closed", "cancelled"),
    "priority": ("P0", "P1", "P2", "P3"),
    "channel": tuple(WORDS["channel"]),
    "zone": ("same_city", "other_city"),
}


def preview(sheet: Sheet) -> dict[str, Any]:
    """As JSON: codes, ids and the sheet's own words."""
    told = sheet.told
    columns = [[name, field_of(sheet, name), example] for name, example in sheet.columns]
    fields = [field.removeprefix("own.") for _, field, _ in columns if field and FIELDS.get(field) != "spans"]
    return {
        "columns": columns,
        "fields": fields,
        "rows": [[ticket.row, said(ticket, fields)] for ticket in sheet.tickets[:SHOWN]],
        "unknown": {name: unknown(sheet.tickets, name) for name in CODED if name in told.mapping.columns},
        "values": {name: known(sheet, name) for name in CODED if name in told.mapping.columns},
        "notes": [[note.code, note.facts.get("count", 0)] for note in told.notes],
        "zone": told.mapping.zone,
    }


def unreadable(refused: Refused, names: list[str]) -> dict[str, Any]:
    """A sheet that can be read once somebody says what its columns are."""
    facts = {name: str(value) for name, value in refused.facts.items()}
    return {"refused": [refused.code, facts], "columns": [[name, "", ""] for name in names]}


def field_of(sheet: Sheet, column: str) -> str:
    """The first field the column was taken for, an own one as "own.code"; "" where nobody uses it."""
    own = next((f"own.{code}" for code, name in sheet.own.items() if name == column), "")
    return next((field for field in FIELDS if sheet.told.mapping.columns.get(field) == column), own)


def said(ticket: Ticket, fields: list[str]) -> dict[str, Any]:
    """Field -> what the ticket says there; moments as epoch seconds."""
    first = {event.kind: event.at for event in reversed(ticket.events)}
    first |= {"recorded": ticket.events[0].recorded_at, "id": ticket.id} if ticket.events else {}
    found = {field: ticket.fields.get(field, first.get(field)) for field in fields}
    return {field: value for field, value in found.items() if value not in (None, "")}


def unknown(tickets: list[Ticket], name: str) -> list[tuple[str, int]]:
    """Words of a coded column that stand for no code of ours, the most frequent first."""
    counts = Counter(str(ticket.fields[name]) for ticket in tickets if ticket.fields.get(name))
    return [(word, n) for word, n in counts.most_common(60) if word not in CODES[name]]


def known(sheet: Sheet, name: str) -> list[tuple[str, str]]:
    """Word -> code, where a word was understood."""
    meant = sheet.told.mapping.values.get(name, {})
    return [(word, str(code)) for word, code in meant.items() if code in CODES[name]][:60]
