"""The truths planted into the year can be found, and what was not planted cannot."""

from collections import Counter
from datetime import date, timedelta
from math import log
from statistics import median

import pytest

from jishi.demonstration.almanac import local_day, new_year, works
from jishi.demonstration.lexicon import faults

from .measuring import has, month, share, times


@pytest.fixture(scope="module")
def by_day(year):
    return Counter(local_day(ticket.events[0].at) for ticket in year)


def split(tickets, moment):
    return [t for t in tickets if t.events[0].at < moment], [t for t in tickets if t.events[0].at >= moment]


def after_sales(year, department):
    return [t for t in year if t.fields["department"] == department and t.fields["service_type"] != "consultation"]


@pytest.mark.parametrize(("clock", "at_most"), [("contact", 0.6), ("handover", 0.65), ("takeover", 0.65)])
def test_assignment_by_skill_works(qiheng, year, clock, at_most):
    plan = qiheng.plan
    before, after = split(after_sales(year, plan.improved_department), plan.improved_from)
    assert median(times(after, clock)) < at_most * median(times(before, clock))


def test_other_departments_did_not_change_meanwhile(qiheng, year):
    before, after = split(after_sales(year, "华北服务部"), qiheng.plan.improved_from)
    assert abs(log(median(times(after, "contact")) / median(times(before, "contact")))) < 0.2


def test_the_reply_template_changes_nothing(qiheng, year):
    plan = qiheng.plan
    letters = [
        t
        for t in year
        if t.fields["department"] == plan.template_department and t.fields["channel"] in ("mail", "form")
    ]
    before, after = split(letters, plan.template_from)
    assert min(len(before), len(after)) > 100
    assert abs(log(median(times(after, "contact")) / median(times(before, "contact")))) < 0.25


def test_the_reply_template_is_in_use(qiheng, year):
    plan = qiheng.plan
    notes = [
        (event.at >= plan.template_from, "高度重视" in event.facts["note"])
        for ticket in year
        for event in ticket.events
        if event.kind == "contacted" and ticket.fields["department"] == plan.template_department
    ]
    assert any(used for _, used in notes)
    assert all(since for since, used in notes if used)


def test_the_bad_month_breaks_arrival_and_resolution_in_its_region(qiheng, year):
    repairs = [t for t in year if t.fields["department"] == "华南服务部" and t.fields["service_type"] == "repair"]
    bad = [t for t in repairs if month(t) == "2026-09"]
    others = [t for t in repairs if month(t) != "2026-09"]
    for clock, times_longer in (("arrival", 1.3), ("resolution", 1.7)):
        assert median(times(bad, clock)) > times_longer * median(times(others, clock))
    assert share(bad, lambda t: has(t, "parts_requested")) > 3 * share(others, lambda t: has(t, "parts_requested"))


def test_the_bad_month_has_a_cause(qiheng, year):
    plan = qiheng.plan
    codes = Counter(t.fields["fault_code"] for t in year if plan.bad_from <= t.events[0].at < plan.bad_until)
    assert codes.most_common(1)[0][0] == plan.bad_fault
    serials = [
        t.fields["serial"]
        for t in year
        if t.fields["fault_code"] == plan.bad_fault and plan.bad_from <= t.events[0].at < plan.bad_until
    ]
    assert share(serials, lambda serial: f"-{plan.bad_batch}-" in serial) > 0.5


def test_other_regions_had_no_bad_month(year):
    repairs = [t for t in year if t.fields["department"] == "华北服务部" and t.fields["service_type"] == "repair"]
    bad = times([t for t in repairs if month(t) == "2026-09"], "resolution")
    assert median(bad) < 1.5 * median(times(repairs, "resolution"))


def test_spring_festival_is_quiet_and_the_weeks_after_are_not(by_day):
    first = new_year(2026)
    usual = median(by_day[day] for day in days(date(2025, 12, 1), 30) if works(day))
    assert sum(by_day[day] for day in days(first - timedelta(days=2), 7)) < 0.15 * 7 * usual
    assert median(by_day[day] for day in days(first + timedelta(days=7), 7) if works(day)) > 1.2 * usual


def test_made_up_days_are_working_days(by_day):
    sundays = [by_day[day] for day in by_day if day.weekday() == 6 and not works(day)]
    assert by_day[date(2026, 9, 20)] > 1.5 * median(sundays)


def test_weekends_are_calm(by_day):
    weekend = median(by_day[day] for day in by_day if day.weekday() >= 5 and not works(day))
    assert weekend < 0.55 * median(by_day[day] for day in by_day if works(day))


def test_mornings_are_busy_and_nights_are_not(year):
    hours = Counter((t.events[0].at + 8 * 3600) % 86_400 // 3600 for t in year)
    assert hours[9] > 10 * hours[3]


@pytest.mark.parametrize(("since", "name"), [(date(2026, 6, 16), "618"), (date(2026, 11, 10), "Double 11")])
def test_sales_bring_the_shop_more_requests(year, since, name):
    """Orders and exchanges; the weeks around are the measure."""
    codes = {fault.code for fault in faults() if fault.shop}
    shop = Counter(local_day(t.events[0].at) for t in year if t.fields["fault_code"] in codes)
    sale = sum(shop[day] for day in days(since, 7))
    weeks_before = [sum(shop[day] for day in days(since - timedelta(days=7 * n), 7)) for n in (1, 2, 3)]
    assert sale > 1.3 * median(weeks_before), name


def days(since, count):
    return [since + timedelta(days=n) for n in range(count)]
