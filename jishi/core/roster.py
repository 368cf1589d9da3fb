"""Shifts: what a duty covers, over midnight and through summer time; what nobody covers; the hours of a week covered.

Spans are half-open, in UTC epoch seconds. A shift begins on the local day it is named after and may end on the next.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from .hours import Hours
from .zones import DAY, EPOCH, moment, offsets, wall, zone_named

Spans = list[tuple[int, int]]
Week = dict[int, list[tuple[str, str]]]

AVAILABLE = "available"
PRESENCES = (AVAILABLE, "busy", "away", "off")
HOLDS = 12 * 3600  # seconds the word of somebody holds whom no roster expects


def spans(hours: Hours, zone: str, day: date) -> Spans:
    """The instants at which the clock on the wall shows `hours` of `day`: an hour that comes twice is worked twice."""
    midnight = (day - EPOCH).days * DAY
    pieces = [
        (max(midnight + opens - offset, since), min(midnight + closes - offset, until))
        for opens, closes in hours
        for since, until, offset in offsets(zone, day.year - 1, day.year + 2)
    ]
    return union(piece for piece in pieces if piece[0] < piece[1])


def union(pieces: Iterable[tuple[int, int]]) -> Spans:
    """The same instants in order, each once; what touches is joined."""
    joined: Spans = []
    for since, until in sorted(pieces):
        if joined and since <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], until))
        else:
            joined.append((since, until))
    return joined


def within(pieces: Iterable[tuple[int, int]], since: int, until: int) -> Spans:
    """What of them lies in [since, until)."""
    cut = ((max(a, since), min(b, until)) for a, b in pieces)
    return [(a, b) for a, b in cut if a < b]


def gaps(covered: Spans, since: int, until: int) -> Spans:
    """What of [since, until) nobody covers."""
    free, at = [], since
    for a, b in within(union(covered), since, until):
        free += [(at, a)] if at < a else []
        at = b
    return [*free, (at, until)] if at < until else free


def without(pieces: Iterable[tuple[int, int]], taken: Spans) -> Spans:
    """`pieces` less what is `taken`."""
    return [free for since, until in pieces for free in gaps(taken, since, until)]


def holds(pieces: Iterable[tuple[int, int]], at: int) -> tuple[int, int] | None:
    """The span that has `at` in it."""
    return next((piece for piece in pieces if piece[0] <= at < piece[1]), None)


def present(word: str, said: int | None, duty: tuple[int, int] | None, at: int) -> bool:
    """Whether somebody whose last word on it was `word` can be counted on at `at`.

    A duty that began after that word speaks for itself; without a duty, an "available" holds for half a day.
    """
    if duty and (said is None or said < duty[0]):
        return True
    return word == AVAILABLE and said is not None and (duty is not None or at - said < HOLDS)


def day_span(zone: str, day: date) -> tuple[int, int]:
    """From the first to the last instant of a local day."""
    named = zone_named(zone)
    return wall(named, day, 0)[0], wall(named, day + timedelta(days=1), 0)[0]


def covered_week(covered: Spans, zone: str, days: Sequence[date]) -> Week:
    """Hours by weekday (0 = Monday) that are covered on each of `days` that falls on it, as one writes them."""
    week: dict[int, Spans] = {}
    for day in days:
        here = _on_the_wall(covered, zone, day)
        known = week.get(day.weekday())
        week[day.weekday()] = here if known is None else without(known, gaps(here, 0, DAY))
    return {weekday: [(_written(a), _written(b)) for a, b in week.get(weekday, [])] for weekday in range(7)}


def _on_the_wall(covered: Spans, zone: str, day: date) -> Spans:
    """Full minutes of `day` that are covered, in seconds after its midnight."""
    since, until = day_span(zone, day)
    shown = [(_shown(a, zone), DAY if b == until else _shown(b, zone)) for a, b in within(covered, since, until)]
    return union((-(-a // 60) * 60, b // 60 * 60) for a, b in shown if a < b)


def _shown(at: int, zone: str) -> int:
    local = moment(at, zone_named(zone))
    return local.hour * 3600 + local.minute * 60 + local.second


def _written(seconds: int) -> str:
    return f"{seconds // 3600:02}:{seconds % 3600 // 60:02}"
