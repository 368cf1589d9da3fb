"""Why time counts or does not: the stretches of a span, each with the rule that opens or closes it."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from .calendar import Calendar
from .zones import local_date, next_day


class Stretch(NamedTuple):
    """A part of a span under one rule, in epoch seconds. `name` is the holiday's, where it has one."""

    since: int
    until: int
    open: bool
    rule: str  # open, closed, day-off, holiday, make-up, special, always
    name: str = ""


def explain(calendar: Calendar, start: int, end: int) -> list[Stretch]:
    """Stretches that tile [start, end) without gap or overlap; the open ones add up to the working time in it."""
    if calendar.is_always:
        return [Stretch(start, end, True, "always")] if start < end else []
    stretches: list[Stretch] = []
    for stretch in _by_day(calendar, start, end):
        last = stretches[-1] if stretches else None
        if last and last[2:] == stretch[2:]:
            stretches[-1] = last._replace(until=stretch.until)
        else:
            stretches.append(stretch)
    return stretches


def _by_day(calendar: Calendar, at: int, end: int) -> Iterator[Stretch]:
    while at < end:
        midnight = min(next_day(calendar.zone, at), end)
        yield from _day(calendar, at, midnight)
        at = midnight


def _day(calendar: Calendar, at: int, end: int) -> Iterator[Stretch]:
    """Stretches of [at, end), which lies within one local day."""
    day = local_date(calendar.zone, at)
    opens, closes = rules_of(calendar, day)
    name = calendar.names.get(day, "")
    for since, until in (*calendar.open_s(at, end), (end, end)):
        if at < since:
            yield Stretch(at, since, False, closes, name if closes == "holiday" else "")
        if since < until:
            yield Stretch(since, until, True, opens, name if opens != "open" else "")
        at = until


def rules_of(calendar: Calendar, day: date) -> tuple[str, str]:
    """The rule that opens and the rule that closes on `day`."""
    usual = calendar.week[day.weekday()]
    if day not in calendar.exceptions:
        return "open", "closed" if usual else "day-off"
    if not calendar.exceptions[day]:
        return "open", "holiday"
    return "special" if usual else "make-up", "closed"
