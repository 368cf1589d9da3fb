"""A policy replayed over a million tickets: every reading and breach of four clocks, against copying the arrays."""

from datetime import date

import numpy as np

from bench import Bar, ratio
from jishi.core.calendar import Calendar
from jishi.core.definition import STANDARD
from jishi.core.replay import NEVER, History, Promises, read_many, roles

TICKETS = 1_000_000
KINDS = ["received", "contacted", "paused", "resumed", "escalated", "accepted", "arrived", "resolved"]
CLOCKS = ["contact", "arrival", "takeover", "resolution"]
OFFICE = {day: [("09:00", "12:00"), ("13:30", "18:00")] for day in range(5)}
CALENDARS = [
    Calendar.always(),
    Calendar(OFFICE, exceptions={date(2026, 10, 1): [], date(2026, 10, 10): OFFICE[0]}),
    Calendar(OFFICE, "Europe/Berlin"),
    Calendar({day: [("08:10", "20:40")] for day in range(7)}, "America/New_York"),
]


def bar_million():
    history, promises, now = _history(), _promises(), 1_795_400_000
    table = roles([STANDARD[name] for name in CLOCKS], KINDS)
    out = read_many(history, table, promises, CALENDARS, now)
    touched = [*history, *promises, *out]
    spare = [np.empty_like(array) for array in touched]

    def copy():
        for there, here in zip(spare, touched, strict=True):
            np.copyto(there, here)

    took = ratio(lambda: read_many(history, table, promises, CALENDARS, now, out), copy, times=5)
    yield Bar("replay.million", 12, took, note=f"{sum(array.nbytes for array in touched) // 10**6} MB copied")


def _history():
    """Eight events a ticket, two of them a pause, over a year."""
    draw = np.random.default_rng(20261123)
    steps = draw.exponential(6 * 3600, (TICKETS, len(KINDS))).astype(np.int64)
    steps[:, 0] = draw.integers(1_762_000_000, 1_793_000_000, TICKETS)
    kinds = np.tile(np.arange(len(KINDS), dtype=np.int8), TICKETS)
    return History(np.arange(TICKETS + 1) * len(KINDS), kinds, steps.cumsum(axis=1).ravel())


def _promises():
    draw, rows = np.random.default_rng(1), TICKETS * len(CLOCKS)
    never = np.full(rows, NEVER, np.int64)
    return Promises(
        np.arange(rows + 1), never, draw.integers(600, 100_000, rows), never.copy(), never.copy(),
        np.full(rows, 0.75), draw.integers(0, len(CALENDARS), rows).astype(np.int32),
    )  # fmt: skip
