"""A sheet as the desk reads it: one table of tickets, own fields among them, each row used once or listed with why."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from jishi.core.history import Ticket
from jishi.core.refused import Refused

from . import history, own
from .cells.text import Cell
from .heading import LOOKED_AT, find_heading
from .importing import distinct
from .mapping import Mapping
from .opening.formats import opened
from .opening.limits import Limits
from .opening.pack import content
from .opening.rows import Rows
from .table import Table
from .told import RowError, Told

# What one page reads at once; longer files come in by `jishi import`.
LIMITS = Limits(text_bytes=64 << 20, rows=50_000, sheet_bytes=256 << 20, sheet_rows=60_000, sheet_cells=3_000_000)
FORMATS = ("xlsx", "csv", "tsv")
LEFT_OUT = frozenset(["no-start", "no-id", "repeated-id", "repeated-row"])


@dataclass(slots=True)
class Sheet:
    """`own`: code -> column; `columns`: (name, example) in the order of the sheet."""

    told: Told
    tickets: list[Ticket]
    errors: list[RowError]
    own: dict[str, str]
    columns: list[tuple[str, str]]
    left_out: set[int]  # rows that become no ticket


def read(path: Path, mapping: Mapping, given: dict[str, str] | None = None) -> Sheet:
    """`given`: own field -> column, where somebody chose them. Raises Refused."""
    seen: list[Table] = []
    chosen: dict[str, str] = {}

    def further(table: Table, _: Mapping, taken: Iterable[str]) -> list[str]:
        seen.append(table)
        used = set(taken)
        free = [name for name in table.names if name not in used]
        chosen.update(own.by_headings(table.names, free) if given is None else _still_there(given, free))
        return list(chosen.values())

    demand_plain(path)
    told = history.read(path, mapping, limits=LIMITS, further=further)
    if told.file["format"] not in FORMATS:
        raise Refused("not-a-sheet")
    errors = [*told.errors, *own.take_over(told.tickets, chosen)]
    tickets, again = distinct(told.tickets)
    errors += [repeated(each, told.mapping) for each in again]
    columns = [(name, seen[0].looks[name].example) for name in seen[0].names]
    left_out = {error.row for error in errors if error.reason in LEFT_OUT}
    return Sheet(told, tickets, list(once_a_cell(errors)), chosen, columns, left_out)


def demand_plain(path: Path) -> None:
    """Nothing packed and nothing columnar: those swell ("not-a-sheet")."""
    with path.open("rb") as file:
        columnar = file.read(4) == b"PAR1"
    if columnar or content(path).wrap:
        raise Refused("not-a-sheet")


def repeated(ticket: Ticket, mapping: Mapping) -> RowError:
    column = mapping.columns.get("id", "")
    return RowError(
        ticket.row, column, ticket.id[:80] if ticket.named else "", "repeated-id" if ticket.named else "repeated-row"
    )


def headings(path: Path, mapping: Mapping) -> list[str]:
    """The names of the columns."""
    return find_heading(list(islice(_opened(path, mapping).rows, LOOKED_AT)), mapping.header_row).names


def rows(path: Path, mapping: Mapping, wanted: set[int]) -> Iterator[tuple[int, list[Cell]]]:
    """The wanted rows as they stand in the file, each with its number."""
    for number, row in enumerate(_opened(path, mapping).rows, start=1):
        if number in wanted:
            yield number, list(row)


def once_a_cell(errors: Iterable[RowError]) -> Iterator[RowError]:
    """By row. Why a cell could not be read says more than that its row has none."""
    told: dict[tuple[int, str], RowError] = {}
    for error in sorted(errors, key=lambda each: each.row):
        place = (error.row, error.column)
        if place not in told or told[place].reason in LEFT_OUT:
            told[place] = error
    yield from told.values()


def _opened(path: Path, mapping: Mapping) -> Rows:
    return opened(content(path, limits=LIMITS), mapping)


def _still_there(given: dict[str, str], free: list[str]) -> dict[str, str]:
    return {code: column for code, column in given.items() if column in free}
