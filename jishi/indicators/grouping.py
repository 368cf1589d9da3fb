"""How tickets are divided: by the values of a column, the largest few named and the rest summed."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from jishi.facts import Facts
from jishi.facts.dimensions import CALENDAR

NONE, OTHER = "(none)", "(other)"
OUTSIDE = -1


@dataclass(frozen=True)
class Grouping:
    """Ticket i belongs to `values[codes[i]]`, or nowhere (OUTSIDE). `summed`: how many values OTHER stands for."""

    values: list[str]
    codes: np.ndarray
    summed: int = 0


def whole(facts: Facts) -> Grouping:
    return Grouping([""], np.zeros(facts.tickets.num_rows, np.int32))


def among(facts: Facts, dimension: str, values: Sequence[str]) -> Grouping:
    """One group: the tickets with one of these values."""
    words, codes = _coded(facts, dimension)
    inside = np.isin(codes, [i for i, word in enumerate(words) if word in values])
    return Grouping([""], np.where(inside, 0, OUTSIDE).astype(np.int32))


def by(facts: Facts, dimension: str, limit: int | None = 50) -> Grouping:
    """The `limit` largest values, largest first (times in their own order), then OTHER and NONE where there are any."""
    words, codes = _coded(facts, dimension)
    counts = np.bincount(codes, minlength=len(words))
    named = sorted(
        (i for i in range(len(words)) if words[i] != NONE and counts[i]), key=lambda i: (-counts[i], words[i])
    )
    kept = named[:limit]
    if dimension in CALENDAR:
        kept = sorted(kept, key=lambda i: words[i])
    order = [words[i] for i in kept] + [OTHER] * (len(named) > len(kept)) + [NONE] * bool(counts[-1])
    to = np.full(len(words), len(kept), np.int32)
    to[kept] = np.arange(len(kept))
    to[-1] = len(order) - 1
    return Grouping(order, to[codes], len(named) - len(kept))


def _coded(facts: Facts, dimension: str) -> tuple[list[str], np.ndarray]:
    """The words of the column, NONE last, and the index of each ticket's word."""
    column = facts.tickets[dimension].combine_chunks()
    words = [*column.dictionary.to_pylist(), NONE]
    return words, column.indices.fill_null(len(words) - 1).to_numpy().astype(np.int64)
