"""Counts and scores."""

import re

from jishi.intake.cells.text import Cell, plain

NUMBER = re.compile(r"[-+]?\d[\d,]*(?:\.\d+)?")


def number(cell: Cell) -> float | None:
    """The number a cell says: 1,234 · 95分 · 4.5/5 · 98% (the number before the sign)."""
    if isinstance(cell, bool) or cell is None:
        return None
    if isinstance(cell, (int, float)):
        return float(cell)
    match = NUMBER.match(plain(cell)) if isinstance(cell, str) else None
    if not match:
        return None
    rest = plain(cell)[match.end() :].strip()
    known = rest in ("", "分", "星", "%", "stars", "star", "points", "次") or re.fullmatch(r"/\s*\d+(?:\.\d+)?", rest)
    return float(match[0].replace(",", "")) if known else None


def count(cell: Cell) -> int | None:
    found = number(cell)
    return int(found) if found is not None and found >= 0 else None
