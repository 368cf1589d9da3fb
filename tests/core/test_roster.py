"""Shifts on the wall: over midnight, through summer time, what they cover and what nobody covers."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jishi.core import roster
from jishi.core.calendar import Calendar
from jishi.core.hours import read_hours
from jishi.core.zones import DAY, seconds

NIGHT = read_hours([("22:00", "08:00")], "night")
SPLIT = read_hours([("09:00", "12:00"), ("13:30", "18:00")], "day")
MONDAY = date(2026, 3, 2)


def at(day, clock, zone="Asia/Shanghai"):
    return seconds(datetime.combine(MONDAY + timedelta(days=day - 1), time.fromisoformat(clock), ZoneInfo(zone)))


def test_a_night_belongs_to_the_day_it_begins_on():
    assert roster.spans(NIGHT, "Asia/Shanghai", MONDAY) == [(at(1, "22:00"), at(2, "08:00"))]


def test_a_shift_with_a_break_is_two_spans():
    assert roster.spans(SPLIT, "Asia/Shanghai", MONDAY) == [
        (at(1, "09:00"), at(1, "12:00")),
        (at(1, "13:30"), at(1, "18:00")),
    ]


ZONES = ["Asia/Shanghai", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Cairo"]
CHANGES = [date(2026, 3, 7), date(2026, 3, 28), date(2026, 10, 24), date(2026, 10, 31), date(2026, 4, 4)]


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("hours", [NIGHT, SPLIT, read_hours([("01:30", "02:30")], "short")])
def test_a_duty_covers_what_the_wall_shows(zone, hours):
    """The oracle walks minute by minute and looks at the clock on the wall."""
    for day in (each + timedelta(days=n) for each in CHANGES for n in range(3)):
        midnight = datetime.combine(day, time(0), UTC)
        minutes = [midnight + timedelta(minutes=n) for n in range(-24 * 60, 72 * 60)]
        shown = [minute for minute in minutes if _shows(hours, minute.astimezone(ZoneInfo(zone)), day)]
        spans = roster.spans(hours, zone, day)
        assert shown == [minute for minute in minutes if roster.holds(spans, seconds(minute))]


def _shows(hours, local, day):
    passed = (local.date() - day).days * DAY + local.hour * 3600 + local.minute * 60
    return any(opens <= passed < closes for opens, closes in hours)


pieces = st.lists(st.tuples(st.integers(0, 10_000), st.integers(1, 4_000)).map(lambda two: (two[0], sum(two))))


@given(pieces)
def test_what_is_covered_and_what_is_not_tile_the_week(covered):
    since, until = 2_000, 9_000
    tiles = sorted(roster.within(roster.union(covered), since, until) + roster.gaps(covered, since, until))
    edges = [since, *(edge for tile in tiles for edge in tile), until]
    assert edges[::2] == edges[1::2]


@given(pieces, pieces)
def test_leave_takes_away_exactly_what_it_covers(worked, leave):
    left = roster.without(roster.union(worked), leave)
    instants = range(0, 14_000, 97)
    here = {i for i in instants if roster.holds(worked, i) and not roster.holds(leave, i)}
    assert here == {i for i in instants if roster.holds(left, i)}


def test_the_hours_of_a_week_are_those_covered_in_every_one_of_them():
    days = [MONDAY + timedelta(days=n) for n in range(14)]
    nights = [span for day in days[:-1] for span in roster.spans(NIGHT, "Asia/Shanghai", day)]
    sunday_before = roster.spans(NIGHT, "Asia/Shanghai", MONDAY - timedelta(days=1))
    week = roster.covered_week(roster.union([*sunday_before, *nights]), "Asia/Shanghai", days)
    assert week[0] == [("00:00", "08:00"), ("22:00", "24:00")]
    assert week[6] == [("00:00", "08:00")], "one Sunday evening nobody came"


@given(pieces)
def test_the_hours_of_a_week_make_a_calendar_that_opens_only_when_somebody_is_there(covered):
    covered = [(at(1, "00:00") + a * 60, at(1, "00:00") + b * 60) for a, b in covered]
    week = roster.covered_week(roster.union(covered), "Asia/Shanghai", [MONDAY + timedelta(days=n) for n in range(7)])
    if any(week.values()):
        opened = Calendar(week).open_s(at(1, "00:00"), at(8, "00:00"))
        assert opened == roster.within(roster.union(covered), at(1, "00:00"), at(8, "00:00"))


@pytest.mark.parametrize(
    ("word", "said", "duty", "counted_on"),
    [
        ("", None, (0, 100), True),
        ("busy", 10, (0, 100), False),
        ("off", -50, (0, 100), True),
        ("available", 10, None, True),
        ("available", 50 - roster.HOLDS, None, False),
        ("", None, None, False),
    ],
    ids=["nothing said", "busy now", "off yesterday", "came without a roster", "half a day ago", "not expected"],
)
def test_a_duty_that_began_after_the_last_word_speaks_for_itself(word, said, duty, counted_on):
    assert roster.present(word, said, duty, 50) is counted_on
