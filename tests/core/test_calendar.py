"""Working time, against worked numbers, other projects' vectors and a slow walk along the clock on the wall."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jishi.core.calendar import Calendar
from jishi.core.refused import Refused
from tests.core.walking import ZONES, calendars, moments, walk

SHANGHAI = ZoneInfo("Asia/Shanghai")
OFF = ["2026-10-01", "2026-10-02", "2026-10-05", "2026-10-06", "2026-10-07"]
OFF += [f"2026-02-{day}" for day in (16, 17, 18, 19, 20, 23)] + ["2026-09-25"]
ON = ["2026-10-10", "2026-02-14", "2026-02-28", "2026-09-20"]


def china(*hours):
    written = list(hours)
    exceptions = {date.fromisoformat(day): [] for day in OFF} | {date.fromisoformat(day): written for day in ON}
    return Calendar(dict.fromkeys(range(5), written), exceptions=exceptions)


NINE_TO_SIX = china(("09:00", "18:00"))
WITH_LUNCH = china(("09:00", "12:00"), ("13:30", "18:00"))


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI)


@pytest.mark.parametrize(
    ("start", "end", "minutes", "with_lunch"),
    [
        ("2026-09-30 17:30", "2026-10-08 10:00", 90, 90),
        ("2026-10-09 17:00", "2026-10-10 10:00", 120, 120),
        ("2026-02-13 17:00", "2026-02-14 09:30", 90, 90),
        ("2026-09-19 10:00", "2026-09-20 10:00", 60, 60),
        ("2026-11-20 17:30", "2026-11-23 09:45", 75, 75),
        ("2026-02-14 17:59", "2026-02-24 09:01", 2, 2),
    ],
)
def test_chinese_holidays_and_make_up_days_count_as_the_domain_says(start, end, minutes, with_lunch):
    assert NINE_TO_SIX.elapsed(at(start), at(end)) == timedelta(minutes=minutes)
    assert WITH_LUNCH.elapsed(at(start), at(end)) == timedelta(minutes=with_lunch)


@pytest.mark.parametrize(
    ("start", "minutes", "due", "with_lunch"),
    [
        ("2026-09-30 17:30", 60, "2026-10-08 09:30", "2026-10-08 09:30"),
        ("2026-09-30 17:30", 240, "2026-10-08 12:30", "2026-10-08 14:00"),
        ("2026-10-09 17:00", 240, "2026-10-10 12:00", "2026-10-10 12:00"),
        ("2026-02-14 16:00", 240, "2026-02-24 11:00", "2026-02-24 11:00"),
        ("2026-11-22 12:00", 240, "2026-11-23 13:00", "2026-11-23 14:30"),
        ("2026-10-10 17:30", 60, "2026-10-12 09:30", "2026-10-12 09:30"),
    ],
)
def test_a_quota_is_due_when_the_domain_says(start, minutes, due, with_lunch):
    assert NINE_TO_SIX.due(at(start), timedelta(minutes=minutes)) == at(due)
    assert WITH_LUNCH.due(at(start), timedelta(minutes=minutes)) == at(with_lunch)


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        ("2026-09-28", "2026-10-08", "2026-10-10"),
        ("2026-09-30", "2026-10-10", "2026-10-13"),
        ("2026-02-12", "2026-02-24", "2026-02-26"),
        ("2026-11-20", "2026-11-25", "2026-11-27"),
        ("2026-11-23", "2026-11-26", "2026-11-30"),
    ],
)
def test_a_call_back_window_runs_from_the_third_to_the_fifth_working_day(day, first, last):
    assert NINE_TO_SIX.opening(date.fromisoformat(day), 3) == at(f"{first} 09:00")
    assert NINE_TO_SIX.closing(date.fromisoformat(day), 5) == at(f"{last} 18:00")


def test_a_quota_that_ends_at_closing_is_due_at_closing():
    assert NINE_TO_SIX.due(at("2026-11-20 17:00"), timedelta(hours=1)) == at("2026-11-20 18:00")


def test_nothing_is_due_at_once_or_at_the_next_opening():
    assert NINE_TO_SIX.due(at("2026-11-20 12:00"), timedelta(0)) == at("2026-11-20 12:00")
    assert NINE_TO_SIX.due(at("2026-11-21 12:00"), timedelta(0)) == at("2026-11-23 09:00")
    assert NINE_TO_SIX.begin(at("2026-11-21 12:00"), timedelta(0)) == at("2026-11-20 18:00")


def test_around_the_clock_time_is_elapsed_time():
    always = Calendar.always("Europe/Berlin")
    berlin = ZoneInfo("Europe/Berlin")
    night = datetime(2026, 3, 29, 1, 30, tzinfo=berlin), datetime(2026, 3, 29, 3, 30, tzinfo=berlin)
    assert always.elapsed(*night) == timedelta(hours=1)


def test_shanghai_had_summer_time_in_1990():
    office = Calendar({day: [("09:00", "18:00")] for day in range(7)})
    start = datetime(1990, 7, 1, 0, 0, tzinfo=UTC)  # 09:00 by the clock on the wall
    assert office.due(start, timedelta(hours=1)) == start + timedelta(hours=1)


def test_a_night_shift_belongs_to_the_day_it_begins_on():
    nights = Calendar({day: [("22:00", "06:00")] for day in range(5)}, exceptions={date(2026, 11, 24): []})
    assert nights.elapsed(at("2026-11-24 00:00"), at("2026-11-25 00:00")) == timedelta(hours=6)
    assert nights.closing(date(2026, 11, 22), 1) == at("2026-11-24 06:00")
    assert nights.opening(date(2026, 11, 23), 1) == at("2026-11-25 22:00")


def test_friday_before_a_holiday_may_close_at_four():
    early = Calendar(
        {day: [("09:00", "18:00")] for day in range(5)},
        exceptions={date(2026, 10, 1): [], date(2026, 9, 30): [("09:00", "16:00")]},
    )
    assert early.due(at("2026-09-30 15:30"), timedelta(hours=1)) == at("2026-10-02 09:30")


def test_the_horizon_grows_both_ways_without_moving_a_number():
    office = Calendar({0: [("09:00", "10:00")]})
    before = office.worked(1_795_400_000)
    assert office.elapsed(at("1950-01-02 00:00"), at("1950-01-09 00:00")) == timedelta(hours=1)
    assert office.elapsed(at("2150-01-05 00:00"), at("2150-01-12 00:00")) == timedelta(hours=1)
    assert office.worked(1_795_400_000) == before
    with pytest.raises(Refused, match="beyond-horizon"):
        office.due(at("2199-12-30 00:00"), timedelta(days=9))


@pytest.mark.parametrize(
    ("week", "zone", "code", "named"),
    [
        ({}, "Asia/Shanghai", "never-opens", "Asia/Shanghai"),
        ({0: [("09:00", "12:00"), ("11:00", "18:00")]}, "Asia/Shanghai", "hours-overlap", "11:00-18:00"),
        ({0: [("22:00", "06:00")], 1: [("05:00", "09:00")]}, "Asia/Shanghai", "hours-overlap", "05:00-09:00"),
        ({0: [("09:00", "09:00")]}, "Asia/Shanghai", "hours-empty", "09:00-09:00"),
        ({0: [("9 Uhr", "12:00")]}, "Asia/Shanghai", "bad-time", "9 Uhr"),
        ({0: [("09:00", "24:01")]}, "Asia/Shanghai", "bad-time", "24:01"),
        ({7: [("09:00", "12:00")]}, "Asia/Shanghai", "bad-weekday", "7"),
        ({0: [("09:00", "12:00")]}, "Mars/Olympus", "unknown-zone", "Mars/Olympus"),
    ],
)
def test_a_calendar_that_makes_no_sense_is_refused_by_name(week, zone, code, named):
    with pytest.raises(Refused, match=code) as no:
        Calendar(week, zone)
    assert named in str(no.value)


def test_naive_and_reversed_moments_are_refused():
    with pytest.raises(Refused, match="naive-moment"):
        NINE_TO_SIX.elapsed(datetime(2026, 1, 1), at("2026-01-02"))  # noqa: DTZ001
    with pytest.raises(Refused, match="reversed-span"):
        NINE_TO_SIX.elapsed(at("2026-01-02"), at("2026-01-01"))
    with pytest.raises(Refused, match="negative-quota"):
        NINE_TO_SIX.due(at("2026-01-02"), timedelta(seconds=-1))


@pytest.mark.parametrize("zone", ZONES)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_every_zone_agrees_with_a_walk_along_the_clock_on_the_wall(zone, data):
    calendar = data.draw(calendars(zone))
    start, end = sorted(data.draw(moments(zone)) for _ in range(2))
    assert calendar.elapsed_s(start, end) == walk(calendar, start, end)


@settings(max_examples=200, deadline=None)
@given(data=st.data(), zone=st.sampled_from(ZONES), quota=st.integers(1, 400_000))
def test_due_and_begin_are_the_first_and_last_moments_of_their_quota(data, zone, quota):
    calendar = data.draw(calendars(zone))
    start = data.draw(moments(zone))
    due, begin = calendar.due_s(start, quota), calendar.begin_s(start, quota)
    assert calendar.elapsed_s(start, due) == quota > calendar.elapsed_s(start, due - 1)
    assert calendar.elapsed_s(begin, start) == quota > calendar.elapsed_s(begin + 1, start)
