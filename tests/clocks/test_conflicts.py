"""What does not go together in a matrix, each on the smallest matrix that has it."""

from datetime import date, timedelta

from jishi.clocks.conflicts import conflicts
from jishi.core.calendar import Calendar
from jishi.core.promise import Rule

MINUTE = timedelta(minutes=1)
OFFICE = Calendar(week={0: [("09:00", "18:00")]}, covered_until=date(2026, 12, 31))
KNOWN = {"always": Calendar.always(), "office": OFFICE}


def row(clock="arrival", target=60 * MINUTE, calendar="always", window=None, **when):
    return Rule(clock, target, calendar, {name: frozenset(values) for name, values in when.items()}, window=window)


def codes(*rules, calendars=KNOWN):
    return [(found.code, found.rows) for found in conflicts(rules, calendars)]


def test_what_goes_together_is_not_mentioned():
    assert codes(row(priority=["P0"]), row(priority=["P1"], target=90 * MINUTE)) == []


def test_the_more_urgent_is_not_to_wait_longer():
    assert codes(row(priority=["P1"]), row(priority=["P2"], target=30 * MINUTE)) == [("urgent-slower", (0, 1))]


def test_only_rows_for_the_same_tickets_are_compared():
    near, far = row(priority=["P1"], zone=["same_city"]), row(priority=["P2"], zone=["other_city"], target=MINUTE)
    assert codes(near, far) == []


def test_an_aim_stricter_than_its_promise_is_told_once_for_all_priorities():
    mail = [row("contact", 30 * MINUTE, priority=["P0"]), row("contact", 120 * MINUTE, priority=["P1"])]
    assert codes(*mail) == [("aim-stricter", (0, 1))]


def test_an_aim_as_long_as_its_promise_is_no_conflict():
    assert codes(row("contact", 10 * MINUTE, priority=["P0"]), row("answer", 30 * MINUTE, priority=["P1"])) == []


def test_a_window_that_ends_before_it_begins_is_told():
    assert codes(row("callback", None, window=(5, 3))) == [("window-reversed", (0,))]


def test_a_calendar_nobody_published_is_told():
    assert codes(row(calendar="night")) == [("calendar-unknown", (0,))]


def test_a_calendar_that_knows_no_holidays_is_told():
    bare = Calendar(week={0: [("09:00", "18:00")]})
    assert codes(row(calendar="office"), calendars={"office": bare}) == [("coverage-none", (0,))]
    assert codes(row(calendar="office")) == codes(row()) == []
