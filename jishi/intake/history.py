"""The door for history: a file of tickets or events in, tickets with their events out (docs/READING.md)."""

from dataclasses import replace
from pathlib import Path

from django.conf import settings

from jishi.core.refused import Refused
from jishi.intake.cells.durations import unit_in
from jishi.intake.cells.text import blank, plain
from jishi.intake.columns.headings import FIELDS
from jishi.intake.fields import each, read_fields, read_span, text
from jishi.intake.mapping import Mapping
from jishi.intake.opening.formats import opened
from jishi.intake.opening.pack import content
from jishi.intake.opening.rows import Progress, Rows
from jishi.intake.rows import activities, snapshots, tickets
from jishi.intake.rows.reading import Reading
from jishi.intake.table import Table, table
from jishi.intake.taking import dimensions, take
from jishi.intake.times import Times, read_times
from jishi.intake.told import Note, Taken, Told

LOG_SHARE = {True: 0.95, False: 0.7}  # ids : rows, below which rows are events; with an activity column, without


def read(path: str | Path, mapping: Mapping | None = None, progress: Progress | None = None) -> Told:
    """Read a file. `progress(done, total)` counts its bytes. Raises Refused when nothing in it can be read."""
    given = mapping or Mapping()
    file = content(path, given.member, progress)
    rows = opened(file, given)
    tabled = table(rows, file.name, given.header_row)
    taken, by = take(tabled, given)
    extra = dimensions(tabled, given, taken.values())
    tabled.keep([*taken.values(), *extra])
    if not tabled.numbers:
        raise Refused("no-rows", file=file.name)
    kind = given.kind or kind_of(tabled, taken, rows.format)
    refuse_kind(kind, taken)
    taken = settled(taken, given, kind)
    told = replace(
        given,
        kind=kind,
        zone=given.zone or settings.TIME_ZONE,
        member=file.member,
        encoding=rows.encoding,
        delimiter=rows.delimiter,
        sheet=rows.sheet,
        header_row=tabled.heading_row,
        columns=taken,
        dimensions=extra,
    )
    return built(tabled, told, rows, by, file.name, zone_given=bool(given.zone))


def kind_of(tabled: Table, taken: dict[str, str], form: str) -> str:
    """ "events" when ids recur and rows have their own moment; XES always."""
    if form == "xes":
        return "events"
    if not {"id", "updated"} <= taken.keys():
        return "tickets"
    ids = tabled.cells[taken["id"]]
    share = len(set(ids)) / len(ids)
    return "events" if share < LOG_SHARE["activity" in taken] else "tickets"


def refuse_kind(kind: str, taken: dict[str, str]) -> None:
    if kind not in ("tickets", "events"):
        raise Refused("map-unknown-code", field="kind", value=kind, known="tickets, events")
    if kind == "events" and not {"id", "updated"} <= taken.keys():
        raise Refused("no-log-columns", missing=", ".join(sorted({"id", "updated"} - taken.keys())))


def settled(taken: dict[str, str], given: Mapping, kind: str) -> dict[str, str]:
    """The end of a ticket is its solution where no column tells the solution itself."""
    ended = {"resolved", "resolved_after"} & taken.keys()
    if kind == "tickets" and "closed" in taken and not ended and "resolved" not in given.columns:
        return {**taken, "resolved": taken["closed"]}
    return taken


def built(tabled: Table, told: Mapping, rows: Rows, by: dict[str, str], name: str, zone_given: bool) -> Told:
    moments = {field: column for field, column in told.columns.items() if FIELDS[field] == "moments"}
    times = read_times(tabled, moments, told.zone, told.day_first, rows.since_1904)
    reading = assembled(tabled, told, times, moments)
    builder = tickets if told.kind == "tickets" else activities if "activity" in told.columns else snapshots
    builder.build(reading)
    if not reading.tickets:
        first = min(reading.errors, key=lambda error: error.row)
        raise Refused(
            "nothing-readable",
            file=name,
            rows=len(tabled.numbers),
            row=first.row,
            column=first.column,
            value=first.value,
            reason=first.reason,
        )
    told.zone_assumed = not zone_given and times.naive
    told.day_first = told.day_first if told.day_first is not None else usual(times)
    derived = sum(len(ticket.events) for ticket in reading.tickets)
    return Told(
        reading.tickets,
        len(tabled.numbers) if told.kind == "events" else derived,
        sorted(reading.errors, key=lambda error: error.row),
        told,
        {
            "name": name,
            "format": rows.format,
            "encoding": rows.encoding,
            "rows": len(tabled.numbers),
            "kind": told.kind,
        },
        [taken_column(tabled, field, column, by) for field, column in told.columns.items()],
        [column for column in tabled.names if column not in tabled.cells],
        [*reading.notes, *noted(tabled, told, by)],
    )


def assembled(tabled: Table, told: Mapping, times: Times, moments: dict[str, str]) -> Reading:
    texts = {field: column for field, column in told.columns.items() if FIELDS[field] in ("texts", "counts")}
    fields = read_fields(
        tabled, {f: c for f, c in texts.items() if f not in ("activity", "by")}, told.dimensions or (), told.values
    )
    told.values = {**told.values, **fields.values}
    ids = fields.columns.pop("id", None)
    own = {f: each(tabled.cells[c], text) for f, c in texts.items() if f in ("activity", "by")}
    spans = {f: read_span(fields, tabled, c) for f, c in told.columns.items() if FIELDS[f] == "spans"}
    return Reading(
        tabled,
        told,
        {field: times.columns[column] for field, column in moments.items()},
        fields.columns,
        spans,
        own | ({"id": ids} if ids is not None else {}),
        errors=[*times.errors, *fields.errors],
        notes=times.notes,
    )


def usual(times: Times) -> bool | None:
    """The order of day and month, when it mattered and all columns agree."""
    found = set(times.day_first.values())
    return found.pop() if len(found) == 1 else None


def taken_column(tabled: Table, field: str, column: str, by: dict[str, str]) -> Taken:
    cells = tabled.cells[column]
    empty = {cell for cell in set(cells) if blank(cell)}
    share = sum(1 for cell in cells if cell not in empty) / len(cells)
    example = next((plain(cell) for cell in cells if cell not in empty), "")
    return Taken(column, field, by.get(field, "header"), share, example[:80])


def noted(tabled: Table, told: Mapping, by: dict[str, str]) -> list[Note]:
    """What was assumed or left out."""
    notes = [
        Note(f"rows-{why}", {"rows": rows[:20], "count": len(rows)}) for why, rows in tabled.skipped.items() if rows
    ]
    if told.zone_assumed:
        notes.append(Note("zone-assumed", {"zone": told.zone}))
    if told.kind == "tickets" and "resolved" in told.columns and "resolved" not in by:
        notes.append(Note("closed-is-resolved", {"column": told.columns["closed"]}))
    unclear = [c for f, c in told.columns.items() if FIELDS[f] == "spans" and not unit_in(c) and tabled.looks[c].number]
    return notes + [Note("duration-without-unit", {"column": column}) for column in unclear]
