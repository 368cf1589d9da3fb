"""The state of a clock in a shape, a tone and an amount; the words are the template's."""

from datetime import datetime, timedelta
from typing import NamedTuple

from jishi.core.clock import Reading


class Face(NamedTuple):
    """`shape` is a symbol of the frame, `code` names the sentence, `amount` its seconds."""

    tone: str  # ok, warn, late, still
    shape: str  # ok, warn, late, pause, met, still, prov
    code: str  # waiting, counting, left, about, over, paused, paused-over, met, early, took, cancelled
    amount: float | None = None
    days: bool = False  # a clock around the clock may be said in days; working time is said in hours


def face(reading: Reading, now: datetime) -> Face:
    """What the clock looks like at `now`."""
    return _face(reading, now)._replace(days=reading.calendar is not None and reading.calendar.is_always)


def _face(reading: Reading, now: datetime) -> Face:
    match reading.state:
        case "running":
            return _running(reading, now)
        case "paused":
            return _paused(reading)
        case "late" | "broken":
            return Face("late", "late", "over", late_by(reading).total_seconds())
        case "early":
            return Face("late", "late", "early", _early_by(reading).total_seconds())
        case "met":
            return Face("still", "met", "met", reading.spent.total_seconds())
        case "ended":
            return Face("still", "still", "took", reading.spent.total_seconds())
        case "cancelled":
            return Face("still", "still", "cancelled")
    return Face("still", "prov", "waiting")


def late_by(reading: Reading) -> timedelta:
    """Working time past the promise; past the one first broken, where a later one is kept again."""
    if reading.left is not None and reading.left < timedelta(0):
        return -reading.left
    if reading.broken_at is None or reading.calendar is None or not reading.parts:
        return timedelta(0)
    stop = datetime.fromtimestamp(reading.parts[-1].until, reading.calendar.zone)
    return reading.calendar.elapsed(min(reading.broken_at, stop), stop)


def _running(reading: Reading, now: datetime) -> Face:
    if reading.left is None:
        return Face("ok", "ok", "counting", reading.spent.total_seconds())
    left = reading.left.total_seconds()
    if reading.provisional:
        return Face("ok", "prov", "about", left)
    warned = reading.warn_at is not None and reading.warn_at <= now
    return Face("warn", "warn", "left", left) if warned else Face("ok", "ok", "left", left)


def _paused(reading: Reading) -> Face:
    if reading.broken_at is not None:
        return Face("late", "pause", "paused-over", late_by(reading).total_seconds())
    return Face("still", "pause", "paused", None if reading.left is None else reading.left.total_seconds())


def _early_by(reading: Reading) -> timedelta:
    assert reading.opens is not None and reading.end is not None
    return reading.opens - reading.end
