"""Choosing the column of each field: the best word of a heading wins, its cells must fit."""

from collections.abc import Mapping, Sequence

from jishi.intake.cells.text import Cell
from jishi.intake.columns.headings import FIELDS, candidates
from jishi.intake.columns.looks import Look, fits, look


def looked(names: Sequence[str], rows: Sequence[Sequence[Cell]]) -> dict[str, Look]:
    """How each column of these rows looks."""
    return {name: look([row[n] if n < len(row) else None for row in rows]) for n, name in enumerate(names)}


def detect(looks: Mapping[str, Look], fixed: Mapping[str, str]) -> dict[str, str]:
    """Field -> column. `fixed` entries stay; their columns are not offered again; "" keeps a field empty."""
    taken = {column for column in fixed.values() if column}
    found: dict[str, str] = {}
    for _, field, column in sorted(offers(looks), key=lambda offer: (-offer[0], list(FIELDS).index(offer[1]))):
        if field not in fixed and field not in found and column not in taken:
            found[field] = column
            taken.add(column)
    return {**found, **{field: column for field, column in fixed.items() if column}}


def offers(looks: Mapping[str, Look]) -> list[tuple[float, str, str]]:
    """(score, field, column) for every meaning that the cells allow."""
    found = []
    for column, seen in looks.items():
        for field, score in candidates(column.split(" #")[0]).items():
            if fits(field, FIELDS[field], seen):
                found.append((score + leaning(field, seen), field, column))
    return found


def leaning(field: str, seen: Look) -> float:
    """Filled columns before empty ones, for ids unrepeated ones, for moments whole ones before times of day."""
    lean = -60.0 if not seen.filled else 4 * seen.filled
    if field == "id":
        lean += 3 * seen.distinct
    if FIELDS[field] == "moments" and seen.clock > seen.moment:
        lean -= 5
    return lean


def by_values(looks: Mapping[str, Look], found: Mapping[str, str]) -> str | None:
    """No heading tells when a request came in: the fullest column of written moments, the first of equals."""
    free = [(seen.filled, name) for name, seen in looks.items() if name not in found.values()]
    full = [(-filled, n, name) for n, (filled, name) in enumerate(free) if is_written_moment(looks[name])]
    return min(full)[2] if full else None


def is_written_moment(seen: Look) -> bool:
    return seen.filled > 0 and seen.moment >= 0.8 and seen.digits < 0.2
