"""A small sheet as it stands, without tickets in it: its rows, and the one of them that is the heading."""

from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path
from typing import TypeVar

from jishi.core.refused import Refused

from . import sheet
from .cells.text import Cell
from .mapping import Mapping
from .opening.formats import opened
from .opening.limits import Limits
from .opening.pack import content

ROWS = 1_000
HEADS = 20  # rows the heading is looked for in
LIMITS = Limits(text_bytes=4 << 20, rows=ROWS, sheet_bytes=64 << 20, sheet_rows=60_000, sheet_cells=500_000)
Meaning = TypeVar("Meaning")


def rows_of(path: Path) -> list[Sequence[Cell]]:
    """At most ROWS. Refused: "not-a-sheet", and what is no honest file."""
    sheet.demand_plain(path)
    table = opened(content(path, limits=LIMITS), Mapping())
    if table.format not in sheet.FORMATS:
        raise Refused("not-a-sheet")
    return list(islice(table.rows, ROWS))


def heading(
    rows: Sequence[Sequence[Cell]], meanings: Callable[[Sequence[Cell]], dict[int, Meaning]]
) -> tuple[int, dict[int, Meaning]]:
    """The row that means most, and what each of its places means."""
    heads = [meanings(row) for row in rows[:HEADS]] or [{}]
    head = max(range(len(heads)), key=lambda place: len(heads[place]))
    return head, heads[head]
