"""A clock is two events, some pauses and a calendar. It is read, never typed.

`read` takes marks, a promise, a calendar and a moment, and says what is spent, what is due, what was met. It asks
nobody for the time; marks after `now` have not happened yet. Its moments are in UTC, so that their differences are
true: subtracting two aware datetimes of one zone ignores summer time.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from typing import NamedTuple

from . import deadline
from .calendar import Calendar
from .course import Course, Mark, Part, run
from .deadline import Promise
from .explain import explain
from .zones import moment, seconds

__all__ = ["Mark", "Promise", "Reading", "Segment", "read"]


class Segment(NamedTuple):
    """A part of a reading; the counted ones add up to `spent`. `reason` is the pause's or the holiday's name."""

    since: datetime
    until: datetime
    counted: bool
    rule: str  # those of explain.Stretch, or pause, resolved, cancelled
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """A clock as it stood at `now`.

    `met` is None while undecided, without a promise, or cancelled. `due` is None while paused: the deadline moves
    with the pause, so `left` is what stays true. `broken_at` is max(due, the moment that promise took hold).
    """

    state: str  # waiting, running, late, paused, met, early, broken, ended (nothing promised), cancelled
    spent: timedelta
    due: datetime | None = None
    met: bool | None = None
    left: timedelta | None = None
    warn_at: datetime | None = None
    opens: datetime | None = None
    broken_at: datetime | None = None
    early: bool = False
    provisional: bool = False
    start: datetime | None = None
    end: datetime | None = None
    cycle: int = 0
    parts: tuple[Part, ...] = ()
    calendar: Calendar | None = None

    @property
    def segments(self) -> list[Segment]:
        """They tile start to end (or now) without gap or overlap."""
        return [segment for part in self.parts for segment in _segments(part, self.calendar)]


Held = tuple[Promise, Calendar]


def read(
    marks: Sequence[Mark], promise: Promise, calendar: Calendar, now: datetime, before: Sequence[Held] = ()
) -> Reading:
    """The clock of these marks at `now`.

    `before` are the promises that held earlier, oldest first, each with its calendar; all measure from the original
    start, and what was broken under one stays broken (C22). A promise that took hold after the end judges nothing.
    """
    at = seconds(now)
    course = run(marks, at)
    if course.start is None:
        return Reading("waiting", timedelta(0))
    holds = _in_force([*before, (promise, calendar)], course)
    judged, calendar = holds[-1]
    due = deadline.due(course, judged, calendar)
    broken_at = _broken_at(marks, holds, course, at)
    opens = deadline.opens(course, judged, calendar)
    early = opens is not None and course.end is not None and course.end < opens
    return Reading(
        state=_state(course, due, broken_at, early),
        spent=timedelta(seconds=deadline.spent(course, calendar)),
        due=_shown(None if course.state == "paused" and deadline.moves(judged) else due),
        met=_met(course, due, broken_at, early),
        left=deadline.left(course, judged, calendar, due),
        warn_at=None if course.state == "paused" else _shown(deadline.warn_at(course, judged, calendar, due)),
        opens=_shown(opens),
        broken_at=_shown(broken_at),
        early=early,
        provisional=deadline.is_provisional(due, calendar),
        start=moment(course.start),
        end=_shown(course.end),
        cycle=course.cycle,
        parts=course.parts,
        calendar=calendar,
    )


def _in_force(holds: list[Held], course: Course) -> list[Held]:
    """Without the promises that took hold only after the clock had ended."""
    while len(holds) > 1 and course.end is not None and _since(holds[-1][0]) > course.end:
        holds.pop()
    return holds


def _broken_at(marks: Sequence[Mark], holds: list[Held], course: Course, now: int) -> int | None:
    """The first moment at which a promise that held was overdue: max(due, when it took hold)."""
    for (promise, calendar), (later, _) in pairwise(holds):
        until = min(_since(later), now)
        broken_at = _overdue(run(marks, until), promise, calendar, until)
        if broken_at is not None:
            return broken_at
    return _overdue(course, *holds[-1], now)


def _overdue(course: Course, promise: Promise, calendar: Calendar, now: int) -> int | None:
    due = deadline.due(course, promise, calendar) if course.start is not None else None
    stop = course.stop(now)
    if due is None or stop <= due:
        return None
    return max(due, _since(promise))


def _since(promise: Promise) -> int:
    return seconds(promise.since) if promise.since else -(2**62)


def _met(course: Course, due: int | None, broken_at: int | None, early: bool) -> bool | None:
    if course.state == "cancelled" or due is None:
        return None
    if broken_at is not None or early:
        return False
    return True if course.end is not None else None


def _state(course: Course, due: int | None, broken_at: int | None, early: bool) -> str:
    if course.state == "running":
        return "running" if broken_at is None else "late"
    if course.state != "ended":
        return course.state
    if early:
        return "early"
    if due is None:
        return "ended"
    return "met" if broken_at is None else "broken"


def _shown(at: int | None) -> datetime | None:
    return None if at is None else moment(at)


def _segments(part: Part, calendar: Calendar | None) -> list[Segment]:
    assert calendar is not None
    if part.state == "running":
        stretches = explain(calendar, part.since, part.until)
        return [Segment(moment(s), moment(u), is_open, rule, name) for s, u, is_open, rule, name in stretches]
    rule = {"paused": "pause", "ended": "resolved", "cancelled": "cancelled"}[part.state]
    return [Segment(moment(part.since), moment(part.until), False, rule, part.reason)]
