"""One call: the calendar against a bare bisect, against datetime's own conversion, against a walk day by day."""

import random
from bisect import bisect_right
from datetime import UTC, datetime, timedelta

from bench import Bar, ratio
from jishi.core.calendar import Calendar
from jishi.core.explain import explain

OFFICE = Calendar({day: [("09:00", "12:00"), ("13:30", "18:00")] for day in range(5)})
CALLS = 20_000
DRAW = random.Random(20261123)
STARTS = [1_767_200_000 + DRAW.randrange(300 * 86_400) for _ in range(CALLS)]
SPANS = [(start, start + DRAW.randrange(20 * 86_400)) for start in STARTS]
MOMENTS = [tuple(datetime.fromtimestamp(at, UTC).astimezone(OFFICE.zone) for at in span) for span in SPANS]


def bar_core():
    bounds = OFFICE.line(*SPANS[0]).bounds

    def bisects():
        for at in STARTS:
            bisect_right(bounds, at)

    calls = {
        "worked": lambda: [OFFICE.worked(at) for at in STARTS],
        "elapsed": lambda: [OFFICE.elapsed_s(a, b) for a, b in SPANS],
        "due": lambda: [OFFICE.due_s(at, 14_400) for at in STARTS],
    }
    for name, call in calls.items():
        yield Bar(f"calendar.core.{name}", 4, ratio(call, bisects))


def bar_aware():
    def ours():
        for a, b in MOMENTS:
            OFFICE.elapsed(a, b)

    def yardstick():
        for (a, b), (s, u) in zip(MOMENTS, SPANS, strict=True):
            a.timestamp(), b.timestamp()
            OFFICE.elapsed_s(s, u)

    yield Bar("calendar.aware", 3, ratio(ours, yardstick))


def bar_walk():
    few = SPANS[:100]

    def ours():
        for a, b in few * 20:
            OFFICE.elapsed_s(a, b)

    def walk():
        for a, b in few:
            for day in range((b - a) // 86_400 + 1):
                since = a + day * 86_400
                sum(s.until - s.since for s in explain(OFFICE, since, min(since + 86_400, b)) if s.open)

    yield Bar("calendar.walk", 100, 20 / ratio(ours, walk), at_least=True, note=str(timedelta(days=10)))
