"""What is spent, what is due, what was met: Mr. Chen's boiler and an office that opens at nine."""

from datetime import date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from jishi.core.calendar import Calendar
from jishi.core.clock import Mark, Promise, read
from jishi.core.zones import seconds
from tests.core.histories import CASES, case, epoch, length
from tests.core.walking import stop_watch

HOUR = timedelta(hours=1)
ZONE = ZoneInfo("Asia/Shanghai")
OFFICE = Calendar(
    {day: [("09:00", "12:00"), ("13:30", "18:00")] for day in range(5)},
    exceptions={date(2026, 11, 26): [], date(2026, 11, 28): [("09:00", "12:00")]},
    names={date(2026, 11, 26): "厂庆"},
    covered_until=date(2026, 11, 30),
)
DUTY = Calendar.always()
FOUR_HOURS = Promise(target=4 * HOUR)


def at(day, time):
    """November 2026; the 23rd is a Monday."""
    return datetime.fromisoformat(f"2026-11-{day:02} {time}").replace(tzinfo=ZONE)


def marks(*told):
    return [Mark(role, at(day, time), *reason) for role, day, time, *reason in told]


def test_a_clock_that_never_started_is_waiting():
    assert read([], FOUR_HOURS, OFFICE, at(23, "10:00")).state == "waiting"


def test_working_time_is_spent_and_the_rest_is_left():
    reading = read(marks(("start", 23, "11:00")), FOUR_HOURS, OFFICE, at(23, "14:00"))
    assert (reading.state, reading.spent, reading.left) == ("running", 1.5 * HOUR, 2.5 * HOUR)
    assert reading.due == at(23, "16:30")
    assert reading.warn_at == at(23, "15:30")
    assert reading.met is None


def test_a_clock_ended_at_its_due_moment_is_met():
    reading = read(marks(("start", 23, "09:00"), ("end", 23, "14:30")), FOUR_HOURS, OFFICE, at(25, "09:00"))
    assert (reading.state, reading.met, reading.due, reading.end) == ("met", True, at(23, "14:30"), at(23, "14:30"))


def test_a_promise_breaks_when_it_is_due_not_when_somebody_looks():
    reading = read(marks(("start", 23, "09:00")), FOUR_HOURS, OFFICE, at(25, "09:00"))
    assert (reading.state, reading.met, reading.broken_at) == ("late", False, at(23, "14:30"))
    assert reading.left == 4 * HOUR - 2 * 7.5 * HOUR


def test_a_pause_takes_the_deadline_away():
    told = marks(("start", 23, "09:00"), ("pause", 23, "10:00", "待客户"))
    reading = read(told, FOUR_HOURS, OFFICE, at(24, "10:00"))
    assert (reading.state, reading.due, reading.left, reading.warn_at) == ("paused", None, 3 * HOUR, None)


def test_a_paused_clock_does_not_break_however_long_the_pause():
    told = marks(("start", 23, "09:00"), ("pause", 23, "10:00"), ("end", 27, "12:00"))
    assert read(told, FOUR_HOURS, OFFICE, at(25, "10:00")).met is None
    reading = read(told, FOUR_HOURS, OFFICE, at(30, "10:00"))
    assert (reading.state, reading.spent, reading.broken_at) == ("met", HOUR, None)
    assert reading.due > reading.end


def test_a_quota_used_up_as_a_pause_begins_is_due_when_it_ends():
    told = marks(("start", 23, "09:00"), ("pause", 23, "14:30"), ("resume", 24, "10:00"))
    assert read(told, FOUR_HOURS, OFFICE, at(24, "09:00")).broken_at is None
    assert read(told, FOUR_HOURS, OFFICE, at(24, "11:00")).broken_at == at(24, "10:00")


def test_the_deadline_moves_with_the_pause():
    told = marks(("start", 23, "09:00"), ("pause", 23, "10:00"), ("resume", 24, "10:00"))
    assert read(told, FOUR_HOURS, OFFICE, at(24, "11:00")).due == at(24, "14:30")


def test_a_reopened_ticket_runs_on_and_shows_the_gap():
    told = marks(("start", 23, "09:00"), ("end", 23, "10:00"), ("reopen", 24, "09:00"), ("end", 24, "10:00"))
    reading = read(told, FOUR_HOURS, OFFICE, at(25, "09:00"))
    assert (reading.state, reading.spent, reading.cycle) == ("met", 2 * HOUR, 1)
    assert [(s.rule, s.counted) for s in reading.segments] == [("open", True), ("resolved", False), ("open", True)]


def test_every_segment_says_why():
    told = marks(("start", 25, "17:00"), ("pause", 27, "10:00", "待件"), ("resume", 27, "11:00"))
    reading = read(told, Promise(target=40 * HOUR), OFFICE, at(28, "10:00"))
    assert [(s.rule, s.reason, (s.until - s.since) / HOUR) for s in reading.segments] == [
        ("open", "", 1),
        ("closed", "", 6),
        ("holiday", "厂庆", 24),
        ("closed", "", 9),
        ("open", "", 1),
        ("pause", "待件", 1),
        ("open", "", 1),
        ("closed", "", 1.5),
        ("open", "", 4.5),
        ("closed", "", 15),
        ("make-up", "", 1),
    ]
    assert reading.spent == 8.5 * HOUR


def test_cancelled_is_neither_met_nor_broken():
    told = marks(("start", 23, "09:00"), ("cancel", 23, "10:00"))
    reading = read(told, FOUR_HOURS, OFFICE, at(27, "09:00"))
    assert (reading.state, reading.met, reading.spent) == ("cancelled", None, HOUR)


def test_without_a_target_there_is_no_verdict():
    told = marks(("start", 23, "09:00"), ("end", 23, "10:00"))
    reading = read(told, Promise(), OFFICE, at(27, "09:00"))
    assert (reading.state, reading.met, reading.due, reading.left) == ("ended", None, None, None)


def test_an_agreed_moment_does_not_move_with_a_pause():
    told = marks(("start", 23, "09:00"), ("pause", 23, "10:00"))
    reading = read(told, Promise(until=at(24, "12:00")), OFFICE, at(23, "17:00"))
    assert (reading.due, reading.left) == (at(24, "12:00"), 4 * HOUR)


def test_a_call_back_is_early_met_or_late():
    promise = Promise(window=(3, 5))  # 24th, 25th, (26th off), 27th, 28th (made up), 30th

    def called(day, time):
        return read(marks(("start", 23, "15:00"), ("end", day, time)), promise, OFFICE, at(30, "23:00"))

    assert (called(25, "10:00").state, called(25, "10:00").met) == ("early", False)
    assert called(27, "09:00").state == "met"
    assert called(30, "18:00").state == "met"
    assert called(30, "18:01").state == "broken"


def test_a_raised_priority_is_measured_from_the_original_start():
    hurried = Promise(target=HOUR, since=at(23, "11:00"))
    reading = read(marks(("start", 23, "09:00")), hurried, DUTY, at(23, "11:30"), before=[(FOUR_HOURS, OFFICE)])
    assert (reading.due, reading.spent) == (at(23, "10:00"), 2.5 * HOUR)
    assert reading.broken_at == at(23, "11:00"), "the promise could not break before it was made"


def test_a_lowered_priority_does_not_mend_what_was_broken():
    strict = Promise(target=HOUR)
    eased = Promise(target=40 * HOUR, since=at(23, "11:00"))
    reading = read(marks(("start", 23, "09:00")), eased, OFFICE, at(23, "11:30"), before=[(strict, DUTY)])
    assert (reading.state, reading.met, reading.broken_at) == ("late", False, at(23, "10:00"))
    assert reading.left == 37.5 * HOUR


def test_a_priority_changed_after_the_end_judges_nothing():
    told = marks(("start", 23, "09:00"), ("end", 23, "11:00"))
    late = Promise(target=HOUR, since=at(23, "12:00"))
    assert read(told, late, OFFICE, at(25, "09:00"), before=[(FOUR_HOURS, OFFICE)]).state == "met"


def test_beyond_the_known_holidays_due_is_provisional():
    told = marks(("start", 30, "17:00"))
    assert read(told, FOUR_HOURS, OFFICE, at(30, "17:30")).provisional
    assert not read(told, Promise(target=HOUR), OFFICE, at(30, "17:30")).provisional


def test_marks_after_now_have_not_happened():
    told = marks(("start", 23, "09:00"), ("end", 23, "11:00"))
    assert read(told, FOUR_HOURS, OFFICE, at(23, "10:00")).state == "running"


@settings(max_examples=300, deadline=None)
@given(draw=st.randoms(use_true_random=False))
def test_a_clock_is_what_a_stop_watch_would_show(draw):
    asked = case(draw)
    (promise, calendar), told, now = asked.holds[0], asked.marks, seconds(asked.now)
    reading = read(told, promise, calendar, asked.now)
    spent, broken_at = stop_watch(told, promise, calendar, now)
    assert (length(reading.spent), epoch(reading.broken_at)) == (spent, broken_at)


@settings(max_examples=300, deadline=None)
@given(asked=CASES)
def test_segments_tile_the_span_and_the_counted_ones_add_up(asked):
    reading = read(*asked.asked)
    if reading.start is None:
        return
    segments = reading.segments
    assert all(a.until == b.since for a, b in pairwise(segments))
    assert sum((s.until - s.since for s in segments if s.counted), timedelta(0)) == reading.spent
    if segments:
        assert segments[0].since == reading.start
        assert reading.end in (None, segments[-1].until)
