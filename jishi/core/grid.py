"""Several calendars as tables, so that millions of moments become working time at two gathers each.

A calendar is its open periods in order: (opening, working seconds before it). A guide names, for every block of
2**SHIFT seconds of time (and of working time), the period its first second falls in or after; a step or two leads on.
"""

from functools import lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from .calendar import Calendar
from .line import Ints
from .zones import year_start

SHIFT = 12  # blocks of 68 minutes: the guide of ten years fits a core's own cache

END = 2**32 - 1

Table = npt.NDArray[np.uint32]


class Grid(NamedTuple):
    """Calendars over the instants [low, high), one after the other; `*_from` says where each begins."""

    low: int
    high: int
    opens: Table  # pairs: opening in seconds after low, working seconds before it; a last pair ends each calendar
    by_time: Table
    by_work: Table
    blocks: int  # of time, per calendar
    work_from: Ints


@lru_cache(maxsize=16)
def grid(calendars: tuple[Calendar, ...], first: int, last: int) -> Grid:
    """Tables of the years [first, last), at most 130 of them."""
    low, high = year_start(first), year_start(last)
    blocks = ((high - low) >> SHIFT) + 1
    pairs, by_time, by_work, base = [], [], [], 0
    for calendar in calendars:
        opens, sums = _periods(calendar, low, high)
        pairs.append(np.stack([opens, sums], axis=1).ravel())
        by_time.append(base + _guide(opens, blocks))
        by_work.append(base + _guide(sums[:-1], (int(sums[-1]) >> SHIFT) + 1))
        base += len(opens)
    work_from = np.cumsum([0, *(len(guide) for guide in by_work)])
    joined = (np.concatenate(column) for column in (pairs, by_time, by_work))
    pairs_, by_time_, by_work_ = joined
    return Grid(
        low, high, pairs_.astype(np.uint32), by_time_.astype(np.uint32), by_work_.astype(np.uint32), blocks, work_from
    )


def _periods(calendar: Calendar, low: int, high: int) -> tuple[Ints, Ints]:
    """Openings after low and working seconds before each; an empty period stands at either end."""
    line = calendar.line(low, high)
    bounds = np.clip(np.array(line.bounds, np.int64), low, high) - low
    opens, closes = bounds[::2], bounds[1::2]
    kept = opens < closes
    opens, closes = opens[kept], closes[kept]
    sums = np.concatenate([[0, 0], np.cumsum(closes - opens)])
    return np.concatenate([[0], opens, [END]]), sums


def _guide(values: Ints, blocks: int) -> Ints:
    """For each block the last period whose value is at most the block's first second."""
    return np.searchsorted(values, np.arange(blocks, dtype=np.int64) << SHIFT, side="right") - 1
