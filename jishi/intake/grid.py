"""A small sheet as it stands, without tickets in it: its rows, and the one of them that is the heading."""

from collections.abc import Callable, Sequence
from collections.abc import Mapping as Words
from itertools import islice
from pathlib import Path
from typing import TypeVar

from jishi.core.formulas import rearmed
from jishi.core.refused import Refused

from . import sheet
from .cells.text import Cell, shown
from .mapping import Mapping
from .opening.formats import opened
from .opening.limits import Limits
from .opening.pack import content

ROWS = 1_000
HEADS = 20  # rows the heading is looked for in
LIMITS = Limits(text_bytes=4 << 20, sheet_bytes=64 << 20, sheet_rows=60_000, sheet_cells=500_000)
Meaning = TypeVar("Meaning")


def rows_of(path: Path, most: int = ROWS) -> list[Sequence[Cell]]:
    """At most `most`. Refused: "not-a-sheet", "list-too-long", and what is no honest file."""
    sheet.demand_plain(path)
    table = opened(content(path, limits=LIMITS), Mapping())
    if table.format not in sheet.FORMATS:
        raise Refused("not-a-sheet")
    rows = iter(table.rows)
    found = list(islice(rows, most))
    if any(shown(cell) for row in rows for cell in row):
        raise Refused("list-too-long", limit=f"{most:,}")
    return found


def said_rows(
    path: Path, columns: Words[str, str], most: int = ROWS, read: Callable[[str, Cell], str] = lambda _, it: shown(it)
) -> tuple[set[str], list[tuple[int, dict[str, str]]]]:
    """The columns found by their headings (`columns`: heading -> name), and what each row below says, by number.

    `read` makes text of a cell of the named column. Empty cells and rows say nothing.
    """
    rows = rows_of(path, most)
    head, places = heading(rows, lambda row: _columns(row, columns))
    told = [(n, _said(row, places, read)) for n, row in enumerate(rows[head + 1 :], start=head + 2)]
    return set(places.values()), [(n, said) for n, said in told if said]


def _said(row: Sequence[Cell], places: dict[int, str], read: Callable[[str, Cell], str]) -> dict[str, str]:
    said = {name: rearmed(read(name, row[place])).strip() for place, name in places.items() if place < len(row)}
    return {name: text for name, text in said.items() if text}


def _columns(row: Sequence[Cell], columns: Words[str, str]) -> dict[int, str]:
    """Place -> what stands there, each once."""
    found: dict[int, str] = {}
    for place, cell in enumerate(row):
        name = columns.get(" ".join(shown(cell).split()).casefold(), "")
        if name and name not in found.values():
            found[place] = name
    return found


def heading(
    rows: Sequence[Sequence[Cell]], meanings: Callable[[Sequence[Cell]], dict[int, Meaning]]
) -> tuple[int, dict[int, Meaning]]:
    """The row that means most, and what each of its places means."""
    heads = [meanings(row) for row in rows[:HEADS]] or [{}]
    head = max(range(len(heads)), key=lambda place: len(heads[place]))
    return head, heads[head]
