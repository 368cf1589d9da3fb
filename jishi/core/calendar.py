"""Working time: how much of it lies between two moments, and when a quota of it ends.

    >>> from datetime import datetime, timedelta
    >>> office = Calendar(week={day: [("09:00", "18:00")] for day in range(5)}, zone="Asia/Shanghai")
    >>> office.due(datetime(2026, 11, 22, 12, tzinfo=office.zone), timedelta(hours=4)).isoformat()
    '2026-11-23T13:00:00+08:00'

All arithmetic is in UTC epoch seconds on a compiled `Line`; a quota that ends at closing time is due at closing.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import NamedTuple

from .hours import Hours, Written, read_exceptions, read_week
from .line import Line, draw
from .refused import Refused
from .zones import moment, seconds, wall, zone_named

YEARS = range(1900, 2200)  # what we are willing to compile
FIRST, LAST = 2000, 2040  # what is compiled before anybody asks for more

ALL_DAY = [("00:00", "24:00")]


class Span(NamedTuple):
    """Half-open: `since` belongs to it, `until` does not."""

    since: datetime
    until: datetime


class Calendar:
    """Opening hours of a week in a zone, with the days that differ.

    `week` maps weekdays (0 = Monday) to intervals of "HH:MM"; "24:00" and intervals over midnight are welcome and
    belong to the day they begin on. `exceptions` maps dates to other intervals, `[]` for a holiday; `names` says
    what such a day is called. Beyond `covered_until` (the last day whose exceptions are known) due moments are
    provisional. Refuses overlaps, empty intervals, unknown zones and a calendar that never opens.
    """

    def __init__(
        self,
        week: Mapping[int, Written],
        zone: str = "Asia/Shanghai",
        exceptions: Mapping[date, Written] | None = None,
        names: Mapping[date, str] | None = None,
        covered_until: date | None = None,
    ) -> None:
        self.week, self.exceptions = read_week(week), read_exceptions(exceptions or {})
        if not any(self.week.values()) and not any(self.exceptions.values()):
            raise Refused("never-opens", zone=zone)
        self.zone = zone_named(zone)
        self.names = dict(names or {})
        self.covered_until = covered_until
        self._years = (FIRST, LAST)
        self._days: dict[date, list[tuple[int, int]]] = {}  # asked for before
        self._draw()

    @classmethod
    def always(cls, zone: str = "Asia/Shanghai") -> "Calendar":
        """Open 24 hours on 7 days."""
        return cls(week=dict.fromkeys(range(7), ALL_DAY), zone=zone)

    @property
    def is_always(self) -> bool:
        return not self.exceptions and all(hours == ((0, 86_400),) for hours in self.week.values())

    def elapsed(self, start: datetime, end: datetime) -> timedelta:
        """Working time in [start, end), both aware. Refuses an end before its start ("reversed-span")."""
        return timedelta(seconds=self.elapsed_s(seconds(start), seconds(end)))

    def due(self, start: datetime, amount: timedelta) -> datetime:
        """The first moment by which `amount` of working time has passed since `start`; for none, the next open one."""
        return moment(self.due_s(seconds(start), _quota(amount)), self.zone)

    def begin(self, end: datetime, amount: timedelta) -> datetime:
        """The last moment from which `amount` of working time still passes before `end`."""
        return moment(self.begin_s(seconds(end), _quota(amount)), self.zone)

    def is_open(self, at: datetime) -> bool:
        return bisect_right(self._reach(seconds(at)), seconds(at)) % 2 == 1

    def spans(self, start: datetime, end: datetime) -> list[Span]:
        """The open periods in [start, end)."""
        a, b = seconds(start), seconds(end)
        return [Span(moment(s, self.zone), moment(u, self.zone)) for s, u in self.open_s(a, b)]

    def opening(self, day: date, n: int) -> datetime:
        """When the nth working day after `day` opens."""
        return moment(self._working_day(day, n)[0], self.zone)

    def closing(self, day: date, n: int) -> datetime:
        """When the nth working day after `day` closes: after midnight, if its last interval runs over it."""
        return moment(self._working_day(day, n)[1], self.zone)

    def worked(self, at: int) -> int:
        """Working seconds W(at) since a fixed origin; negative before it."""
        bounds = self._reach(at)
        i = bisect_right(bounds, at)
        return self._sums[i - 1] + at - bounds[i - 1] if i & 1 else self._sums[i - 1]

    def elapsed_s(self, a: int, b: int) -> int:
        """Working seconds in [a, b): W(b) - W(a)."""
        if a > b:
            raise Refused("reversed-span", start=moment(a).isoformat(), end=moment(b).isoformat())
        if a < self._low or b >= self._high:
            self.line(a, b)
        bounds, sums = self._bounds, self._sums
        i, j = bisect_right(bounds, a), bisect_right(bounds, b)
        spent = sums[j - 1] - sums[i - 1]
        if j & 1:
            spent += b - bounds[j - 1]
        return spent - a + bounds[i - 1] if i & 1 else spent

    def due_s(self, a: int, n: int) -> int:
        """The first instant t >= a with W(t) = W(a) + n; for n = 0 the first open one."""
        if n < 0:
            raise Refused("negative-quota", value=n)
        if n == 0:
            return self.due_s(a, 1) - 1
        target = self.worked(a) + n
        while target > self._sums[-1]:
            self._grow(later=True)
        i = bisect_left(self._sums, target)
        return self._bounds[i] - self._sums[i] + target

    def begin_s(self, b: int, n: int) -> int:
        """The last instant t <= b with W(t) = W(b) - n; for n = 0 the last that ends an open second."""
        if n < 0:
            raise Refused("negative-quota", value=n)
        if n == 0:
            return self.begin_s(b, 1) + 1
        target = self.worked(b) - n
        while target < self._sums[0]:
            self._grow(later=False)
        i = bisect_right(self._sums, target) - 1
        return self._bounds[i] - self._sums[i] + target

    def open_s(self, a: int, b: int) -> list[tuple[int, int]]:
        """The open periods in [a, b), epoch seconds."""
        if a > b:
            raise Refused("reversed-span", start=moment(a).isoformat(), end=moment(b).isoformat())
        bounds = self.line(a, b).bounds
        first = bisect_right(bounds, a) // 2 * 2
        periods = ((max(bounds[i], a), min(bounds[i + 1], b)) for i in range(first, bisect_left(bounds, b), 2))
        return [(since, until) for since, until in periods if since < until]

    def _working_day(self, day: date, n: int) -> tuple[int, int]:
        """First opening and last closing of the nth working day after `day`."""
        if n < 1:
            raise Refused("no-such-day", n=n)
        found: list[tuple[int, int]] = []
        while len(found) < n:
            day += timedelta(days=1)
            found += self._days.get(day) or self._days.setdefault(day, self._day(day))
        return found[-1]

    def _day(self, day: date) -> list[tuple[int, int]]:
        """First opening and last closing of the hours that begin on `day`; none on a day off."""
        if day.year not in YEARS:
            raise Refused("beyond-horizon", value=day.isoformat())
        if not (hours := self.hours(day)):
            return []
        periods = self.open_s(wall(self.zone, day, hours[0][0])[0], wall(self.zone, day, hours[-1][1])[1])
        return [(periods[0][0], periods[-1][1])] if periods else []

    def hours(self, day: date) -> Hours:
        """The intervals that begin on `day`, seconds after its midnight."""
        return self.exceptions.get(day, self.week[day.weekday()])

    def line(self, low: int, high: int) -> Line:
        """The compiled line, drawn at least over the instants [low, high]."""
        self._reach(low), self._reach(high)
        return Line(self._bounds, self._sums, self._low, self._high)

    def _reach(self, at: int) -> list[int]:
        """The boundaries, drawn far enough to hold the instant `at`."""
        while at < self._low:
            self._grow(later=False)
        while at >= self._high:
            self._grow(later=True)
        return self._bounds

    def _grow(self, *, later: bool) -> None:
        first, last = self._years
        if (first, last) == (YEARS.start, YEARS.stop) or (last == YEARS.stop if later else first == YEARS.start):
            raise Refused("beyond-horizon", value=f"{YEARS.start}-{YEARS.stop}")
        self._years = (first, min(last + 40, YEARS.stop)) if later else (max(first - 40, YEARS.start), last)
        self._draw()

    def _draw(self) -> None:
        self._bounds, self._sums, self._low, self._high = draw(self.week, self.exceptions, self.zone.key, *self._years)


def _quota(amount: timedelta) -> int:
    if amount < timedelta(0):
        raise Refused("negative-quota", value=str(amount))
    return int(amount.total_seconds() // 1)
