"""The door for history: a file of tickets or events in, tickets with their events out (docs/READING.md)."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from django.conf import settings

from jishi.core.refused import Refused
from jishi.intake.account import account
from jishi.intake.columns.headings import FIELDS
from jishi.intake.fields import each, read_fields, read_span, text
from jishi.intake.kind import kind_of, with_ends
from jishi.intake.mapping import Mapping
from jishi.intake.opening.formats import opened
from jishi.intake.opening.limits import LIMITS, Limits
from jishi.intake.opening.pack import content
from jishi.intake.opening.rows import Progress, Rows
from jishi.intake.rows import activities, snapshots, tickets
from jishi.intake.rows.reading import Reading
from jishi.intake.table import Table, table
from jishi.intake.taking import dimensions, take
from jishi.intake.times import Times, read_times
from jishi.intake.told import Told

Further = Callable[[Table, Mapping, Iterable[str]], list[str]]
OF_A_ROW = ("activity", "by")  # texts that tell of a row, not of its ticket


def read(
    path: str | Path,
    mapping: Mapping | None = None,
    progress: Progress | None = None,
    limits: Limits = LIMITS,
    further: Further = dimensions,
) -> Told:
    """Read a file. `progress(done, total)` counts its bytes; `further` chooses columns beyond the known fields.

    Raises Refused when nothing in it can be read.
    """
    given = mapping or Mapping()
    file = content(path, given.member, progress, limits)
    rows = opened(file, given)
    tabled = table(rows, file.name, given.header_row, limits)
    settled, by = settle(tabled, given, rows, further)
    settled.member = file.member
    reading = understood(tabled, settled, rows)
    settled.zone_assumed = settled.zone_assumed and not given.zone
    builder(settled).build(reading)
    return account(reading, rows, by)


def settle(tabled: Table, given: Mapping, rows: Rows, further: Further) -> tuple[Mapping, dict[str, str]]:
    """The mapping with nothing left open, and by what each field was found. The columns it needs are read."""
    taken, by = take(tabled, given)
    extra = further(tabled, given, taken.values())
    tabled.keep([*taken.values(), *extra])
    if not tabled.numbers:
        raise Refused("no-rows", file=tabled.file)
    kind = kind_of(tabled, taken, rows.format, given.kind)
    settled = replace(
        given,
        kind=kind,
        zone=given.zone or settings.TIME_ZONE,
        encoding=rows.encoding,
        delimiter=rows.delimiter,
        sheet=rows.sheet,
        header_row=tabled.heading_row,
        columns=with_ends(taken, given, kind),
        dimensions=extra,
    )
    return settled, by


def understood(tabled: Table, settled: Mapping, rows: Rows) -> Reading:
    """The columns as moments, values and spans; the mapping learns what words and dates were read as."""
    by_group = {group: columns_of(settled, group) for group in ("moments", "texts", "counts", "spans")}
    moments = by_group["moments"]
    times = read_times(tabled, moments, settled.zone, settled.day_first, rows.since_1904)
    texts = by_group["texts"] | by_group["counts"]
    described = {field: column for field, column in texts.items() if field not in OF_A_ROW}
    fields = read_fields(tabled, described, settled.dimensions or (), settled.values)
    of_a_row = {field: each(tabled.cells[texts[field]], text) for field in OF_A_ROW if field in texts}
    ids = {"id": fields.columns.pop("id")} if "id" in texts else {}
    spans = {field: read_span(fields, tabled, column) for field, column in by_group["spans"].items()}
    settled.values = {**settled.values, **fields.values}
    settled.zone_assumed = times.naive
    settled.day_first = usual(times) if settled.day_first is None else settled.day_first
    known = {field: times.columns[column] for field, column in moments.items()}
    errors = [*times.errors, *fields.errors]
    return Reading(tabled, settled, known, fields.columns, spans, of_a_row | ids, errors, times.notes)


def columns_of(mapping: Mapping, group: str) -> dict[str, str]:
    return {field: column for field, column in mapping.columns.items() if FIELDS[field] == group}


def usual(times: Times) -> bool | None:
    """The order of day and month, when it mattered and all columns agree."""
    found = set(times.day_first.values())
    return found.pop() if len(found) == 1 else None


def builder(mapping: Mapping):
    """The module that makes tickets of such rows."""
    if mapping.kind == "tickets":
        return tickets
    return activities if "activity" in mapping.columns else snapshots
