"""03/04/2026: the third of April or the fourth of March? Decided from the whole column, never from one cell."""

import re
from collections.abc import Iterable

from jishi.intake.cells.text import Cell, plain

PARTS = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](?:\d{4}|\d{2})(?!\d)")


def parts(cell: Cell) -> tuple[int, int] | None:
    match = PARTS.match(plain(cell)) if isinstance(cell, str) else None
    return (int(match[1]), int(match[2])) if match else None


def votes(cells: Iterable[Cell]) -> tuple[int, int, int]:
    """How many cells can only be day first, only month first, and either."""
    day, month, either = 0, 0, 0
    for first, second in filter(None, map(parts, cells)):
        if 12 < first <= 31 and second <= 12:
            day += 1
        elif 12 < second <= 31 and first <= 12:
            month += 1
        elif first <= 12 and second <= 12:
            either += 1
    return day, month, either


def decided(cells: Iterable[Cell]) -> tuple[bool | None, bool]:
    """(day first?, does it matter?): None when every part is at most 12 or both readings are equally often forced."""
    day, month, either = votes(cells)
    matters = bool(day or month or either)
    return (None if day == month else day > month), matters
