"""Pauses follow the list of reasons: what they stop, how long, and who agrees."""

import pytest

from jishi.clocks.reading import readings
from jishi.core.refused import Refused
from jishi.directory.models import Item
from jishi.tickets import actions, journal
from jishi.tickets.models import Ticket
from jishi.tickets.pausing import agree, decline, pause
from tests.cast import solve

pytestmark = pytest.mark.both_databases


def policy(code, **facts):
    Item.objects.filter(list="pause", code=code).update(facts=facts)


def state(ticket, name, now):
    return next(read.reading.state for read in readings(ticket, now) if read.name == name)


@pytest.fixture
def boss(house, told):
    return lambda *moment, **named: told(*moment, by=house.boss, **named)


def test_the_reason_says_which_clocks_stand_still(repair, told, at):
    policy("waiting_parts", clocks=["resolution"])
    event = pause(repair, told(1, "10:00"), reason="waiting_parts")
    assert event.facts["clocks"] == ["resolution"]
    assert [state(repair, name, at(1, "11:00")) for name in ("contact", "arrival", "resolution")] == [
        "running",
        "running",
        "paused",
    ]


def test_a_later_change_of_the_list_moves_no_old_ticket(repair, told, at):
    pause(repair, told(1, "10:00"), reason="waiting_parts")
    policy("waiting_parts", clocks=[])
    assert state(repair, "arrival", at(1, "11:00")) == "paused"


def test_the_contact_clock_never_stands_still_unless_the_list_says_so(repair, told, at):
    for item in Item.objects.filter(list="pause"):
        assert "contact" not in item.facts["clocks"]
    pause(repair, told(1, "10:00"), reason="waiting_customer")
    assert state(repair, "contact", at(1, "11:00")) == "running"


def test_a_pause_that_needs_agreement_moves_no_clock_until_it_has_it(repair, told, at):
    event = pause(repair, told(1, "10:00"), reason="waiting_supplier")
    assert (event.kind, repair.status, repair.asked_at) == ("pause_asked", "new", at(1, "10:00"))
    assert state(repair, "arrival", at(1, "11:00")) == "running"


def test_agreed_to_the_pause_began_when_it_was_asked_for(repair, told, boss, at):
    pause(repair, told(1, "10:00"), reason="waiting_supplier")
    event = agree(repair, boss(1, "10:40"))
    assert (event.at, event.by.name, repair.status, repair.asked_at) == (at(1, "10:00"), "主管", "paused", None)
    arrival = next(read.reading for read in readings(repair, at(1, "12:00")) if read.name == "arrival")
    assert (arrival.state, arrival.spent.total_seconds()) == ("paused", 3600)


def test_declined_nothing_ever_stood_still(repair, told, boss, at):
    pause(repair, told(1, "10:00"), reason="waiting_supplier")
    decline(repair, boss(1, "10:40", note="先催供应商"))
    assert (repair.status, repair.asked_at, state(repair, "arrival", at(1, "11:00"))) == ("new", None, "running")
    with pytest.raises(Refused, match="nothing-asked"):
        agree(repair, boss(1, "10:50"))


def test_who_may_agree_need_not_ask(repair, boss):
    assert pause(repair, boss(1, "10:00"), reason="waiting_supplier").kind == "paused"


def test_nobody_asks_twice_before_the_answer(repair, told):
    pause(repair, told(1, "10:00"), reason="waiting_supplier")
    with pytest.raises(Refused, match="already-asked"):
        pause(repair, told(1, "10:05"), reason="waiting_supplier")


@pytest.mark.parametrize("meanwhile", [lambda t, e: solve(t, e), lambda t, e: actions.start(t, e)])
def test_what_goes_on_meanwhile_makes_the_wish_void(repair, told, boss, meanwhile):
    pause(repair, told(1, "10:00"), reason="waiting_supplier")
    meanwhile(repair, told(1, "10:20"))
    assert repair.asked_at is None
    with pytest.raises(Refused, match="nothing-asked"):
        agree(repair, boss(1, "10:40"))
    assert not Ticket.objects.get().doubtful and "paused" not in [event.kind for event in journal.history(repair)]


def test_nobody_waits_longer_than_the_reason_allows(repair, told, at):
    with pytest.raises(Refused, match="pause-too-long"):
        pause(repair, told(1, "10:00"), reason="waiting_ourselves", until=at(4, "10:00"))
    event = pause(repair, told(1, "10:00"), reason="waiting_ourselves")
    assert event.facts["until"] == at(3, "10:00").timestamp()
