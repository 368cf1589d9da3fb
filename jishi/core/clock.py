"""A clock is two events, some pauses and a calendar. It is read, never typed.

`read` takes marks, a promise, a calendar and a moment, and says what is spent, what is due, what was met. It asks
nobody for the time; marks after `now` have not happened yet. Moments are aware, arithmetic is in UTC seconds.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from typing import NamedTuple

from .calendar import Calendar
from .course import Course, Mark, Part, run
from .explain import explain
from .zones import local_date, moment, seconds

__all__ = ["Mark", "Promise", "Reading", "Segment", "read"]


@dataclass(frozen=True, slots=True)
class Promise:
    """What was promised: a quota of working time, or a moment agreed, or a window of working days; or nothing.

    `target`: working time from start to due. `until`: an agreed moment instead, which pauses do not move.
    `opens`: nothing before it counts as kept. `window`: (first, last) working day after the start, for call-backs.
    `warn`: the share of the way to due at which we warn. `since`: when this promise took hold.
    """

    target: timedelta | None = None
    until: datetime | None = None
    opens: datetime | None = None
    window: tuple[int, int] | None = None
    warn: float = 0.75
    since: datetime | None = None
    name: str = ""


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
    due = _due(course, judged, calendar)
    broken_at = _broken_at(marks, holds, course, at)
    opens = _opens(course, judged, calendar)
    early = opens is not None and course.end is not None and course.end < opens
    return Reading(
        state=_state(course, due, broken_at, early),
        spent=timedelta(seconds=_spent(course, calendar)),
        due=_shown(None if course.state == "paused" and _moves(judged) else due, calendar),
        met=_met(course, due, broken_at, early),
        left=_left(course, judged, calendar, due),
        warn_at=None if course.state == "paused" else _shown(_warn_at(course, judged, calendar, due), calendar),
        opens=_shown(opens, calendar),
        broken_at=_shown(broken_at, calendar),
        early=early,
        provisional=_is_provisional(due, calendar),
        start=moment(course.start, calendar.zone),
        end=_shown(course.end, calendar),
        cycle=course.cycle,
        parts=course.parts,
        calendar=calendar,
    )


def _in_force(holds: list[Held], course: Course) -> list[Held]:
    """Without the promises that took hold only after the clock had ended."""
    while len(holds) > 1 and course.end is not None and _since(holds[-1][0]) > course.end:
        holds.pop()
    return holds


def _due(course: Course, promise: Promise, calendar: Calendar) -> int | None:
    """When the quota is used up; while the clock stands still, when it would be if it went on from its last stop."""
    if promise.window and course.start is not None:
        return seconds(calendar.closing(local_date(calendar.zone, course.start), promise.window[1]))
    if promise.until is not None:
        return seconds(promise.until)
    if promise.target is None:
        return None
    return _used_up(course, calendar, int(promise.target.total_seconds()))


def _used_up(course: Course, calendar: Calendar, quota: int) -> int:
    """The moment at which `quota` working seconds of this course have passed."""
    running = course.running()
    for part in running[:-1]:
        worked = calendar.elapsed_s(part.since, part.until)
        if quota <= worked:
            return calendar.due_s(part.since, quota)
        quota -= worked
    return calendar.due_s(running[-1].since, quota)


def _opens(course: Course, promise: Promise, calendar: Calendar) -> int | None:
    if promise.window and course.start is not None:
        return seconds(calendar.opening(local_date(calendar.zone, course.start), promise.window[0]))
    return seconds(promise.opens) if promise.opens else None


def _spent(course: Course, calendar: Calendar) -> int:
    return sum(calendar.elapsed_s(part.since, part.until) for part in course.running())


def _broken_at(marks: Sequence[Mark], holds: list[Held], course: Course, now: int) -> int | None:
    """The first moment at which a promise that held was overdue: max(due, when it took hold)."""
    for (promise, calendar), (later, _) in pairwise(holds):
        until = min(_since(later), now)
        broken_at = _overdue(run(marks, until), promise, calendar, until)
        if broken_at is not None:
            return broken_at
    return _overdue(course, *holds[-1], now)


def _overdue(course: Course, promise: Promise, calendar: Calendar, now: int) -> int | None:
    due = _due(course, promise, calendar) if course.start is not None else None
    stop = course.stop(now)
    if due is None or stop <= due:
        return None
    return max(due, _since(promise))


def _since(promise: Promise) -> int:
    return seconds(promise.since) if promise.since else -(2**62)


def _moves(promise: Promise) -> bool:
    """Whether a pause moves the deadline."""
    return promise.until is None and promise.window is None


def _left(course: Course, promise: Promise, calendar: Calendar, due: int | None) -> timedelta | None:
    """Working time left to due; negative once past it."""
    if due is None:
        return None
    if promise.target is not None and _moves(promise):
        return promise.target - timedelta(seconds=_spent(course, calendar))
    return timedelta(seconds=calendar.worked(due) - calendar.worked(course.parts[-1].until))


def _warn_at(course: Course, promise: Promise, calendar: Calendar, due: int | None) -> int | None:
    if due is None or course.start is None:
        return None
    if promise.target is not None and _moves(promise):
        return _used_up(course, calendar, int(promise.target.total_seconds() * promise.warn))
    return calendar.due_s(
        course.start, int(max(calendar.worked(due) - calendar.worked(course.start), 0) * promise.warn)
    )


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


def _is_provisional(due: int | None, calendar: Calendar) -> bool:
    """Whether due lies beyond the days whose holidays are known."""
    covered = calendar.covered_until
    return due is not None and covered is not None and local_date(calendar.zone, due) > covered


def _shown(at: int | None, calendar: Calendar) -> datetime | None:
    return None if at is None else moment(at, calendar.zone)


def _segments(part: Part, calendar: Calendar | None) -> list[Segment]:
    assert calendar is not None
    zone = calendar.zone
    if part.state == "running":
        stretches = explain(calendar, part.since, part.until)
        return [
            Segment(moment(s, zone), moment(u, zone), is_open, rule, name) for s, u, is_open, rule, name in stretches
        ]
    rule = {"paused": "pause", "ended": "resolved", "cancelled": "cancelled"}[part.state]
    return [Segment(moment(part.since, zone), moment(part.until, zone), False, rule, part.reason)]
