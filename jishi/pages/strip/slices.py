"""A reading cut where its look changes: at the warning line, at due, where the calendar opens and closes."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from itertools import pairwise
from typing import NamedTuple

from jishi.core.clock import Reading, Segment
from jishi.core.explain import explain
from jishi.core.zones import seconds

FOLDED = frozenset({"closed", "ahead-closed", "unused-closed", "rest"})
GAPS = frozenset({"resolved", "cancelled"})


class Slice(NamedTuple):
    """[since, until) in epoch seconds. `tone` ok, warn or late for what counted."""

    since: int
    until: int
    kind: str  # counted, closed, paused, rest (resolved until reopened), ahead, ahead-closed, unused, unused-closed
    tone: str = ""


class Lines(NamedTuple):
    """The instants a reading is cut at; None where there is none. Red begins at `late`, never left of `flag`."""

    warn: int | None
    flag: int | None
    late: int | None
    stop: int


def lines(reading: Reading, now: datetime, warn: float) -> Lines:
    """Where warning, flag, red and the end of what happened stand. A paused flag stands where it would be by now."""
    stop = reading.parts[-1].until
    due, broken = _instant(_due(reading, now)), _instant(reading.broken_at)
    flag = min((at for at in (due, broken) if at is not None), default=None)
    warned = _instant(reading.warn_at) if reading.warn_at else _warned(reading, warn)
    return Lines(warned, flag, flag if broken is None else broken, stop)


def cut(reading: Reading, at: Lines) -> list[Slice]:
    """Slices that tile the clock's start to its end, or to due where that is later."""
    happened = (slice for segment in reading.segments for slice in _happened(segment, reading, at))
    return _merged([*happened, *_to_come(reading, at)])


def tones(since: int, until: int, at: Lines) -> Iterator[tuple[int, int, str]]:
    """A counted span cut at the warning line and where it turns late."""
    late = until if at.late is None else max(since, min(at.late, until))
    warn = late if at.warn is None else max(since, min(at.warn, late))
    for tone, (a, b) in zip(("ok", "warn", "late"), pairwise((since, warn, late, until)), strict=True):
        if a < b:
            yield a, b, tone


def _due(reading: Reading, now: datetime) -> datetime | None:
    if reading.due or reading.state != "paused" or reading.left is None or reading.calendar is None:
        return reading.due
    return reading.calendar.due(now, reading.left) if reading.left >= timedelta(0) else None


def _warned(reading: Reading, warn: float) -> int | None:
    """When a paused clock passed its warning line, if it did."""
    if reading.left is None:
        return None
    quota = (reading.spent + reading.left).total_seconds() * warn
    for segment in reading.segments:
        length = (segment.until - segment.since).total_seconds() if segment.counted else 0
        if quota < length:
            return int(seconds(segment.since) + quota)
        quota -= length
    return None


def _happened(segment: Segment, reading: Reading, at: Lines) -> Iterator[Slice]:
    since, until = seconds(segment.since), seconds(segment.until)
    if segment.counted:
        yield from (Slice(a, b, "counted", tone) for a, b, tone in tones(since, until, at))
    elif segment.rule in GAPS:
        yield Slice(since, until, "rest")
    elif segment.rule == "pause":
        yield from _by_calendar(reading, since, until, "paused", "closed")
    else:
        yield Slice(since, until, "closed")


def _to_come(reading: Reading, at: Lines) -> Iterator[Slice]:
    if at.flag is None or at.flag <= at.stop:
        return iter(())
    ended = reading.state not in ("running", "paused", "late")
    kinds = ("unused", "unused-closed") if ended else ("ahead", "ahead-closed")
    return _by_calendar(reading, at.stop, at.flag, *kinds)


def _by_calendar(reading: Reading, since: int, until: int, opened: str, closed: str) -> Iterator[Slice]:
    assert reading.calendar is not None
    for stretch in explain(reading.calendar, since, until):
        yield Slice(stretch.since, stretch.until, opened if stretch.open else closed)


def _merged(slices: Iterable[Slice]) -> list[Slice]:
    """Neighbours that look the same become one."""
    merged: list[Slice] = []
    for slice in slices:
        if merged and merged[-1][2:] == slice[2:]:
            merged[-1] = merged[-1]._replace(until=slice.until)
        elif slice.since < slice.until:
            merged.append(slice)
    return merged


def _instant(at: datetime | None) -> int | None:
    return None if at is None else seconds(at)
