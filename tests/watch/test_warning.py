"""Before a promise breaks somebody who can still keep it is told: once, in time, and only who may see it."""

from datetime import timedelta

import pytest

from jishi.clocks.models import Clock
from jishi.core.history import Event
from jishi.core.zones import seconds
from jishi.directory.models import Duty, Person, Shift
from jishi.directory.people import hire
from jishi.tickets import actions
from jishi.tickets.batch import Draft, record_many
from jishi.tickets.granting import grant
from jishi.tickets.handing_over import escalate
from jishi.tickets.models import Ticket
from jishi.timetable import ROUNDS
from jishi.watch.alarming import alarm_clocks
from jishi.watch.models import Notice
from jishi.watch.warning import warn
from jishi.words.notices import notice

pytestmark = pytest.mark.both_databases

SECOND = timedelta(seconds=1)


@pytest.fixture
def lead(house):
    return hire("5001", "高组长", "lead", team=house.desk, department=house.desk.department)


def warned(ticket, name, now):
    """(person, code) of those told when the clock `name` is looked at, the others left alone."""
    Clock.objects.filter(ticket=ticket).exclude(name=name).update(warned_at=now)
    warn(now)
    return list(Notice.objects.filter(facts__clock=name).values_list("person__name", "code"))


def clock(ticket, name):
    return Clock.objects.get(ticket=ticket, name=name)


def test_whoever_has_the_ticket_is_warned_before_the_promise_breaks(house, lead, repair, told):
    actions.assign(repair, told(1, "09:05", by=house.boss), owner=house.wang)
    assert warned(repair, "arrival", clock(repair, "arrival").warn_at) == [("王磊", "due_soon")]


def test_before_the_warning_share_nobody_is(house, lead, repair, told, at):
    assert warn(at(1, "09:01")) == 0 and not Notice.objects.exists()


def test_without_an_owner_its_lead_is_warned(lead, repair):
    assert warned(repair, "contact", clock(repair, "contact").warn_at) == [("高组长", "due_soon")]


def test_once_for_a_due_moment_and_again_for_a_new_one(house, lead, repair, told, at):
    due = clock(repair, "arrival")
    assert len(warned(repair, "arrival", due.warn_at)) == len(warned(repair, "arrival", due.warn_at)) == 1
    actions.pause(repair, told(1, "10:00"), reason="waiting_customer")
    actions.resume(repair, told(1, "11:00"))
    moved = clock(repair, "arrival")
    assert moved.due_at != due.due_at
    assert len(warned(repair, "arrival", moved.warn_at)) == 2


def test_what_broke_while_nobody_looked_warns_nobody_any_more(lead, repair, at):
    assert warn(at(3, "09:00")) > 0 and not Notice.objects.exists() and warn(at(3, "09:01")) == 0


def test_paused_or_kept_it_warns_nobody(lead, repair, told, at):
    warn_at = clock(repair, "contact").warn_at
    actions.contact(repair, told(1, "09:05"))
    actions.pause(repair, told(1, "09:06"), reason="waiting_customer")
    assert warned(repair, "contact", warn_at) == warned(repair, "arrival", warn_at) == []


def test_second_line_is_warned_of_what_it_has_not_taken_over(house, lead, repair, told):
    actions.reprioritise(repair, told(1, "09:01"), priority="P0")
    actions.contact(repair, told(1, "09:03"))
    escalate(repair, told(1, "09:08", note="已重启"), pool=house.second)
    assert warned(repair, "takeover", clock(repair, "takeover").warn_at) == [("何工", "due_soon")]


def test_who_may_agree_is_warned_of_the_approval(house, lead, repair, told):
    grant(repair, told(1, "10:00", note="致歉"), goodwill="refund", amount="300")
    assert warned(repair, "approval", clock(repair, "approval").warn_at) == [("高组长", "due_soon")]


def test_an_owner_who_may_not_see_it_is_not_told(house, repair, told):
    actions.assign(repair, told(1, "09:05", by=house.boss), owner=house.wang)
    Person.objects.filter(pk=house.wang.pk).update(team=house.other)
    assert warned(repair, "arrival", clock(repair, "arrival").warn_at) == []


def alarmed(ticket, name, now):
    """(person, code) of those told when the clock `name` is overdue, the others left alone."""
    Clock.objects.filter(ticket=ticket).exclude(name=name).update(alarmed_at=now)
    alarm_clocks(now)
    return sorted(Notice.objects.filter(code="overdue").values_list("person__name", flat=True))


def test_a_broken_promise_is_told_to_its_keeper_and_to_the_lead_once(house, lead, repair, told):
    actions.assign(repair, told(1, "09:05", by=house.boss), owner=house.wang)
    due = clock(repair, "arrival").due_at
    assert alarmed(repair, "arrival", due - SECOND) == []
    assert alarmed(repair, "arrival", due) == alarmed(repair, "arrival", due) == ["王磊", "高组长"]


def test_the_duty_lead_hears_it_before_the_other_leads(house, lead, repair, told, at):
    there = {"shift": Shift.objects.get(code="day"), "day": at(1, "00:00").date(), "lead": True}
    Duty.objects.create(person=house.wang, team=house.desk, **there)
    actions.assign(repair, told(1, "09:02", by=house.boss), owner=house.lin)
    assert alarmed(repair, "contact", clock(repair, "contact").due_at) == ["林晓", "王磊"]


def test_paused_it_alarms_nobody(lead, repair, told, at):
    actions.pause(repair, told(1, "09:06"), reason="waiting_customer")
    assert alarmed(repair, "arrival", at(9, "09:00")) == []


def test_of_history_that_comes_in_broken_nobody_is_told(house, lead, at):
    received = Event(
        "received", seconds(at(1, "09:00")), facts={"team": house.desk.pk, "priority": "P1", "type": "repair"}
    )
    list(record_many([Draft(Ticket(title="漏水"), [received])], "import", at(9, "09:00")))
    assert Clock.objects.filter(breaks_at__lte=at(9, "09:00")).exists() and alarm_clocks(at(9, "09:00")) == 0


def test_the_sentence_says_which_promise_and_until_when():
    said = notice("due_soon", "", {"clock": "arrival", "due": "2026-03-02T03:00:00+00:00"})
    assert "到场" in said and "2026-03-02 11:00" in said


def test_it_is_a_round_of_the_timetable():
    assert {warn, alarm_clocks} <= {regular.act for regular in ROUNDS}
