"""Every clock of every ticket, read by the core, and what may be believed of it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from jishi.core.censored import ENDED, LEFT, OPEN
from jishi.core.definition import Definition
from jishi.core.replay import NEVER, STATES, Readings, read_many, roles

from .log import Bools, Ints, Log
from .promises import Held

OUT = -1  # of no use to a curve: the end is unknown, or stands before the start


@dataclass(frozen=True, slots=True)
class Clock:
    """One clock of the tickets `rows`; every other array has one value for each of them.

    `recorded` is end minus start as the source has it, negative ones included, nan while it runs. `verdict`: met,
    missed, late (open past due), open, no_target, unknown (over, but when is not known), cancelled. `code` is the
    curve's: censored.OPEN, ENDED, LEFT, or OUT. `ratio` is time over target, nan without a target.
    """

    name: str
    rows: Ints
    start: Ints
    end: Ints
    spent: Ints
    recorded: np.ndarray
    ended: Bools
    open: Bools
    unknown: Bools
    reversed: Bools
    verdict: np.ndarray
    source: np.ndarray
    code: np.ndarray
    ratio: np.ndarray
    calendar: Ints


@dataclass(frozen=True, slots=True)
class Read:
    """All clocks of a log at `as_of`."""

    log: Log
    definitions: Sequence[Definition]
    held: Held
    readings: Readings
    as_of: int

    def clock(self, j: int, rows: Ints, over: Bools, cancelled: Bools) -> Clock:
        """Clock j of the tickets `rows`. For each of them, `over`: an end that nobody recorded must have passed;
        `cancelled`: it will never come."""
        definition, state, at = self.definitions[j], self.readings.state[rows, j], rows * len(self.definitions) + j
        start, end = self.log.first(*definition.starts)[rows], self._end(definition)[rows]
        backwards = (start != NEVER) & (end != NEVER) & (end < start)
        ended = _in(state, "ended", "met", "early", "broken") & ~backwards
        left = _in(state, "cancelled") & ~backwards
        waits = ~ended & ~left & ~backwards & (start != NEVER)
        lost = waits & cancelled & over
        target, until = self.held.promises.target[at], self.held.promises.until[at]
        gone = self.log.last("cancelled", "merged")[rows]
        spent, stop = self.readings.spent[rows, j], np.select([ended, left], [end, gone], self.as_of)
        verdict = _verdict(self.readings.met[rows, j], waits, (waits & over) | (start == NEVER))
        verdict[backwards] = np.where(until == NEVER, "unknown", np.where(end <= until, "met", "missed"))[backwards]
        verdict[(target == NEVER) & (until == NEVER)] = "no_target"
        verdict[left | lost] = "cancelled"
        told = ended | (waits & over & (end != NEVER)) | backwards
        return Clock(
            name=definition.name,
            rows=rows,
            start=start,
            end=np.where(told, end, NEVER),
            spent=spent,
            recorded=np.where(told & (start != NEVER), end - start, np.nan),
            ended=ended,
            open=waits & ~over,
            unknown=waits & over & ~lost,
            reversed=backwards,
            verdict=verdict,
            source=self.held.source[rows, j],
            code=np.select([ended, left, waits & ~over], [ENDED, LEFT, OPEN], OUT),
            ratio=_ratio(spent, target, until - start, stop - start, until != NEVER),
            calendar=self.held.promises.calendar[at],
        )

    def _end(self, definition: Definition) -> Ints:
        """The last end where a reopened ticket runs on, else the first."""
        return self.log.last(*definition.ends) if definition.reopened else self.log.first(*definition.ends)


def read(log: Log, definitions: Sequence[Definition], held: Held, as_of: int) -> Read:
    readings = read_many(log.history(), roles(definitions, log.kinds), held.promises, held.calendars, as_of)
    return Read(log, definitions, held, readings, as_of)


def _in(state: np.ndarray, *names: str) -> Bools:
    return np.isin(state, [STATES.index(name) for name in names])


def _verdict(met: np.ndarray, waits: Bools, unknown: Bools) -> np.ndarray:
    words = np.select([unknown, met == 1, (met == 0) & waits, met == 0], ["unknown", "met", "late", "missed"], "open")
    return words.astype(object)


def _ratio(spent: Ints, target: Ints, whole: Ints, passed: Ints, is_moment: Bools) -> np.ndarray:
    """Time over target: worked over promised, or for an agreed moment what has passed over what was to pass.

    A moment that lay before the start was missed from the first second: its ratio is 2 whatever happens.
    """
    span, used = np.where(is_moment, whole, target).astype(float), np.where(is_moment, passed, spent)
    ratio = np.divide(used, span, out=np.full(len(span), 2.0), where=span > 0)
    ratio[~is_moment & (target == NEVER)] = np.nan
    return ratio
