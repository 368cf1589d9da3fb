"""Which few categories make up most of the tickets, and most of the promises missed.

Tickets without a category are no category: they are counted as `missing` and leave the shares.
"""

from dataclasses import asdict

import numpy as np

from jishi.core.pareto import pareto
from jishi.facts import Facts

from .grouping import NONE, Grouping, by

CATEGORIES = ("category", "service_type", "subcategory", "product")
HEADLINE = ("resolution", "contact", "arrival")
MISSED, JUDGED = ("missed", "late"), ("met", "missed", "late")


def of_tickets(facts: Facts) -> dict[str, object] | None:
    """None when no column names a category."""
    dimension = _dimension(facts)
    if dimension is None:
        return None
    division = by(facts, dimension, limit=None)
    counts = _count(division, division.codes)
    return {"by": dimension, "of": "tickets", "missing": counts.pop(NONE, 0), "rows": _rows(counts)}


def of_missed(facts: Facts) -> dict[str, object] | None:
    """The same of missed promises of the headline clock, with the rate in each category: many may only mean busy."""
    dimension, clock = _dimension(facts), _judged_clock(facts)
    if dimension is None or clock is None:
        return None
    division = by(facts, dimension, limit=None)
    verdict, group, ended = _verdicts(facts, clock, division)
    judged = _count(division, group[np.isin(verdict, JUDGED)])
    missed = _count(division, group[np.isin(verdict, MISSED)])
    closed = _count(division, group[(verdict == "missed") & ended])
    missing = missed.pop(NONE, 0)
    rows = _rows({value: n for value, n in missed.items() if n})
    for row in rows:
        value = row["value"]
        row |= {"ended": closed[value], "judged": judged[value], "rate": row["count"] / judged[value]}
    return {"by": dimension, "of": "missed", "clock": clock, "missing": missing, "rows": rows}


def _dimension(facts: Facts) -> str | None:
    return next((name for name in CATEGORIES if name in facts.dimensions), None)


def _judged_clock(facts: Facts) -> str | None:
    judged = [
        name for name in facts.clock_names if set(JUDGED) & set(facts.clock(name)["verdict"].unique().to_pylist())
    ]
    return next((name for name in (*HEADLINE, *judged) if name in judged), None)


def _verdicts(facts: Facts, clock: str, division: Grouping) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    rows = facts.clock(clock)
    verdict = rows["verdict"].cast("string").to_numpy()
    return verdict, division.codes[rows["ticket"].to_numpy()], rows["recorded_s"].is_valid().to_numpy()


def _count(division: Grouping, codes: np.ndarray) -> dict[str, int]:
    counts = np.bincount(codes, minlength=len(division.values)).tolist()
    return dict(zip(division.values, counts, strict=True))


def _rows(counts: dict[str, int]) -> list[dict[str, object]]:
    return [asdict(row) for row in pareto(counts)]
