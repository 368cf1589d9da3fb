"""Chinese holidays and make-up days: every day as the official notices have it."""

import json
from collections import Counter
from datetime import date, datetime, timedelta

import chinese_calendar
import pytest

from jishi.core import holidays
from jishi.core.calendar import Calendar
from jishi.core.holidays import Day
from jishi.core.refused import Refused

OFFICE = {weekday: [("09:00", "18:00")] for weekday in range(5)}
CHINA = holidays.china()


def days_of(first, last):
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def office():
    differing, names = holidays.exceptions(OFFICE, CHINA)
    return Calendar(OFFICE, "Asia/Shanghai", differing, names, CHINA.covered_until)


def works(calendar, day):
    return bool(calendar.hours(day))


def notice(year, *days):
    told = [{"name": name, "date": at, "isOffDay": off} for name, at, off in days]
    return json.dumps({"year": year, "papers": [], "days": told})


NEXT_YEAR = notice(2027, ("元旦", "2027-01-01", True), ("国庆节", "2027-10-01", True), ("国庆节", "2027-10-09", False))


def test_every_day_from_2004_to_2026_is_as_chinesecalendar_has_it():
    calendar = office()
    differing = [
        day
        for day in days_of(date(2004, 1, 1), date(2026, 12, 31))
        if works(calendar, day) != chinese_calendar.is_workday(day)
    ]
    assert differing == []


def test_2026_has_248_working_days():
    calendar = office()
    per_month = Counter(day.month for day in days_of(date(2026, 1, 1), date(2026, 12, 31)) if works(calendar, day))
    assert [per_month[month] for month in range(1, 13)] == [21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23]
    assert sum(per_month.values()) == 248


def test_the_make_up_days_of_2026_are_these_six():
    found = [at for at, day in CHINA.days.items() if at.year == 2026 and day.kind == "make-up"]
    assert found == [
        date(2026, 1, 4),
        date(2026, 2, 14),
        date(2026, 2, 28),
        date(2026, 5, 9),
        date(2026, 9, 20),
        date(2026, 10, 10),
    ]


def test_a_make_up_saturday_works_the_hours_of_monday():
    assert office().hours(date(2026, 10, 10)) == office().hours(date(2026, 10, 12))


def test_a_make_up_day_may_have_hours_of_its_own():
    differing, _ = holidays.exceptions(OFFICE, CHINA, makeup_hours=[("10:00", "16:00")])
    assert differing[date(2026, 10, 10)] == [("10:00", "16:00")]


def test_a_shop_closed_on_mondays_makes_up_with_its_first_working_day():
    differing, _ = holidays.exceptions({0: [], 1: [("08:00", "12:00")]}, CHINA)
    assert differing[date(2026, 2, 14)] == [("08:00", "12:00")]


def test_a_holiday_has_no_hours_and_a_name():
    differing, names = holidays.exceptions(OFFICE, CHINA)
    assert (differing[date(2026, 10, 1)], names[date(2026, 10, 1)]) == ([], "国庆节")


def test_the_night_before_the_holiday_goes_on_after_it():
    zone = office().zone
    spent = office().elapsed(datetime(2026, 9, 30, 17, 30, tzinfo=zone), datetime(2026, 10, 8, 10, tzinfo=zone))
    assert spent == timedelta(minutes=90)


def test_a_notice_is_read_as_holiday_cn_writes_it():
    known = holidays.read_notice(NEXT_YEAR, "2027.json")
    assert known.days[date(2027, 10, 9)] == Day("make-up", "国庆节")
    assert (known.covered_since, known.covered_until) == (date(2027, 1, 1), date(2027, 12, 31))


@pytest.mark.parametrize("text", [notice(2027), notice(2027, ("元旦", "2026-12-31", True))])
def test_a_year_that_is_not_announced_yet_covers_nothing(text):
    with pytest.raises(Refused) as refused:
        holidays.read_notice(text, "2027.json")
    assert (refused.value.code, refused.value.facts["year"]) == ("holidays-empty", 2027)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"year": 2027}', '{"year": 2027, "days": [{"date": "soon"}]}'])
def test_what_is_no_notice_is_refused(text):
    with pytest.raises(Refused, match="holidays-unreadable"):
        holidays.read_notice(text, "2027.json")


def test_a_new_year_extends_what_is_known():
    known = CHINA.extended(holidays.read_notice(NEXT_YEAR, "2027.json"))
    assert (known.covered_since, known.covered_until) == (date(2004, 1, 1), date(2027, 12, 31))
    assert known.days[date(2026, 10, 10)].kind == known.days[date(2027, 10, 9)].kind == "make-up"


def test_a_year_told_again_replaces_itself():
    again = holidays.read_notice(notice(2026, ("元旦", "2026-01-01", True), ("国庆节", "2026-10-01", True)), "a.json")
    assert date(2026, 10, 10) not in CHINA.extended(again).days


def test_a_year_nobody_told_about_is_not_skipped():
    with pytest.raises(Refused, match="holidays-gap"):
        CHINA.extended(holidays.read_notice(NEXT_YEAR.replace("2027", "2028"), "2028.json"))


@pytest.mark.parametrize(
    ("today", "missing"),
    [(date(2026, 10, 31), False), (date(2026, 11, 1), True), (date(2027, 3, 1), True), (date(2025, 12, 1), False)],
)
def test_from_november_on_the_next_year_is_missed(today, missing):
    assert CHINA.missing_next_year(today) is missing
