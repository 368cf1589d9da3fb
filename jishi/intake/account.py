"""What was made of the file: columns and what they were taken for, what was assumed, what was left out."""

from jishi.core.refused import Refused
from jishi.intake.cells.durations import unit_in
from jishi.intake.cells.text import blank, plain
from jishi.intake.columns.headings import FIELDS
from jishi.intake.mapping import Mapping
from jishi.intake.opening.rows import Rows
from jishi.intake.rows.reading import Reading
from jishi.intake.table import Table
from jishi.intake.told import Note, RowError, Taken, Told

SHOWN = 20


def account(reading: Reading, rows: Rows, by: dict[str, str]) -> Told:
    """The whole answer. Raises Refused("nothing-readable") when there is no ticket in it."""
    tabled, mapping = reading.table, reading.mapping
    errors = sorted(reading.errors, key=lambda error: error.row)
    if not reading.tickets:
        refuse(tabled, errors[0])
    derived = sum(len(ticket.events) for ticket in reading.tickets)
    return Told(
        tickets=reading.tickets,
        events=len(tabled.numbers) if mapping.kind == "events" else derived,
        errors=errors,
        mapping=mapping,
        file=file_facts(tabled, mapping, rows),
        columns=[
            taken(tabled, field, column, found_by(mapping, field, by)) for field, column in mapping.columns.items()
        ],
        unused=[column for column in tabled.names if column not in tabled.cells],
        notes=[*reading.notes, *left_out(tabled), *assumed(tabled, mapping, by)],
    )


def refuse(tabled: Table, first: RowError) -> None:
    where = {"row": first.row, "column": first.column, "value": first.value, "reason": first.reason}
    raise Refused("nothing-readable", file=tabled.file, rows=len(tabled.numbers), **where)


def file_facts(tabled: Table, mapping: Mapping, rows: Rows) -> dict[str, object]:
    counted = {"rows": len(tabled.numbers), "kind": mapping.kind}
    return {"name": tabled.file, "format": rows.format, "encoding": rows.encoding, **counted}


def found_by(mapping: Mapping, field: str, by: dict[str, str]) -> str:
    """A field that borrows the column of another was found as that one was."""
    lenders = [other for other, column in mapping.columns.items() if column == mapping.columns[field]]
    return next(by[each] for each in (field, *lenders) if each in by)


def taken(tabled: Table, field: str, column: str, by: str) -> Taken:
    cells = tabled.cells[column]
    empty = {cell for cell in set(cells) if blank(cell)}
    share = sum(1 for cell in cells if cell not in empty) / len(cells)
    example = next((plain(cell) for cell in cells if cell not in empty), "")
    return Taken(column, field, by, share, example[:80])


def left_out(tabled: Table) -> list[Note]:
    """Rows that tell of no ticket."""
    skipped = [(why, rows) for why, rows in tabled.skipped.items() if rows]
    return [Note(f"rows-{why}", {"rows": rows[:SHOWN], "count": len(rows)}) for why, rows in skipped]


def assumed(tabled: Table, mapping: Mapping, by: dict[str, str]) -> list[Note]:
    notes = []
    if mapping.zone_assumed:
        notes.append(Note("zone-assumed", {"zone": mapping.zone}))
    if mapping.kind == "tickets" and "resolved" in mapping.columns and "resolved" not in by:
        notes.append(Note("closed-is-resolved", {"column": mapping.columns["closed"]}))
    spans = [column for field, column in mapping.columns.items() if FIELDS[field] == "spans"]
    unclear = [column for column in spans if not unit_in(column) and tabled.looks[column].number]
    return notes + [Note("duration-without-unit", {"column": column}) for column in unclear]
