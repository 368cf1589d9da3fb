"""Random clocks: marks in odd orders, calendars in odd zones, promises that change on the way."""

from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from hypothesis import strategies as st

from jishi.core.calendar import Calendar
from jishi.core.clock import Mark, Promise
from jishi.core.course import ROLES
from jishi.core.replay import NEVER
from jishi.core.zones import seconds

BASE = 1_774_000_000  # March 2026, the week before Berlin changes its clocks
LUNCH = {day: [("09:00", "12:00"), ("13:30", "18:00")] for day in range(5)}
CALENDARS = [
    Calendar(LUNCH, "Asia/Shanghai", {date(2026, 4, 6): [], date(2026, 3, 28): [("09:00", "18:00")]}),
    Calendar(LUNCH, "Europe/Berlin"),
    Calendar({5: [("22:00", "06:00")], 6: [("12:15", "13:45")]}, "America/New_York"),
    Calendar.always("Australia/Lord_Howe"),
]
SPREAD = 20 * 86_400


class Case(NamedTuple):
    marks: list
    holds: list  # (promise, calendar), the last is the current one
    now: datetime

    @property
    def asked(self):
        (promise, calendar), before = self.holds[-1], self.holds[:-1]
        return self.marks, promise, calendar, self.now, before


def instant(seconds):
    return datetime.fromtimestamp(BASE + seconds, UTC)


def epoch(moment):
    return NEVER if moment is None else seconds(moment)


def length(span):
    return NEVER if span is None else int(span.total_seconds())


def promise(draw, since):
    kind = draw.choice(["none", "quota", "quota", "quota", "agreed"])
    return Promise(
        target=timedelta(seconds=draw.choice([0, 3600, draw.randrange(200_000)])) if kind == "quota" else None,
        until=instant(draw.randrange(SPREAD)) if kind == "agreed" else None,
        opens=instant(draw.randrange(SPREAD)) if draw.random() < 0.2 else None,
        warn=draw.choice([0.5, 0.75, 0.8]),
        since=since,
    )


def case(draw, now=None):
    """`draw` is a random.Random."""
    roles = ["start"] * (draw.random() < 0.8) + draw.choices(ROLES, k=draw.randrange(9))
    times = sorted(draw.randrange(SPREAD) for _ in roles)
    changes = sorted(draw.sample(range(SPREAD), draw.choice([0, 0, 1, 2])))
    sinces = [None, *(instant(change) for change in changes)]
    return Case(
        [Mark(role, instant(time)) for role, time in zip(roles, times, strict=True)],
        [(promise(draw, since), draw.choice(CALENDARS)) for since in sinces],
        now or instant(draw.randrange(SPREAD)),
    )


CASES = st.randoms(use_true_random=False).map(case)
