"""Ten million moments at once, against one NumPy pass over the same arrays."""

import numpy as np

from bench import Bar, ratio
from jishi.core.calendar import Calendar
from jishi.core.replay import due_many, elapsed_many

ROWS = 10_000_000
HALF_HOURS = Calendar({day: [("09:00", "12:00"), ("13:30", "18:00")] for day in range(5)})
FIVE_MINUTES = Calendar({day: [("09:05", "12:00"), ("13:25", "18:00")] for day in range(5)})


def _arrays():
    draw = np.random.default_rng(20261123)
    start = draw.integers(1_514_764_800, 1_514_764_800 + 8 * 365 * 86_400, ROWS)
    return start, start + draw.integers(0, 30 * 86_400, ROWS), draw.integers(1, 40 * 3600, ROWS), np.empty_like(start)


def bar_elapsed():
    start, end, _, out = _arrays()
    for name, calendar in (("g1800", HALF_HOURS), ("g300", FIVE_MINUTES)):
        pass_ = ratio(lambda c=calendar: elapsed_many(c, start, end, out), lambda: np.subtract(end, start, out=out))
        yield Bar(f"batch.elapsed.{name}", 2.5, pass_)


def bar_due():
    start, end, quota, out = _arrays()
    for name, calendar in (("g1800", HALF_HOURS), ("g300", FIVE_MINUTES)):
        pass_ = ratio(lambda c=calendar: due_many(c, start, quota, out), lambda: np.subtract(end, start, out=out))
        yield Bar(f"batch.due.{name}", 3, pass_)
