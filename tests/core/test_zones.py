"""Five thousand spans in each of six zones, against a walk along the clock on the wall."""

import random
from datetime import date
from itertools import accumulate

import pytest

from jishi.core.calendar import Calendar
from tests.core.walking import QUARTER, ZONES, centres, is_open

SPANS = 5000
DAYS = 8
WEEKS = [
    {day: [("09:00", "12:00"), ("13:30", "18:00")] for day in range(5)},
    {4: [("20:00", "05:30")], 5: [("06:00", "10:00")], 6: [("00:00", "24:00")]},
    {day: [("01:15", "03:45")] for day in range(7)},
]


def walked(calendar, low, high):
    """Open quarters before each quarter of [low, high), one look at the clock on the wall each."""
    looks = [is_open(calendar, at) for at in range(low, high, QUARTER)]
    return looks, [0, *accumulate(looks)]


@pytest.mark.parametrize("zone", ZONES)
def test_five_thousand_spans_agree_with_the_walk(zone):
    draw = random.Random(zone)
    cases = [(Calendar(week, zone, {date(2026, 10, 1): []}), centre) for week in WEEKS for centre in centres(zone)]
    for calendar, centre in cases:
        low = centre // QUARTER * QUARTER - DAYS * 86_400
        looks, before = walked(calendar, low, low + 2 * DAYS * 86_400)

        def worked(at, low=low, looks=looks, before=before):
            quarter, rest = divmod(at - low, QUARTER)
            return before[quarter] * QUARTER + looks[quarter] * rest

        for _ in range(SPANS // len(cases) + 1):
            start, end = sorted(low + draw.randrange(2 * DAYS * 86_400) for _ in range(2))
            assert calendar.elapsed_s(start, end) == worked(end) - worked(start)
