"""Opening hours as people write them: "09:00" to "18:00", "24:00", or over midnight."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from itertools import pairwise

from .refused import Refused
from .zones import DAY

Hours = tuple[tuple[int, int], ...]  # (open, close) in seconds after local midnight; close may lie beyond 24 h
Written = Iterable[tuple[str, str]]

_TIME = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2}))?")


def read_time(text: str) -> int:
    """Seconds after midnight of "HH:MM[:SS]", "24:00" included. Refuses anything else ("bad-time")."""
    match = _TIME.fullmatch(text)
    hour, minute, second = (int(part or 0) for part in match.groups()) if match else (99, 0, 0)
    if minute > 59 or second > 59 or hour * 3600 + minute * 60 + second > DAY:
        raise Refused("bad-time", value=text)
    return hour * 3600 + minute * 60 + second


def read_hours(written: Written, day: object) -> Hours:
    """The intervals of one day in order. Refuses empty and overlapping ones, naming the day."""
    hours = sorted(_interval(opens, closes, day) for opens, closes in written)
    for (a, b), (c, d) in pairwise(hours):
        if c < b:
            raise Refused("hours-overlap", day=str(day), first=_words(a, b), second=_words(c, d))
    return tuple(hours)


def read_week(written: Mapping[int, Written]) -> dict[int, Hours]:
    """Hours by weekday (0 = Monday). Refuses unknown weekdays and a night that runs into the next morning's hours."""
    for day in written:
        if day not in range(7):
            raise Refused("bad-weekday", value=day)
    week = {day: read_hours(written.get(day, ()), day) for day in range(7)}
    for day, hours in week.items():
        morning = week[(day + 1) % 7]
        if hours and morning and hours[-1][1] - DAY > morning[0][0]:
            raise Refused("hours-overlap", day=day, first=_words(*hours[-1]), second=_words(*morning[0]))
    return week


def read_exceptions(written: Mapping[date, Written]) -> dict[date, Hours]:
    return {day: read_hours(hours, day) for day, hours in written.items()}


def _interval(opens: str, closes: str, day: object) -> tuple[int, int]:
    a, b = read_time(opens), read_time(closes)
    if a in (b, DAY):
        raise Refused("hours-empty", day=str(day), value=f"{opens}-{closes}")
    return (a, b) if a < b else (a, b + DAY)


def _words(a: int, b: int) -> str:
    return "-".join(f"{t % DAY // 3600 if t != DAY else 24:02}:{t % 3600 // 60:02}" for t in (a, b))
