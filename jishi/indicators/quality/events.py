"""Faults of the events: times in the future, entered late, typed round, out of order."""

from collections.abc import Iterator

import numpy as np

from jishi.core.heaping import LEAST, ROUND, heaped
from jishi.core.replay import NEVER
from jishi.facts import Facts
from jishi.facts.dimensions import wall_clock
from jishi.facts.outcomes import LATE_ENTRY

from .finding import Finding, found


def event_findings(facts: Facts) -> list[Finding]:
    return [*_future(facts), *_reopened(facts), *_late(facts), *_midnight(facts), *_heaping(facts)]


def _future(facts: Facts) -> Iterator[Finding]:
    log = facts.whole
    for kind, mine in _kinds(facts, log.kind):
        later = np.bincount(log.ticket[mine & (log.at > facts.as_of)], minlength=log.n) > 0
        yield from found("future-time", later, _rows(facts), column=kind)


def _reopened(facts: Facts) -> list[Finding]:
    """Reopened, though never resolved or closed before."""
    log = facts.seen
    again, ended = log.first("reopened"), log.first("resolved", "closed")
    return found("reopened-not-resolved", (again != NEVER) & ((ended == NEVER) | (ended > again)), _rows(facts))


def _late(facts: Facts) -> list[Finding]:
    """Entered more than ten minutes after it happened."""
    log = facts.seen
    entered = log.recorded != NEVER
    late = log.recorded[entered] - log.at[entered] > LATE_ENTRY
    return found("entry-lag", late, _rows(facts)[log.ticket[entered]])


def _midnight(facts: Facts) -> Iterator[Finding]:
    """More times at 00:00:00 than chance would have it: a date was kept, not a time."""
    for kind, at in _walls(facts):
        hits = int(np.count_nonzero(at % 86_400 == 0))
        if len(at) >= LEAST and hits / len(at) > 0.02:
            yield Finding("date-only", hits, [], {"column": kind, "share": hits / len(at)})


def _heaping(facts: Facts) -> Iterator[Finding]:
    """More round minutes than chance would have it: the times were typed from memory (R13)."""
    for kind, at in _walls(facts):
        minutes = at[at % 86_400 != 0] // 60 % 60
        hits, n = int(np.count_nonzero(minutes % 5 == 0)), len(minutes)
        if not heaped(hits, n):
            continue
        quarters = int(np.count_nonzero(minutes % 15 == 0))
        shares = {"share": hits / n, "expected": ROUND, "quarters": quarters / n, "expected_quarters": 1 / 15}
        yield Finding("heaping", hits, [], {"column": kind, **shares})


def _walls(facts: Facts) -> Iterator[tuple[str, np.ndarray]]:
    """The times of each kind of event as the clock on the wall showed them, seconds since local 1970."""
    for kind, mine in _kinds(facts, facts.seen.kind):
        yield kind, wall_clock(facts.seen.at[mine], facts.zone).astype(np.int64)


def _kinds(facts: Facts, kinds: np.ndarray) -> Iterator[tuple[str, np.ndarray]]:
    """Each kind of event that occurs, and which events are of it; a closing that is the solution is one column."""
    for i, kind in enumerate(facts.seen.kinds):
        mine = kinds == i
        if mine.any() and not (kind == "closed" and facts.whole.same("closed", "resolved")):
            yield kind, mine


def _rows(facts: Facts) -> np.ndarray:
    return facts.tickets["row"].to_numpy()
