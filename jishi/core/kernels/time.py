# mypy: ignore-errors
"""Working time and due moments: two gathers each."""

import numpy as np
from numba import njit, prange

from ..grid import END, SHIFT

NEVER = -(2**62)
BLOCK, ONE, TWO, THREE = (np.uint64(n) for n in (SHIFT, 1, 2, 3))


@njit(inline="always")
def worked(grid, calendar, at):
    """Working seconds since the grid's low."""
    t = np.uint64(at - grid.low)
    p = np.uint64(grid.by_time[np.uint64(calendar * grid.blocks) + (t >> BLOCK)]) * TWO
    while t >= grid.opens[p + TWO]:
        p += TWO
    before = np.uint64(grid.opens[p + ONE])
    return np.int64(before + min(t - np.uint64(grid.opens[p]), np.uint64(grid.opens[p + THREE]) - before))


@njit(inline="always")
def reached(grid, calendar, w):
    """The first instant with `w` > 0 working seconds before it; NEVER beyond the grid."""
    block = np.uint64(grid.work_from[calendar]) + (np.uint64(w - 1) >> BLOCK)
    if block >= np.uint64(grid.work_from[calendar + 1]):
        return np.int64(NEVER)
    p = np.uint64(grid.by_work[block]) * TWO
    while w > grid.opens[p + THREE]:
        p += TWO
        if grid.opens[p] == END:
            return np.int64(NEVER)
    return grid.low + w + np.int64(grid.opens[p]) - np.int64(grid.opens[p + ONE])


@njit(inline="always")
def due(grid, calendar, at, quota):
    return after(grid, calendar, worked(grid, calendar, at), quota)


@njit(inline="always")
def after(grid, calendar, w, quota):
    """The instant `quota` working seconds after the one with `w` behind it; for none, the next open one."""
    return reached(grid, calendar, w + quota) if quota else reached(grid, calendar, w + 1) - 1


@njit(parallel=True, cache=True, nogil=True)
def elapsed_many(grid, calendar, a, b, out):
    """out = working seconds in [a, b); returns how many rows were reversed or outside the grid."""
    bad = 0
    length = np.uint64(grid.high - grid.low)
    for i in prange(len(a)):
        if b[i] < a[i] or np.uint64(a[i] - grid.low) >= length or np.uint64(b[i] - grid.low) >= length:
            bad += 1
        else:
            out[i] = worked(grid, calendar, b[i]) - worked(grid, calendar, a[i])
    return bad


@njit(parallel=True, cache=True, nogil=True)
def due_many(grid, calendar, a, quota, out):
    """out = when the quota is used up; returns how many rows were outside the grid or negative."""
    bad = 0
    length = np.uint64(grid.high - grid.low)
    for i in prange(len(a)):
        if quota[i] < 0 or np.uint64(a[i] - grid.low) >= length:
            bad += 1
        else:
            out[i] = due(grid, calendar, a[i], quota[i])
            bad += out[i] <= NEVER
    return bad
