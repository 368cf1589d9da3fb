"""Records are read again when something happens or time passes; doubts are mended, explained and signed for."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jishi.core.refused import Refused
from jishi.directory.people import hire
from jishi.tickets import actions
from jishi.tickets.correcting import correct
from jishi.tickets.entry import Entry
from jishi.tickets.receiving import receive
from jishi.watch import habits, signing
from jishi.watch.doubting import read_again
from jishi.watch.jobs import claim, run
from jishi.watch.models import Doubt, Habit, Notice, Record, Unread
from tests.cast import solve

pytestmark = pytest.mark.django_db


@pytest.fixture
def chief(house):
    return hire("5001", "赵组长", "lead", team=house.desk, department=house.desk.department)


@pytest.fixture
def late(repair, told, at):
    """Contacted at half past nine, told at noon; due at one."""
    actions.contact(repair, told(1, "12:00", happened=at(1, "09:30")))
    read_again(at(1, "12:00"))
    return Doubt.objects.get(code="late-entry")


def states():
    return dict(Doubt.objects.values_list("code", "state"))


def test_whatever_happens_is_read_anew_once(repair, told, at):
    assert Unread.objects.count() == 1
    assert (read_again(at(1, "09:01")), read_again(at(1, "09:01"))) == (1, 0)
    actions.contact(repair, told(1, "09:10"))
    assert read_again(at(1, "09:11")) == 1
    assert states() == {}


def test_an_entry_told_late_is_doubtful_with_its_place(late):
    assert (late.place, late.facts["event"], late.facts["late"]) == (2, "contacted", 9000)


def test_time_alone_makes_a_record_unfinished(repair, at):
    """Received on Monday: the third working day after closes on Thursday at six."""
    read_again(at(1, "09:01"))
    assert read_again(at(4, "17:59")) == 0
    assert read_again(at(4, "18:00")) == 1
    assert states() == {"idle": "open"}


def test_what_is_no_longer_so_is_mended_and_comes_back_if_it_is_so_again(repair, told, at):
    read_again(at(1, "09:01"))
    read_again(at(5, "09:00"))
    actions.start(repair, told(5, "09:30"))
    read_again(at(5, "09:31"))
    assert states() == {"idle": "mended"}
    read_again(at(12, "09:31"))
    assert states() == {"idle": "open"}


def test_what_was_explained_does_not_come_back(repair, late, told, at, chief):
    assert signing.explain(chief, [late.pk], "现场无信号", at(1, "13:00")) == 1
    actions.start(repair, told(1, "13:01"))
    read_again(at(1, "13:02"))
    assert states() == {"late-entry": "explained"}
    assert signing.explain(chief, [late.pk], "again", at(1, "14:00")) == 0


def test_a_voided_entry_is_doubtful_no_more(repair, late, told, at, house):
    correct(repair, told(1, "12:30"), place=2, at=None, reason="打错")
    read_again(at(1, "12:31"))
    assert states()["late-entry"] == "mended"


def test_nobody_explains_without_a_reason_or_what_they_may_not_see(late, house, at):
    with pytest.raises(Refused, match="reason-missing"):
        signing.explain(house.boss, [late.pk], " ", at(1, "13:00"))
    stranger = hire("5002", "外人", "lead", team=house.other, department=house.other.department)
    assert signing.explain(stranger, [late.pk], "x", at(1, "13:00")) == 0
    assert states() == {"late-entry": "open"}


def test_a_pause_just_before_the_deadline_is_found_in_the_journal(repair, told, at, house):
    actions.contact(repair, told(1, "09:10"))
    due = min(clock.due_at for clock in repair.clocks.all() if clock.due_at and not clock.ended_at)
    just_before = due - timedelta(minutes=5)
    actions.pause(repair, Entry(by=house.lin, now=just_before), reason="parts")
    read_again(just_before)
    assert states() == {"pause-before-due": "open"}


@pytest.mark.both_databases
def test_a_week_is_signed_once_and_stays_as_it_was(repair, late, told, at, house, chief):
    week = signing.period("week", at(1, "09:00").date())
    with pytest.raises(Refused, match="period-not-over"):
        signing.sign(chief, house.desk, week, at(7, "23:59"))
    row = signing.sign(chief, house.desk, week, at(8, "09:00"), "已核对")
    expected = {"tickets": 1, "entries": 2, "late": 1, "doubts": {"late-entry": {"open": 1}}}
    assert {name: row.facts[name] for name in expected} == expected
    signing.explain(chief, [late.pk], "x", at(8, "09:05"))
    with pytest.raises(Refused, match="signed-already"):
        signing.sign(chief, house.desk, week, at(8, "09:10"), "other")
    row.refresh_from_db()
    assert (row.facts["doubts"], row.note) == ({"late-entry": {"open": 1}}, "已核对")


def test_leads_are_reminded_once_when_the_day_for_signing_is_over(late, at, house, chief):
    assert [team.name for team in signing.unsigned(at(8, "10:00"))] == ["热线一组"]
    habits.remind(at(8, "17:00"))
    assert claim({"remind": habits.tell_leads}) is None
    for _ in range(2):
        habits.remind(at(9, "09:00"))
        if job := claim({"remind": habits.tell_leads}):
            run(job, {"remind": habits.tell_leads})
    assert [(notice.person, notice.code) for notice in Notice.objects.all()] == [(chief, "records_unsigned")]


def test_a_week_signed_day_by_day_needs_no_other_signature(late, at, house, chief):
    for day in range(1, 6):
        signing.sign(chief, house.desk, signing.period("day", at(day, "09:00").date()), at(8, "09:00"))
    assert signing.unsigned(at(9, "09:00")) == []


def test_round_minutes_are_a_habit_of_a_person(repair, told, at, house):
    for n in range(60):
        actions.note(repair, told(1, f"{10 + n // 12}:{n % 12 * 5:02}"))
        actions.note(repair, told(1, f"{10 + n // 12}:{n % 12 * 5 + n % 5:02}", by=house.wang))
    read_again(at(1, "18:00"))
    habits.count_minutes(at(1, "18:00"))
    habit = Habit.objects.get()
    assert (habit.person, habit.round) == (house.lin, habit.entries)


def test_reading_many_asks_no_more_than_reading_one(repair, house, told, at):
    def asked():
        with CaptureQueriesContext(
            connection,
        ) as queries:
            read_again(at(1, "12:00"))
        return len(queries)

    actions.contact(repair, told(1, "11:00", happened=at(1, "09:30")))
    one = asked()
    for _ in range(9):
        ticket = receive(told(1, "09:00"), title="漏水", team=house.desk, priority="P2", channel="phone")
        actions.contact(ticket, told(1, "11:00", happened=at(1, "09:30")))
    assert asked() <= one and Record.objects.count() == 10
    assert Doubt.objects.filter(code="late-entry").count() == 10


def test_a_solved_record_without_fault_is_complete(repair, told, at):
    actions.contact(repair, told(1, "09:05"))
    solve(repair, told(1, "11:00"))
    read_again(at(1, "11:01"))
    record = Record.objects.get()
    assert (record.fields, record.filled, record.late, states()) == (5, 5, 0, {})
