# mypy: ignore-errors
"""Whole clocks: `clock.read` over events in arrays."""

from typing import NamedTuple

import numpy as np
from numba import njit, prange

from .time import NEVER, after, due, worked

WAITING, RUNNING, PAUSED, ENDED, CANCELLED, LATE, MET, EARLY, BROKEN = range(9)  # replay.STATES
REOPEN, RESET, AGAIN = 4, 6, 7  # course.ROLES


class Tape(NamedTuple):
    """The events of one ticket as one clock hears them."""

    moves: object
    kinds: object
    ats: object
    first: int
    last: int
    roles: object


class Held(NamedTuple):
    """One promise: see replay.Promises."""

    since: int
    target: int
    until: int
    opens: int
    warn: float
    calendar: int


@njit(inline="always")
def _work(tape, now, grid, calendar, quota, warned):
    """The course of one clock and its work, told at once.

    State, start, the moment up to which it is judged, cycle; working seconds spent, and when `quota` and `warned`
    of them are used up (if it goes on from its last stop).
    """
    state, start, since, cycle, spent = WAITING, NEVER, NEVER, 0, 0
    due_at, warn_at, began, before = NEVER, NEVER, 0, 0  # began, before: W and spent when it last began to run
    for e in range(tape.first, tape.last):
        at = tape.ats[e]
        if at > now:
            break
        role = tape.roles[tape.kinds[e]]
        if role < 0 or tape.moves[state, role] < 0:
            continue
        if state == RUNNING:
            spent = before + worked(grid, calendar, at) - began
            over = tape.moves[state, role] != PAUSED  # used up just as a pause begins, it is due when that ends
            if due_at == NEVER and (quota < spent or (over and quota == spent)):
                due_at = after(grid, calendar, began, quota - before)
            if warn_at == NEVER and (warned < spent or (over and warned == spent)):
                warn_at = after(grid, calendar, began, warned - before)
        cycle += role in (REOPEN, RESET) or (role == AGAIN and state != WAITING)
        if role == AGAIN:
            start, spent, due_at, warn_at = NEVER, 0, NEVER, NEVER
        state, since = tape.moves[state, role], at
        if state == WAITING:
            start, spent, due_at, warn_at = NEVER, 0, NEVER, NEVER
        elif state == RUNNING:
            start = at if start == NEVER else start
            began, before = worked(grid, calendar, at), spent
            due_at = NEVER if quota == spent else due_at
            warn_at = NEVER if warned == spent else warn_at
    stop = since if state in (ENDED, CANCELLED) else now
    if start != NEVER:
        if state == RUNNING:
            spent = before + worked(grid, calendar, stop) - began
        else:
            began, before = worked(grid, calendar, stop), spent
        if due_at == NEVER:
            due_at = after(grid, calendar, began, quota - before)
        if warn_at == NEVER:
            warn_at = after(grid, calendar, began, warned - before)
    return state, start, stop, cycle, spent, due_at, warn_at


@njit(inline="always")
def _promised(held):
    return held.until != NEVER or held.target != NEVER


@njit(inline="always")
def _under(tape, now, grid, held):
    """The clock under one promise, as `_work` tells it, with the agreed moment for due where there is one."""
    quota = held.target if held.until == NEVER and held.target != NEVER else 0
    course, start, stop, cycle, spent, due_at, warn_at = _work(
        tape, now, grid, held.calendar, quota, np.int64(quota * held.warn)
    )
    return course, start, stop, cycle, spent, held.until if held.until != NEVER else due_at, warn_at


@njit(inline="always")
def _overdue(start, stop, due_at, held):
    """When this promise was broken: max(due, when it took hold); NEVER if it was not."""
    return max(due_at, held.since) if start != NEVER and _promised(held) and stop > due_at else NEVER


@njit(inline="always")
def _broken_before(tape, now, grid, promises, low, high):
    """The first moment at which one of the earlier promises was overdue while it held."""
    for h in range(low, high - 1):
        held = _held(promises, h)
        _, start, stop, _, _, due_at, _ = _under(tape, min(promises.since[h + 1], now), grid, held)
        broken_at = _overdue(start, stop, due_at, held)
        if broken_at != NEVER:
            return broken_at
    return NEVER


@njit(inline="always")
def _verdict(course, promised, broken, early):
    """State and met, as clock.read says them."""
    met = -1
    if promised and course != CANCELLED:
        met = 0 if broken or early else (1 if course == ENDED else -1)
    if course == RUNNING and broken:
        return LATE, met
    if course == ENDED and early:
        return EARLY, met
    if course == ENDED and promised:
        return (BROKEN if broken else MET), met
    return course, met


@njit(inline="always")
def _agreed(grid, held, start, stop):
    """Left and warning of a moment that was agreed: pauses do not move it."""
    end = worked(grid, held.calendar, held.until)
    begin = worked(grid, held.calendar, start)
    return end - worked(grid, held.calendar, stop), due(
        grid, held.calendar, start, np.int64(max(end - begin, 0) * held.warn)
    )


@njit
def _read(tape, now, grid, promises, low, high):
    """One clock: state, met, spent, due, left, warn_at, broken_at, start, end, cycle."""
    held = _held(promises, high - 1)
    course, start, stop, cycle, spent, due_at, warn_at = _under(tape, now, grid, held)
    while course == ENDED and high - low > 1 and held.since > stop:
        high -= 1
        held = _held(promises, high - 1)
        course, start, stop, cycle, spent, due_at, warn_at = _under(tape, now, grid, held)
    if start == NEVER:
        return WAITING, -1, 0, NEVER, NEVER, NEVER, NEVER, NEVER, NEVER, 0
    broken_at = _broken_before(tape, now, grid, promises, low, high)
    if broken_at == NEVER:
        broken_at = _overdue(start, stop, due_at, held)
    left = held.target - spent
    if held.until != NEVER:
        left, warn_at = _agreed(grid, held, start, stop)
    elif held.target == NEVER:
        due_at = left = warn_at = NEVER
    if course == PAUSED:
        due_at, warn_at = held.until, NEVER
    early = held.opens != NEVER and course == ENDED and stop < held.opens
    state, met = _verdict(course, _promised(held), broken_at != NEVER, early)
    return state, met, spent, due_at, left, warn_at, broken_at, start, stop if course == ENDED else NEVER, cycle


@njit(inline="always")
def _held(promises, h):
    return Held(
        promises.since[h], promises.target[h], promises.until[h],
        promises.opens[h], promises.warn[h], promises.calendar[h],
    )  # fmt: skip


@njit(parallel=True, cache=True, nogil=True)
def read_all(
    grid, moves, history, roles, promises, now,
    # One by one: Numba takes writes into arrays held by a tuple for dead code.
    state, met, spent, due_at, left, warn_at, broken_at, start, end, cycle,
):  # fmt: skip
    """Fill the readings; returns how many due moments lay beyond the grid."""
    bad = 0
    clocks = len(roles)
    for i in prange(len(history.first) - 1):
        for j in range(clocks):
            tape = Tape(moves, history.kind, history.at, history.first[i], history.first[i + 1], roles[j])
            row = i * clocks + j
            read = _read(tape, now, grid, promises, promises.first[row], promises.first[row + 1])
            state[i, j], met[i, j], spent[i, j], due_at[i, j], left[i, j] = read[:5]
            warn_at[i, j], broken_at[i, j], start[i, j], end[i, j], cycle[i, j] = read[5:]
            bad += start[i, j] != NEVER and state[i, j] != PAUSED and left[i, j] != NEVER and due_at[i, j] <= NEVER
    return bad
