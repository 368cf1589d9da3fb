"""What a full strip says of itself, in order of importance. Where it stands is decided in labels.py."""

from collections.abc import Callable, Iterator
from datetime import datetime

from jishi.core.clock import Reading
from jishi.core.zones import moment, seconds

from .labels import days
from .scale import Placed, position
from .slices import Lines

Say = Callable[..., str]  # (code, **facts) -> the words


def over(
    moving: bool, reading: Reading, at: Lines, placed: list[Placed], now: datetime, say: Say
) -> Iterator[tuple[str, float, bool]]:
    """The present (or the end) and the promise. A paused promise has no moment: it moves."""
    stop = moment(at.stop, now.tzinfo)
    yield say("now" if moving else "end", at=stop, now=now), position(placed, at.stop), False
    moves = reading.due is None and reading.broken_at is None
    if at.flag is not None and not moves:
        due = say("due", at=moment(at.flag, now.tzinfo), now=now, provisional=reading.provisional)
        yield due, position(placed, at.flag), True


def under(
    reading: Reading, at: Lines, placed: list[Placed], now: datetime, say: Say
) -> Iterator[tuple[str, float, bool, int]]:
    """(words, percent, with a tick, row): the start, the last day, the pauses, the other days."""
    start, stop = moment(placed[0].slice.since, now.tzinfo), moment(at.stop, now.tzinfo)
    yield say("start", at=start, now=now), 0.0, True, 2
    *others, last = [None, *filter(None, (_morning(reading, midnight, at, now) for midnight in days(start, stop)))]
    if last:
        yield say("day", at=last[0], now=now, name=last[1]), position(placed, seconds(last[0])), True, 2
    yield from _pauses(reading, placed, say)
    for morning in filter(None, others):
        yield say("date", at=morning[0], now=now, name=morning[1]), position(placed, seconds(morning[0])), True, 1


def _pauses(reading: Reading, placed: list[Placed], say: Say) -> Iterator[tuple[str, float, bool, int]]:
    assert reading.calendar is not None
    for part in reading.parts:
        if part.state == "paused":
            worked = reading.calendar.elapsed_s(part.since, part.until)
            middle = (position(placed, part.since) + position(placed, part.until)) / 2
            yield say("paused", seconds=worked or part.until - part.since), middle, False, 1


def _morning(reading: Reading, midnight: datetime, at: Lines, now: datetime) -> tuple[datetime, str] | None:
    """When that day first opens, and its name; None for a day on which nothing opened before the clock stopped."""
    assert reading.calendar is not None
    if reading.calendar.is_always:
        return midnight, ""
    since = seconds(midnight)
    opened = reading.calendar.open_s(since, max(since, min(since + 86_400, at.stop)))
    name = reading.calendar.names.get(midnight.date(), "")
    return (moment(opened[0][0], now.tzinfo), name) if opened else None
