"""`clock.read` for millions of tickets at once: arrays in, arrays out, number by number the same.

history = History(first, kinds, at)                 # events of all tickets, by ticket, then `at`
readings = read_many(history, roles(STANDARD.values(), kinds), promises, calendars, now)
readings.spent[ticket, clock]
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from .calendar import FIRST, LAST, YEARS, Calendar
from .course import MOVES, ROLES
from .definition import Definition
from .grid import Grid, grid
from .line import Ints
from .refused import Refused
from .zones import year_of

Small = npt.NDArray[np.int8]

NEVER = -(2**62)  # a moment or quota that is not there
COURSES = ("waiting", "running", "paused", "ended", "cancelled")
STATES = (*COURSES, "late", "met", "early", "broken")


class History(NamedTuple):
    """Events of n tickets: those of ticket i are [first[i], first[i + 1]), in order of `at` (epoch seconds)."""

    first: Ints  # n + 1
    kind: Small  # index into the kinds that `roles` was given
    at: Ints


class Promises(NamedTuple):
    """The promises of n x c clocks: those of ticket i, clock j are [first[i * c + j], first[i * c + j + 1]).

    Each row holds from `since` on, oldest first, NEVER for always; the last is the current one. Every clock has one
    at least. `target` in working seconds, or `until` an agreed moment, or NEVER; `opens` likewise.
    """

    first: Ints
    since: Ints
    target: Ints
    until: Ints
    opens: Ints
    warn: npt.NDArray[np.float64]
    calendar: npt.NDArray[np.int32]


class Readings(NamedTuple):
    """n x c arrays: moments in epoch seconds, spans in seconds, NEVER for what is not there."""

    state: Small  # index into STATES
    met: Small  # 1, 0, or -1 while undecided
    spent: Ints
    due: Ints
    left: Ints
    warn_at: Ints
    broken_at: Ints
    start: Ints
    end: Ints
    cycle: npt.NDArray[np.int32]


def roles(definitions: Iterable[Definition], kinds: Sequence[str]) -> Small:
    """What each kind of event means to each clock: clocks x kinds, index into course.ROLES, -1 for nothing.

    A kind may be written "paused:reason" to tell pauses apart; then "paused:reason" is looked up before "paused".
    """
    return np.array(
        [[_role(definition.roles, kind, definition.pauses) for kind in kinds] for definition in definitions], np.int8
    )


def _role(known: dict[str, str], kind: str, pauses: bool) -> int:
    role = known.get(kind) or known.get(kind.partition(":")[0])
    return -1 if role is None or (role == "pause" and not pauses) else ROLES.index(role)


def read_many(
    history: History,
    roles: Small,
    promises: Promises,
    calendars: Sequence[Calendar],
    now: int,
    out: Readings | None = None,
) -> Readings:
    """Every clock of every ticket at `now` (epoch seconds), into `out` if given.

    Refuses a due moment beyond the years we can compile ("beyond-horizon").
    """
    from . import kernels

    out = out or _empty((len(history.first) - 1, len(roles)))
    asked = np.array([now], np.int64)
    for tables in _widening(tuple(calendars), history.at, promises.until, asked, checked=False):
        if not kernels.read_all(tables, _moves(), history, roles, promises, now, *out):
            break
    return out


def elapsed_many(calendar: Calendar, start: Ints, end: Ints, out: Ints | None = None) -> Ints:
    """Working seconds in [start, end), row by row. Refuses reversed rows, saying how many."""
    from . import kernels

    out = np.empty_like(start) if out is None else out
    for tables in _widening((calendar,), start, end):
        if not kernels.elapsed_many(tables, 0, start, end, out):
            break
        if (end < start).any():
            raise Refused("reversed-span", count=int((end < start).sum()))
    return out


def due_many(calendar: Calendar, start: Ints, quota: Ints, out: Ints | None = None) -> Ints:
    """When each quota of working seconds is used up. Refuses negative quotas and dues beyond what we can compile."""
    from . import kernels

    out = np.empty_like(start) if out is None else out
    for tables in _widening((calendar,), start):
        if not kernels.due_many(tables, 0, start, quota, out):
            break
        if (quota < 0).any():
            raise Refused("negative-quota", count=int((quota < 0).sum()))
    return out


def _widening(calendars: tuple[Calendar, ...], *moments: Ints, checked: bool = True) -> Iterator[Grid]:
    """Tables of the years everybody needs; then, for whom that was too short, of these moments and ever longer.

    A kernel that checks each moment itself (`checked`) may try the usual years before anybody looks at the moments.
    """
    if checked:
        yield grid(calendars, FIRST, LAST)
    known = [column[column != NEVER] for column in moments]
    years = [year_of(int(edge)) for column in known if len(column) for edge in (column.min(), column.max())]
    first, last = min([FIRST, *years]), max([LAST, *(year + 1 for year in years)])
    while last <= min(YEARS.stop, first + 130):
        yield grid(calendars, first, last)
        last += 20
    raise Refused("beyond-horizon", value=last)


def _empty(shape: tuple[int, int]) -> Readings:
    def ints() -> Ints:
        return np.empty(shape, np.int64)

    state, met, cycle = np.empty(shape, np.int8), np.empty(shape, np.int8), np.empty(shape, np.int32)
    return Readings(state, met, ints(), ints(), ints(), ints(), ints(), ints(), ints(), cycle)


def _moves() -> Small:
    """course.MOVES as a table: states x roles -> state, -1 where nothing changes."""
    table = np.full((len(COURSES), len(ROLES)), -1, np.int8)
    for (state, role), then in MOVES.items():
        table[COURSES.index(state), ROLES.index(role)] = COURSES.index(then)
    return table
