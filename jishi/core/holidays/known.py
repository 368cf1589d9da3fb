"""What is known of the days that differ from the usual week."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from ..refused import Refused

HOLIDAY, MAKE_UP = KINDS = ("holiday", "make-up")


@dataclass(frozen=True, slots=True)
class Day:
    kind: str  # holiday, make-up
    name: str


@dataclass(frozen=True, slots=True)
class Holidays:
    """The days that differ from the usual week, from `covered_since` to `covered_until`, both included."""

    days: Mapping[date, Day]
    covered_since: date
    covered_until: date
    source: str

    def extended(self, more: "Holidays") -> "Holidays":
        """With the days of `more` instead of ours where it covers them. Refuses years unknown in between."""
        first, second = sorted((self, more), key=lambda known: known.covered_since)
        if second.covered_since - first.covered_until > timedelta(days=1):
            raise Refused("holidays-gap", since=first.covered_until.isoformat(), until=second.covered_since.isoformat())
        ours = {at: day for at, day in self.days.items() if not more.covered_since <= at <= more.covered_until}
        return Holidays(
            ours | dict(more.days),
            first.covered_since,
            max(self.covered_until, more.covered_until),
            f"{self.source}; {more.source}",
        )

    def missing_next_year(self, today: date) -> bool:
        """Whether days that should be known by now are not: from 1 November on, those of the next year."""
        return self.covered_until < date(today.year + (today.month >= 11), 12, 31)


def told(days: Mapping[date, Day], source: str) -> Holidays:
    """What these days cover: whole years. Refuses years without days off ("holidays-empty").

    A year with days off in one month only is not told of: those are the New Year days of its neighbour's list.
    """
    months = {(at.year, at.month) for at, day in days.items() if day.kind == HOLIDAY}
    years = sorted(year for year, count in Counter(year for year, _ in months).items() if count > 1)
    if not years:
        raise Refused("holidays-empty", source=source, year=min((at.year for at in days), default=0))
    for year, following in pairwise(years):
        if following != year + 1:
            raise Refused("holidays-empty", source=source, year=year + 1)
    return Holidays(dict(sorted(days.items())), date(years[0], 1, 1), date(years[-1], 12, 31), source)
