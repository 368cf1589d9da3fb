"""How the times of a clock are spread: counts between edges that grow as people name spans."""

import numpy as np

from jishi.facts import Facts

MINUTE, HOUR, DAY = 60, 3600, 86_400
LADDER = np.array(
    [
        *(0, 10, 30, MINUTE, 2 * MINUTE, 3 * MINUTE, 5 * MINUTE, 10 * MINUTE, 15 * MINUTE, 30 * MINUTE),
        *(HOUR, 2 * HOUR, 4 * HOUR, 8 * HOUR, 12 * HOUR, DAY, 2 * DAY, 3 * DAY, 5 * DAY, 7 * DAY),
        *(14 * DAY, 30 * DAY, 60 * DAY, 90 * DAY, 180 * DAY, 365 * DAY),
    ]
)


def distribution(facts: Facts, clock: str) -> dict[str, list]:
    """Edges in seconds from 0, the last None (no end); counts of the times that ended and of those still running."""
    rows = facts.clock(clock)
    spent, ended, running = (rows[name].to_numpy() for name in ("spent_s", "ended", "open"))
    edges = _edges(spent[ended | running])
    return {
        "edges_s": [*edges.tolist(), None],
        "ended": _counts(spent[ended], edges),
        "open": _counts(spent[running], edges),
    }


def _edges(spans: np.ndarray) -> np.ndarray:
    """The rungs that hold the middle 99 %; what lies beyond falls into the first and the last."""
    if not len(spans):
        return LADDER[:1]
    low, high = np.searchsorted(LADDER, np.quantile(spans, [0.005, 0.995]), side="right")
    return np.append(0, LADDER[low : max(high, low + 1)])


def _counts(spans: np.ndarray, edges: np.ndarray) -> list[int]:
    return np.bincount(np.searchsorted(edges, spans, side="right") - 1, minlength=len(edges)).tolist()
