"""A roster in a sheet: days in the heading, people in the rows. Who they are is found out by directory/planning.py."""

import re
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from jishi.core.formulas import rearmed
from jishi.core.refused import Refused
from jishi.directory.planning import Row

from .cells.text import Cell, shown
from .grid import heading, rows_of

DAYS = 62
WHOLE = re.compile(r"(20\d\d)\s?[-/.年]\s?(\d\d?)\s?[-/.月]\s?(\d\d?)(?!\d)")
SHORT = re.compile(r"(\d\d?)\s?[-/.月]\s?(\d\d?)(?!\d)")
ALONE = re.compile(r"(\d\d?)\s?[日号]?(?!\d)")


def read(path: Path, first: date) -> list[Row]:
    """The rows; `first` is the month that a day without one belongs to. Refused: "not-a-sheet", "no-days"."""
    rows = rows_of(path)
    head, days = heading(rows, lambda row: _days(row, first))
    if not days or len(days) > DAYS:
        raise Refused("no-days")
    names = {place: shown(rows[head][place]) for place in days}
    return [_row(n, row, days, names) for n, row in enumerate(rows[head + 1 :], start=head + 2)]


def _row(n: int, row: Sequence[Cell], days: dict[int, date], names: dict[int, str]) -> Row:
    """Who it is about stands before the days; what stands behind them are sums."""
    said = [text for cell in row[: min(days)] if (text := shown(cell))]
    cells = [(day, names[place], rearmed(shown(row[place]))) for place, day in days.items() if place < len(row)]
    return Row(n, said, [cell for cell in cells if cell[2]])


def _days(row: Sequence[Cell], first: date) -> dict[int, date]:
    """Place -> day, each day once."""
    found: dict[int, date] = {}
    for place, cell in enumerate(row):
        if (day := day_of(cell, first)) and day not in found.values():
            found[place] = day
    return found


def day_of(cell: Cell, first: date) -> date | None:
    """A day as it stands over a column: a date, 2026-03-02, 3/2, 03-02 Mon, 3月2日, 2日, 2."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    text = shown(cell)
    if match := WHOLE.match(text):
        return _date(*map(int, match.groups()))
    if match := SHORT.match(text):
        month, day = map(int, match.groups())
        near = [found for year in (-1, 0, 1) if (found := _date(first.year + year, month, day))]
        return min(near, key=lambda each: abs(each - first), default=None)
    match = ALONE.fullmatch(text)
    return _date(first.year, first.month, int(match[1])) if match else None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
