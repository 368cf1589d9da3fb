"""A file opened: its rows, one by one."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from jishi.intake.cells.text import Cell

Progress = Callable[[int, int], None]  # (bytes done, bytes in all)


@dataclass(slots=True)
class Rows:
    """`heading` is None where the rows contain it somewhere (CSV, spreadsheets); rows count from 1 then."""

    format: str
    rows: Iterator[list[Cell]]
    heading: list[str] | None = None
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    since_1904: bool = False
    row_formed: bool = True  # rows are lists in the order of the heading
    notes: list[tuple[str, dict]] = field(default_factory=list)
