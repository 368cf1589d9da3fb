"""Laws of a draft of a calendar, and of the days that complete a version."""

from datetime import date, timedelta

import pytest

from jishi.clocks import drafting_days
from jishi.clocks.book import book, compile_calendar
from jishi.clocks.drafting_days import amend_days, amend_week, complete, take_holidays
from jishi.clocks.models import Calendar
from jishi.clocks.versions import missing_year
from jishi.core.holidays import HOLIDAY, MAKE_UP, Day, Holidays, china
from jishi.core.refused import Refused

OFFICE = {str(day): [["09:00", "18:00"]] for day in range(5)}
NEXT = Holidays(
    {date(2027, 1, 1): Day(HOLIDAY, "元旦"), date(2027, 2, 20): Day(MAKE_UP, "春节")},
    date(2027, 1, 1),
    date(2027, 12, 31),
    "notice.json",
)


@pytest.fixture
def service(house):
    return Calendar.objects.get(code="service")


@pytest.fixture
def draft(service):
    return drafting_days.open_calendar(service)


@pytest.fixture
def in_force(service):
    return service.versions.exclude(published_at=None).get()


def refusal(act, *arguments):
    with pytest.raises(Refused) as refused:
        act(*arguments)
    return refused.value.code


def days(version):
    return {day.date: (day.hours, day.name) for day in version.days.all()}


def test_a_draft_begins_as_a_copy_and_there_is_one(draft, in_force, service):
    assert days(draft) == days(in_force)
    assert drafting_days.open_calendar(service) == draft
    assert not drafting_days.differs(in_force, draft)


def test_no_day_of_a_published_version_changes(in_force):
    day = date(2026, 5, 4)
    assert refusal(amend_days, in_force, day, day, [], "", "") == "not-a-draft"
    assert refusal(amend_week, in_force, OFFICE, "Asia/Shanghai", None) == "not-a-draft"
    assert refusal(take_holidays, in_force, china()) == "not-a-draft"


def test_days_are_told_from_the_first_to_the_last_both_included(draft):
    amend_days(draft, date(2026, 12, 28), date(2026, 12, 31), [], "工厂停产", "马主管")
    told = [at for at, (hours, name) in days(draft).items() if name == "工厂停产" and hours == []]
    assert told == [date(2026, 12, day) for day in (28, 29, 30, 31)]


def test_a_day_may_go_back_to_what_its_week_says(draft):
    amend_days(draft, date(2026, 10, 10), date(2026, 10, 10), None, "", "")
    assert date(2026, 10, 10) not in days(draft)


def test_days_run_forward_and_a_year_at_most(draft):
    day = date(2026, 5, 4)
    assert refusal(amend_days, draft, day, day - timedelta(days=1), [], "", "") == "reversed-span"
    assert refusal(amend_days, draft, day, day + timedelta(days=366), [], "", "") == "too-many-days"


def test_hours_that_make_no_calendar_are_refused_and_nothing_is_kept(draft):
    week = OFFICE | {"0": [["09:00", "18:00"], ["17:00", "19:00"]]}
    assert refusal(amend_week, draft, week, "Asia/Shanghai", None) == "hours-overlap"
    assert refusal(amend_week, draft, OFFICE, "Asia/Shangri-La", None) == "unknown-zone"
    draft.refresh_from_db()
    assert draft.zone == "Asia/Shanghai"


def test_holidays_taken_replace_those_of_their_years_only(draft):
    amend_days(draft, date(2026, 12, 28), date(2026, 12, 28), [], "工厂停产", "")
    amend_days(draft, date(2027, 5, 4), date(2027, 5, 4), [], "厂庆", "")
    take_holidays(draft, china())
    assert date(2026, 12, 28) not in days(draft)
    assert date(2027, 5, 4) in days(draft)


def test_made_up_days_have_the_hours_of_the_weeks_first_working_day(draft):
    amend_week(draft, OFFICE, "Asia/Shanghai", None)
    take_holidays(draft, china())
    assert days(draft)[date(2026, 10, 10)] == ([["09:00", "18:00"]], "国庆节")


def test_what_is_told_beyond_completes_the_version_and_leaves_what_was_known(in_force, at):
    known = days(in_force)
    complete(in_force, china().extended(NEXT), at(1, "09:00"))
    in_force.refresh_from_db()
    assert in_force.covered_until == date(2027, 12, 31)
    assert days(in_force) == known | {
        date(2027, 1, 1): ([], "元旦"),
        date(2027, 2, 20): (days(in_force)[date(2026, 10, 10)][0], "春节"),
    }


def test_a_draft_and_a_version_to_come_learn_what_their_calendar_learns(in_force, draft, at):
    complete(in_force, NEXT, at(1, "09:00"))
    draft.refresh_from_db()
    assert draft.covered_until == date(2027, 12, 31)
    assert date(2027, 1, 1) in days(draft)


def test_nothing_new_and_years_unknown_in_between_are_refused(in_force, at):
    later = Holidays({}, date(2028, 1, 1), date(2028, 12, 31), "2028.json")
    assert refusal(complete, in_force, china(), at(1, "09:00")) == "nothing-beyond"
    assert refusal(complete, in_force, later, at(1, "09:00")) == "holidays-gap"


def test_a_calendar_is_published_for_what_is_to_come_and_only_changed(draft, house, at):
    publish, now = drafting_days.publish_days_from_now, at(10, "09:00")
    assert refusal(publish, draft, house.boss, at(11, "00:00"), now) == "nothing-changed"
    amend_week(draft, OFFICE, "Asia/Shanghai", draft.covered_until)
    assert refusal(publish, draft, house.boss, at(9, "00:00"), now) == "in-the-past"
    publish(draft, house.boss, at(11, "00:00"), now)
    hours = [book().calendar("service", int(each.timestamp())).calendar.week[0] for each in (now, at(11, "00:00"))]
    assert [len(each) for each in hours] == [2, 1]


def test_a_calendar_that_was_never_published_goes_with_its_draft(house):
    drafting_days.discard(drafting_days.add_calendar("factory", "工厂"))
    assert not Calendar.objects.filter(code="factory").exists()


def test_a_discarded_draft_leaves_its_calendar(draft, in_force, service):
    drafting_days.discard(draft)
    assert list(service.versions.all()) == [in_force]


def test_a_calendar_of_ones_own_begins_with_office_hours(house):
    made = drafting_days.add_calendar("factory", "工厂")
    assert compile_calendar(made).hours(date(2026, 3, 2))
    assert refusal(drafting_days.add_calendar, "factory", "工厂") == "calendar-taken"


@pytest.mark.parametrize(
    ("today", "missing"), [((2026, 10, 31), None), ((2026, 11, 1), 2027), ((2026, 12, 31), 2027), ((2027, 1, 1), 2027)]
)
def test_from_november_on_next_years_holidays_are_missed(in_force, today, missing):
    assert missing_year(in_force, date(*today)) == missing


def test_a_calendar_without_holidays_misses_none(house):
    duty = Calendar.objects.get(code="duty").versions.get()
    assert missing_year(duty, date(2026, 12, 1)) is None
