"""Where the heading of a sheet is: below a title, in one row or in two, with merged or repeated names."""

from collections.abc import Sequence
from dataclasses import dataclass

from jishi.core.refused import Refused
from jishi.intake.cells.moments import moment
from jishi.intake.cells.numbers import number
from jishi.intake.cells.text import Cell, blank, plain
from jishi.intake.columns.headings import candidates

LOOKED_AT = 20
LONGEST = 120


@dataclass(slots=True, frozen=True)
class Heading:
    """Column names, and the numbers (from 1) of the first row of the heading and of the first row below it."""

    names: list[str]
    row: int
    below: int


def find_heading(rows: Sequence[Sequence[Cell]], given_row: int = 0) -> Heading:
    """Raises Refused("no-heading") when no row could be one."""
    looked = rows[:LOOKED_AT]
    if given_row:
        if given_row > len(rows):
            raise Refused("no-heading", row=given_row)
        return Heading(unique(rows[given_row - 1]), given_row, given_row + 1)
    best, place, height = (0.0, 0), -1, 1
    for n, row in enumerate(looked):
        single = known(row)
        if could_be(row) and (single, width(row)) > best and (single > best[0] or place < 0):
            best, place, height = (single, width(row)), n, 1
        if n + 1 < len(looked) and could_be(row) and could_be(looked[n + 1]):
            double = known(two_rows(row, looked[n + 1]))
            if double > max(best[0], single, known(looked[n + 1])):
                best, place, height = (double, width(row)), n, 2
    if place < 0:
        raise Refused("no-heading", row=0)
    above = two_rows(looked[place], looked[place + 1]) if height == 2 else list(looked[place])
    return Heading(unique(above), place + 1, place + height + 1)


def known(row: Sequence[Cell]) -> float:
    """How many cells are words of headings."""
    said = {plain(cell) for cell in row if isinstance(cell, str) and not blank(cell) and len(cell) <= LONGEST}
    return float(sum(1 for cell in said if candidates(cell)))


def width(row: Sequence[Cell]) -> int:
    return len({plain(cell) for cell in row if not blank(cell)})


def could_be(row: Sequence[Cell]) -> bool:
    """Names, not values: at least two different texts, hardly a number, no moment."""
    said = [cell for cell in row if not blank(cell)]
    texts = [plain(cell) for cell in said if isinstance(cell, str)]
    if len(set(texts)) < min(2, max(len(row), 1)) or len(texts) < len(said) / 2:
        return False
    if any(moment(text) or moment(text, day_first=True) for text in texts):
        return False
    return sum(1 for text in texts if number(text) is not None) <= len(said) / 2


def two_rows(upper: Sequence[Cell], lower: Sequence[Cell]) -> list[str]:
    """A group above its columns: the lower name where the group is repeated or blank above, else the upper one."""
    upper_names = [plain(cell) for cell in upper] + [""] * (len(lower) - len(upper))
    names = []
    for n, name in enumerate(upper_names):
        below = plain(lower[n]) if n < len(lower) else ""
        grouped = not name or upper_names.count(name) > 1 or begins_group(upper_names, lower, n)
        names.append(below if below and grouped else name)
    return names


def begins_group(names: list[str], lower: Sequence[Cell], n: int) -> bool:
    """A name followed by blanks that have names below: the group's own first column."""
    return n + 1 < len(names) and not names[n + 1] and n + 1 < len(lower) and not blank(lower[n + 1])


def unique(row: Sequence[Cell]) -> list[str]:
    """Names of the columns; a repeated name gets a number ("Comment", "Comment #2"), a missing one its letter."""
    seen: dict[str, int] = {}
    names = []
    for n, cell in enumerate(row):
        name = " ".join(plain(cell).split()) or f"({letters(n)})"
        seen[name] = seen.get(name, 0) + 1
        names.append(name if seen[name] == 1 else f"{name} #{seen[name]}")
    return names


def letters(n: int) -> str:
    """0 → A, 26 → AA."""
    return (letters(n // 26 - 1) if n >= 26 else "") + chr(65 + n % 26)
