"""Arrays say what `clock.read` says, number by number."""

import random

import numpy as np
import pytest
from hypothesis import given, settings

from jishi.core.calendar import Calendar
from jishi.core.clock import Mark, Promise, read
from jishi.core.course import ROLES
from jishi.core.definition import STANDARD
from jishi.core.refused import Refused
from jishi.core.replay import STATES, History, Promises, due_many, elapsed_many, read_many, roles
from jishi.core.zones import moment, seconds
from tests.core.histories import BASE, CALENDARS, CASES, SPREAD, Case, case, epoch, instant, length

NO_PROMISE = (Promise(), CALENDARS[0])
PLAIN = np.array([range(len(ROLES))], np.int8)  # one clock, whose kinds of event are the roles themselves


def arrays(cases):
    """The cases as the arrays that read_many wants; one clock a ticket."""
    marks = [mark for case in cases for mark in case.marks]
    holds = [hold for case in cases for hold in case.holds]
    history = History(
        np.cumsum([0, *(len(case.marks) for case in cases)]),
        np.array([ROLES.index(mark.role) for mark in marks], np.int8),
        np.array([seconds(mark.at) for mark in marks], np.int64),
    )
    promises = Promises(
        np.cumsum([0, *(len(case.holds) for case in cases)]),
        *(np.array([epoch(promise.since) for promise, _ in holds], np.int64),),
        np.array([length(promise.target) for promise, _ in holds], np.int64),
        np.array([epoch(promise.until) for promise, _ in holds], np.int64),
        np.array([epoch(promise.opens) for promise, _ in holds], np.int64),
        np.array([promise.warn for promise, _ in holds], np.float64),
        np.array([CALENDARS.index(calendar) for _, calendar in holds], np.int32),
    )
    return history, promises


def said(readings, i):
    fields = ["spent", "due", "left", "warn_at", "broken_at", "start", "end", "cycle"]
    return (STATES[readings.state[i, 0]], int(readings.met[i, 0]), *(int(getattr(readings, f)[i, 0]) for f in fields))


def read_alone(case):
    r = read(*case.asked)
    met = -1 if r.met is None else int(r.met)
    moments = (epoch(r.due), length(r.left), epoch(r.warn_at), epoch(r.broken_at), epoch(r.start), epoch(r.end))
    return (r.state, met, length(r.spent), *moments, r.cycle if r.start else 0)


@settings(max_examples=500, deadline=None)
@given(case=CASES)
def test_one_ticket_in_arrays_reads_as_alone(case):
    readings = read_many(*together([case]), CALENDARS, seconds(case.now))
    assert said(readings, 0) == read_alone(case)


def together(cases):
    history, promises = arrays(cases)
    return history, PLAIN, promises


def test_ten_thousand_random_histories_read_as_alone():
    draw, now = random.Random(20261123), instant(SPREAD * 3 // 4)
    cases = [case(draw, now) for _ in range(10_000)]
    readings = read_many(*together(cases), CALENDARS, seconds(now))
    assert [said(readings, i) for i in range(len(cases))] == [read_alone(case) for case in cases]


@pytest.mark.parametrize("calendar", CALENDARS)
def test_elapsed_and_due_in_arrays_agree_with_the_calendar(calendar):
    draw = random.Random(20261123)
    start = np.array([BASE + draw.randrange(SPREAD) for _ in range(5000)])
    end = start + np.array([draw.randrange(SPREAD) for _ in range(5000)])
    quota = np.array([draw.randrange(300_000) for _ in range(5000)])
    assert elapsed_many(calendar, start, end).tolist() == [
        calendar.elapsed_s(a, b) for a, b in zip(start.tolist(), end.tolist(), strict=True)
    ]
    assert due_many(calendar, start, quota).tolist() == [
        calendar.due_s(a, n) for a, n in zip(start.tolist(), quota.tolist(), strict=True)
    ]


def test_reversed_rows_are_refused_and_counted():
    with pytest.raises(Refused, match="count=1"):
        elapsed_many(CALENDARS[0], np.array([BASE, BASE]), np.array([BASE + 1, BASE - 1]))


def test_a_due_moment_years_away_is_still_found():
    monthly = Calendar({0: [("09:00", "09:30")]})
    start, quota = np.array([BASE]), np.array([40 * 52 * 1800])
    assert due_many(monthly, start, quota).tolist() == [monthly.due_s(BASE, 40 * 52 * 1800)]


def test_moments_outside_the_usual_years_are_read_all_the_same():
    old = Case([Mark("start", moment(-500_000_000)), Mark("end", moment(2_300_000_000))], [NO_PROMISE], instant(0))
    late = old._replace(now=moment(2_400_000_000))
    for case_ in (old, late):
        assert said(read_many(*together([case_]), CALENDARS, seconds(case_.now)), 0) == read_alone(case_)


def test_roles_tell_pauses_apart_by_reason():
    table = roles([STANDARD["resolution"], STANDARD["contact"]], ["received", "paused:parts", "contacted", "cancelled"])
    names = [[ROLES[role] if role >= 0 else None for role in clock] for clock in table]
    assert names == [["start", "pause", None, "cancel"], ["start", None, "end", "cancel"]]
