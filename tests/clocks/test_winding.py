"""Stored clocks say what the journal tells. Office hours 09:00-12:00 and 13:30-18:00; general contact within 4 h."""

from datetime import timedelta

import pytest

from jishi.clocks.models import Clock
from jishi.clocks.reading import readings, why
from jishi.clocks.sweeping import overdue, resuming, warning
from jishi.tickets import actions
from jishi.tickets.changing import change
from jishi.tickets.correcting import correct
from jishi.tickets.models import Dirty
from jishi.tickets.receiving import receive
from tests.cast import solve

pytestmark = pytest.mark.both_databases


def clock(ticket, name="contact"):
    return Clock.objects.get(ticket=ticket, name=name)


def test_a_request_starts_the_promised_clocks(repair, at):
    assert clock(repair).due_at == at(1, "14:30")
    assert clock(repair).warn_at == at(1, "12:00")
    assert clock(repair, "arrival").due_at == at(1, "13:00")
    assert repair.due_at == repair.breaks_at == at(1, "13:00")
    assert set(Clock.objects.values_list("name", flat=True)) == {"contact", "arrival"}


def test_a_connected_contact_keeps_the_promise_an_attempt_does_not(repair, told):
    actions.attempt(repair, told(1, "09:10"))
    assert clock(repair).state == "running"
    actions.contact(repair, told(1, "14:30"))
    assert (clock(repair).state, clock(repair).met, clock(repair).spent) == ("met", True, 4 * 3600)


def test_a_second_too_late_is_too_late(repair, told, at):
    actions.contact(repair, told(1, "14:30:01"))
    assert (clock(repair).state, clock(repair).met) == ("broken", False)
    assert clock(repair).breaks_at == at(1, "14:30")


def test_a_pause_takes_the_deadline_away(repair, told, at):
    actions.pause(repair, told(1, "10:00"), reason="customer", until=at(3, "09:00"))
    paused = clock(repair, "arrival")
    assert (paused.state, paused.due_at, paused.left, paused.resumes_at) == ("paused", None, 3 * 3600, at(3, "09:00"))
    assert clock(repair).state == "running"  # never the contact clock by default
    actions.resume(repair, told(2, "10:00"))
    assert clock(repair, "arrival").due_at == at(2, "13:00")
    assert clock(repair, "arrival").resumes_at is None


def test_a_higher_priority_counts_from_the_start(repair, told, at):
    actions.reprioritise(repair, told(1, "11:00"), priority="P0")
    assert clock(repair).due_at == at(1, "10:00")
    assert clock(repair).breaks_at == at(1, "11:00")  # broken when the promise took hold, not before


def test_a_lower_priority_does_not_undo_a_breach(house, told, at):
    place = {"service_type": house.types["repair"], "team": house.desk}
    ticket = receive(told(1, "09:00"), **place, priority="P0", channel="phone")
    actions.reprioritise(ticket, told(1, "10:30"), priority="P3")
    actions.contact(ticket, told(1, "10:40"))
    assert (clock(ticket).met, clock(ticket).breaks_at) == (False, at(1, "10:00"))


def test_a_changed_type_brings_its_own_promise(repair, told, house, at):
    change(repair, told(1, "09:30"), field="service_type", to=house.types["consultation"])
    assert not Clock.objects.filter(ticket=repair, name="arrival").exists()
    assert "service_type" in why(repair, "contact")[0].fields


def test_what_was_solved_by_phone_needs_no_visit(repair, told):
    solve(repair, told(1, "09:30"))
    assert clock(repair, "arrival").state == "cancelled"


def test_reopening_goes_on_where_it_stood(repair, told):
    solve(repair, told(1, "10:00"))
    actions.reopen(repair, told(1, "11:00"), reason="again")
    resolution = next(r.reading for r in readings(repair, told(1, "11:30").now) if r.name == "resolution")
    assert (resolution.cycle, resolution.spent) == (1, timedelta(minutes=90))
    assert [(s.counted, s.rule) for s in resolution.segments][1] == (False, "resolved")


def test_the_call_back_has_an_earliest_and_a_latest_moment(repair, told, at):
    solve(repair, told(1, "10:00"))
    callback = next(r.reading for r in readings(repair, told(1, "11:00").now) if r.name == "callback")
    assert (callback.opens, callback.due) == (at(4, "09:00"), at(8, "18:00"))


def test_a_wish_of_the_customer_moves_the_promised_arrival_ours_does_not(repair, told, at):
    actions.agree_visit(repair, told(1, "10:00"), agreed=at(2, "15:00"), asked_by="company")
    assert clock(repair, "arrival").due_at == at(1, "13:00")
    actions.agree_visit(repair, told(1, "10:30"), agreed=at(3, "15:00"), asked_by="customer")
    assert clock(repair, "arrival").due_at == at(3, "15:00")
    assert repair.agreed_at == at(3, "15:00")


def test_a_corrected_entry_moves_exactly_the_readings_it_should(repair, told, at):
    actions.contact(repair, told(1, "15:00"))
    arrival = clock(repair, "arrival")
    correct(repair, told(1, "15:10"), place=2, at=at(1, "14:00"), reason="mistyped")
    assert clock(repair).met
    assert clock(repair, "arrival").due_at == arrival.due_at


def test_a_type_with_its_own_start_and_end_has_its_own_clock(house, told, at):
    mail = house.types["consultation"]
    mail.starts, mail.ends = "acknowledged", "resolved"
    mail.save()
    ticket = receive(told(1, "09:00"), service_type=mail)
    actions.acknowledge(ticket, told(1, "09:10"))
    solve(ticket, told(1, "09:40"))
    mail.ends = "closed"  # a later definition does not touch what was received under the old one
    mail.save()
    own = next(r.reading for r in readings(ticket, at(1, "10:00")) if r.name == "response")
    assert (own.state, own.spent) == ("ended", timedelta(minutes=30))


def test_the_sweep_sees_what_is_due_and_nothing_else(repair, told, at):
    assert not overdue(at(1, "12:59")).exists()
    assert [c.name for c in overdue(at(1, "13:00"))] == ["arrival"]
    assert [c.name for c in warning(at(1, "12:30"))] == ["contact", "arrival"]
    actions.pause(repair, told(1, "10:00"), reason="parts", until=at(2, "09:00"))
    assert [c.name for c in overdue(at(1, "18:00"))] == ["contact"]
    assert [c.name for c in resuming(at(2, "09:00"))] == ["arrival"]


def test_a_new_due_moment_is_a_new_matter_for_the_watch(repair, told, at):
    Clock.objects.update(alarmed_at=at(1, "13:00"))
    actions.contact(repair, told(1, "13:30", happened=at(1, "11:00")))
    assert clock(repair, "arrival").alarmed_at == at(1, "13:00")
    actions.pause(repair, told(1, "13:40"), reason="parts")
    actions.resume(repair, told(1, "14:40"))
    assert clock(repair, "arrival").alarmed_at is None


def test_what_happens_marks_the_facts(repair, told):
    Dirty.objects.all().delete()
    actions.chase(repair, told(1, "10:00"))
    assert list(Dirty.objects.values_list("ticket", flat=True)) == [repair.pk]
