"""What was asked for gets its answer, by somebody else whose limit covers it, within a time of its own (R54)."""

from datetime import timedelta

import pytest

from jishi.clocks.reading import readings
from jishi.core.refused import Refused
from jishi.tickets import actions
from jishi.tickets.agreeing import agree, decline
from jishi.tickets.correcting import correct
from jishi.tickets.models import Goodwill, GoodwillPurse, Ticket
from jishi.tickets.pausing import pause
from jishi.tickets.receiving import receive
from jishi.watch.models import Notice

pytestmark = pytest.mark.both_databases


def approval(ticket, now):
    return next((read.reading for read in readings(ticket, now) if read.name == "approval"), None)


def states():
    return list(Goodwill.objects.order_by("pk").values_list("state", flat=True))


def test_the_most_urgent_always_wants_an_answer(house, told, give, lead):
    urgent = receive(told(1, "09:00"), title="全线停机", team=house.desk, priority="P0")
    assert give(1, "10:00", "1", ticket=urgent).kind == "grant_asked"


def test_agreed_to_it_is_granted_on_the_account_of_who_agrees(repair, give, lead, told, at):
    give(1, "10:00", "300")
    event = agree(repair, told(1, "10:20", by=lead))
    assert (event.kind, event.facts["how"], event.facts["money"]) == ("granted", "agreed", "300.00")
    assert (states(), repair.asked_at) == (["granted"], None)
    assert GoodwillPurse.objects.get(spent__gt=0).person == lead


def test_the_answer_has_a_clock_of_its_own(repair, give, lead, told, at):
    give(1, "10:00", "300")
    running = approval(repair, at(1, "11:00"))
    assert (running.state, running.due) == ("running", at(1, "15:30"))
    agree(repair, told(1, "11:30", by=lead))
    ended = approval(repair, at(2, "09:00"))
    assert (ended.state, ended.spent) == ("met", timedelta(minutes=90))


def test_asked_again_the_clock_begins_again(repair, give, lead, told, at):
    give(1, "10:00", "300")
    decline(repair, told(1, "11:00", by=lead, note="先核实"))
    give(2, "09:00", "300")
    again = approval(repair, at(2, "09:30"))
    assert (again.state, again.start, again.spent, again.cycle) == ("running", at(2, "09:00"), timedelta(minutes=30), 1)


def test_an_urgent_answer_is_due_within_half_an_hour(house, told, give, lead, at):
    urgent = receive(told(1, "09:00"), title="全线停机", team=house.desk, priority="P1")
    give(1, "10:00", "300", ticket=urgent)
    assert approval(urgent, at(1, "10:10")).due == at(1, "10:30")


def test_it_waits_for_no_promise_of_the_customers(repair, give, lead):
    due = Ticket.objects.get().due_at
    give(1, "10:00", "300")
    assert Ticket.objects.get().due_at == due


def test_declined_with_a_reason_nothing_was_granted(repair, give, lead, told):
    give(1, "10:00", "300")
    with pytest.raises(Refused, match="reason-missing"):
        decline(repair, told(1, "10:20", by=lead))
    assert decline(repair, told(1, "10:20", by=lead, note="先核实责任")).kind == "grant_declined"
    assert (states(), repair.asked_at) == (["declined"], None)


def test_who_asks_does_not_answer(repair, give, lead, told):
    give(1, "10:00", "2000", by=lead)
    with pytest.raises(Refused, match="own-wish"):
        agree(repair, told(1, "10:05", by=lead))
    with pytest.raises(Refused, match="own-wish"):
        decline(repair, told(1, "10:05", by=lead, note="算了"))


def test_what_a_limit_does_not_cover_goes_up(repair, give, house, lead, told):
    give(1, "10:00", "2000")
    with pytest.raises(Refused, match="beyond-limit") as refused:
        agree(repair, told(1, "10:05", by=lead))
    assert refused.value.facts["who"] == ["主管"]
    assert agree(repair, told(1, "10:10", by=house.boss)).kind == "granted"


def test_both_are_told(repair, give, house, lead, told):
    give(1, "10:00", "300")
    assert [(one.person.name, one.by.name) for one in Notice.objects.filter(code="approval_asked")] == [
        ("高组长", "林晓")
    ]
    agree(repair, told(1, "10:20", by=lead))
    assert [(one.person.name, one.by.name) for one in Notice.objects.filter(code="approval_given")] == [
        ("林晓", "高组长")
    ]


def test_while_one_waits_for_its_answer_nothing_else_is_granted(repair, give, lead, told):
    give(1, "10:00", "300")
    with pytest.raises(Refused, match="already-asked"):
        give(1, "10:05", "5")
    with pytest.raises(Refused, match="already-asked"):
        pause(repair, told(1, "10:06"), reason="waiting_supplier")


def test_a_pause_that_was_asked_for_hinders_no_small_goodwill(repair, give, told, lead):
    pause(repair, told(1, "10:00"), reason="waiting_supplier")
    assert give(1, "10:05", "50").kind == "granted"
    assert agree(repair, told(1, "10:10", by=lead)).kind == "paused"


def test_when_the_ticket_is_over_nobody_waits_any_more(repair, give, lead, told, at):
    give(1, "10:00", "300")
    actions.cancel(repair, told(1, "11:00"), reason="duplicate")
    assert (states(), repair.asked_at) == (["lapsed"], None)
    assert approval(repair, at(1, "12:00")).state == "cancelled"


def test_a_voided_answer_leaves_the_question_open(repair, give, lead, house, told):
    give(1, "10:00", "300")
    seq = agree(repair, told(1, "10:20", by=lead)).seq
    correct(repair, told(1, "10:30", by=house.boss), place=seq, at=None, reason="点错")
    assert (states(), GoodwillPurse.objects.get(person=lead).spent) == (["asked"], 0)
    assert agree(repair, told(1, "10:40", by=lead)).kind == "granted"
