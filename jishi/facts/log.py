"""The events of all tickets as arrays, so that a question to all of them is one pass."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from jishi.core.history import Ticket
from jishi.core.replay import NEVER, History

Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]

# Of events of the same second, those that start a clock stand before those that end it; the rest as the source has it.
FIRST = ("received", "queued", "answered", "contacted", "escalated", "accepted")


@dataclass(frozen=True, slots=True)
class Log:
    """Event e belongs to ticket `ticket[e]`, is of kind `kinds[kind[e]]`, happened at `at[e]` (UTC epoch seconds)."""

    n: int
    kinds: tuple[str, ...]
    ticket: Ints
    kind: npt.NDArray[np.int8]
    at: Ints
    recorded: Ints  # when we were told, NEVER where unknown

    def first(self, *kinds: str) -> Ints:
        """For each ticket the first moment of such an event, NEVER where there is none."""
        mine = self._of(kinds)
        tickets, where = np.unique(self.ticket[mine], return_index=True)
        return self._spread(tickets, self.at[mine][where])

    def last(self, *kinds: str) -> Ints:
        mine = self._of(kinds)
        tickets, where = np.unique(self.ticket[mine][::-1], return_index=True)
        return self._spread(tickets, self.at[mine][::-1][where])

    def count(self, *kinds: str) -> Ints:
        return np.bincount(self.ticket[self._of(kinds)], minlength=self.n)

    def tells(self, *kinds: str) -> bool:
        """Whether any ticket has such an event."""
        return bool(self._of(kinds).any())

    def same(self, kind: str, other: str) -> bool:
        """Whether every ticket has both at the same moments: one column told of both."""
        one, two = self._of((kind,)), self._of((other,))
        return np.array_equal(self.at[one], self.at[two]) and np.array_equal(self.ticket[one], self.ticket[two])

    def until(self, moment: int) -> "Log":
        """Only what had happened by `moment`."""
        return self._only(self.at <= moment)

    def renamed(self, tickets: Bools, kinds: Sequence[str], name: str) -> "Log":
        """With events of these kinds, on these tickets, called `name`."""
        mine = self._of(kinds) & tickets[self.ticket]
        codes = np.where(mine, self.kinds.index(name), self.kind).astype(np.int8)
        return Log(self.n, self.kinds, self.ticket, codes, self.at, self.recorded)

    def history(self) -> History:
        """As `replay.read_many` wants it."""
        return History(np.searchsorted(self.ticket, np.arange(self.n + 1)), self.kind, self.at)

    def _of(self, kinds: Sequence[str]) -> Bools:
        return np.isin(self.kind, [i for i, kind in enumerate(self.kinds) if kind in kinds])

    def _only(self, mine: Bools) -> "Log":
        return Log(self.n, self.kinds, self.ticket[mine], self.kind[mine], self.at[mine], self.recorded[mine])

    def _spread(self, tickets: Ints, moments: Ints) -> Ints:
        spread = np.full(self.n, NEVER, np.int64)
        spread[tickets] = moments
        return spread


def log(tickets: Sequence[Ticket]) -> Log:
    """All events by ticket, then `at`, then FIRST, then as given."""
    names = tuple(dict.fromkeys(["cancelled", *(event.kind for ticket in tickets for event in ticket.events)]))
    code = {name: i for i, name in enumerate(names)}
    rows = np.array(
        [
            (i, code[event.kind], event.at, NEVER if event.recorded_at is None else event.recorded_at)
            for i, ticket in enumerate(tickets)
            for event in ticket.events
        ],
        np.int64,
    ).reshape(-1, 4)
    rank = np.array([FIRST.index(name) if name in FIRST else len(FIRST) for name in names], np.int64)
    rows = rows[np.lexsort((rank[rows[:, 1]], rows[:, 2], rows[:, 0]))]
    return Log(len(tickets), names, rows[:, 0].copy(), rows[:, 1].astype(np.int8), rows[:, 2].copy(), rows[:, 3].copy())
