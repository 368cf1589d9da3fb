"""When a promise falls due on a course, what is left of it and when to warn."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from .calendar import Calendar
from .course import Course
from .zones import local_date, seconds


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


def due(course: Course, promise: Promise, calendar: Calendar) -> int | None:
    """When the quota is used up; while the clock stands still, when it would be if it went on from its last stop."""
    if promise.window and course.start is not None:
        return seconds(calendar.closing(local_date(calendar.zone, course.start), promise.window[1]))
    if promise.until is not None:
        return seconds(promise.until)
    if promise.target is None:
        return None
    return _used_up(course, calendar, int(promise.target.total_seconds()))


def _used_up(course: Course, calendar: Calendar, quota: int) -> int:
    """The moment at which `quota` working seconds of this course have passed, if it runs on from where it stopped.

    A quota used up just as a pause begins is due when the clock runs again: a pause cannot break a promise.
    """
    for part in course.running():
        worked = calendar.elapsed_s(part.since, part.until)
        if quota < worked or (quota == worked and part is course.parts[-1]):
            return calendar.due_s(part.since, quota)
        quota -= worked
    return calendar.due_s(course.parts[-1].until, quota)


def opens(course: Course, promise: Promise, calendar: Calendar) -> int | None:
    if promise.window and course.start is not None:
        return seconds(calendar.opening(local_date(calendar.zone, course.start), promise.window[0]))
    return seconds(promise.opens) if promise.opens else None


def spent(course: Course, calendar: Calendar) -> int:
    return sum(calendar.elapsed_s(part.since, part.until) for part in course.running())


def left(course: Course, promise: Promise, calendar: Calendar, due: int | None) -> timedelta | None:
    """Working time left to due; negative once past it."""
    if due is None:
        return None
    if promise.target is not None and moves(promise):
        return promise.target - timedelta(seconds=spent(course, calendar))
    return timedelta(seconds=calendar.worked(due) - calendar.worked(course.parts[-1].until))


def warn_at(course: Course, promise: Promise, calendar: Calendar, due: int | None) -> int | None:
    if due is None or course.start is None:
        return None
    if promise.target is not None and moves(promise):
        return _used_up(course, calendar, int(promise.target.total_seconds() * promise.warn))
    return calendar.due_s(
        course.start, int(max(calendar.worked(due) - calendar.worked(course.start), 0) * promise.warn)
    )


def moves(promise: Promise) -> bool:
    """Whether a pause moves the deadline."""
    return promise.until is None and promise.window is None


def is_provisional(due: int | None, calendar: Calendar) -> bool:
    """Whether due lies beyond the days whose holidays are known."""
    covered = calendar.covered_until
    return due is not None and covered is not None and local_date(calendar.zone, due) > covered
