"""A year at a glance, and working time asked for: held to counts and durations made without us (DOMAIN 2.4)."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from jishi.core.calendar import Calendar
from jishi.core.holidays import china, exceptions
from jishi.core.refused import Refused
from jishi.pages import working, year

ZONE = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 11, 23, 9, tzinfo=ZONE)
STRAIGHT = {day: [("09:00", "18:00")] for day in range(5)}
LUNCH = {day: [("09:00", "12:00"), ("13:30", "18:00")] for day in range(5)}


def office(week):
    hours, names = exceptions(week, china())
    return Calendar(week, "Asia/Shanghai", hours, names, china().covered_until)


@pytest.fixture(scope="module")
def months():
    return year.months(office(STRAIGHT), 2026, date(2026, 11, 23), {date(2026, 12, 28)})


def day(months, month, number):
    return next(day for week in months[month - 1].weeks for day in week if day and day.date.day == number)


def test_the_working_days_of_a_year_are_those_of_the_official_notice(months):
    assert [month.working for month in months] == [21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23]


def test_each_day_stands_once_under_its_weekday(months):
    for month in months:
        assert all(len(week) == 7 for week in month.weeks)
        assert all(day.date.weekday() == at for week in month.weeks for at, day in enumerate(week) if day)
    assert sum(1 for month in months for week in month.weeks for day in week if day) == 365


def test_a_day_says_what_it_is(months):
    kinds = {(10, 9): "open", (10, 10): "make-up", (10, 1): "holiday", (10, 4): "holiday", (10, 17): "day-off"}
    assert {at: day(months, *at).kind for at in kinds} == kinds


def test_days_of_one_holiday_are_told_together(months):
    told = [(run.kind, run.name, run.since.day, run.until.day) for run in months[1].runs]
    assert told == [("make-up", "春节", 14, 14), ("holiday", "春节", 15, 23), ("make-up", "春节", 28, 28)]


def test_today_and_what_a_draft_changed_are_marked(months):
    assert day(months, 11, 23).today
    assert [day(months, 12, number).changed for number in (27, 28)] == [False, True]


def test_what_lies_beyond_the_known_days_says_so():
    days = [day for month in year.months(office(STRAIGHT), 2027, NOW.date()) for week in month.weeks for day in week]
    assert not any(day.known for day in days if day)


@pytest.mark.parametrize(
    ("since", "until", "straight", "lunch"),
    [
        ("2026-09-30T17:30", "2026-10-08T10:00", 90, 90),
        ("2026-10-09T17:00", "2026-10-10T10:00", 120, 120),
        ("2026-02-13T17:00", "2026-02-14T09:30", 90, 90),
        ("2026-09-19T10:00", "2026-09-20T10:00", 60, 60),
        ("2026-11-20T17:30", "2026-11-23T09:45", 75, 75),
        ("2026-02-14T17:59", "2026-02-24T09:01", 2, 2),
        ("2026-10-09T09:00", "2026-10-09T18:00", 540, 450),
    ],
)
def test_working_time_between_two_moments_is_that_of_the_oracle_and_its_rows_add_up(since, until, straight, lunch):
    for week, minutes in ((STRAIGHT, straight), (LUNCH, lunch)):
        found = working.worked(office(week), {"since": since, "until": until}, NOW)
        assert found.clock.total == sum(row.counted or 0 for row in found.clock.rows) == minutes * 60
        assert found.clock.rows[0].since == found.since and found.clock.rows[-1].until == found.until


@pytest.mark.parametrize(
    ("since", "amount", "week", "until"),
    [
        ("2026-09-30T17:30", "60m", STRAIGHT, "10-08 09:30"),
        ("2026-09-30T17:30", "4h", LUNCH, "10-08 14:00"),
        ("2026-10-09T17:00", "240 min", STRAIGHT, "10-10 12:00"),
        ("2026-11-22T12:00", "4小时", LUNCH, "11-23 14:30"),
        ("2026-10-10T17:30", "1h", STRAIGHT, "10-12 09:30"),
    ],
)
def test_an_amount_of_working_time_ends_when_the_oracle_says(since, amount, week, until):
    found = working.worked(office(week), {"since": since, "amount": amount}, NOW)
    assert f"{found.until:%m-%d %H:%M}" == until


def test_what_ends_beyond_the_known_days_is_provisional():
    said = {"since": "2026-12-31T17:00", "amount": "2h"}
    assert working.worked(office(STRAIGHT), said, NOW).provisional
    assert not working.worked(office(STRAIGHT), said | {"amount": "1h"}, NOW).provisional


@pytest.mark.parametrize(
    ("until", "code"),
    [("2026-11-22T09:00", "reversed-span"), ("2028-01-01T09:00", "too-many-days"), ("soon", "bad-value")],
)
def test_what_cannot_be_counted_is_refused(until, code):
    with pytest.raises(Refused) as refused:
        working.worked(office(STRAIGHT), {"since": "2026-11-23T09:00", "until": until}, NOW)
    assert refused.value.code == code
