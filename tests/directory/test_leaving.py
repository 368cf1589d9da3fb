"""Leave: asked by oneself, decided once by somebody else, withdrawn while it is not over; one's word on presence."""

import pytest

from jishi.core.refused import Refused
from jishi.directory import leaving, presence
from jishi.directory.models import Leave, Person, Presence
from tests.cast import moment

pytestmark = pytest.mark.both_databases
NOW = moment(1, "09:00")


@pytest.fixture
def asked(house):
    return leaving.ask(house.lin, "annual", moment(3, "00:00"), moment(5, "00:00"), "回老家", NOW)


def test_leave_is_decided_once(asked, house):
    leaving.decide(asked, house.boss, True, NOW)
    with pytest.raises(Refused, match="leave-decided"):
        leaving.decide(asked, house.boss, False, NOW)
    assert Leave.objects.get().state == "approved"


def test_nobody_decides_on_their_own(asked, house):
    with pytest.raises(Refused, match="own-leave"):
        leaving.decide(asked, house.lin, True, NOW)


def test_a_lead_sees_what_waits_and_never_their_own(asked, house):
    leaving.ask(house.boss, "sick", moment(3, "00:00"), moment(4, "00:00"), "", NOW)
    assert list(leaving.to_decide(house.boss)) == [asked]
    assert list(leaving.to_decide(house.lin)) == []


@pytest.mark.parametrize(
    ("since", "until", "code"),
    [((5, "00:00"), (3, "00:00"), "leave-reversed"), ((4, "12:00"), (9, "00:00"), "leave-overlaps")],
)
def test_leave_that_cannot_be_is_refused(asked, house, since, until, code):
    with pytest.raises(Refused, match=code):
        leaving.ask(house.lin, "annual", moment(*since), moment(*until), "", NOW)


def test_what_is_withdrawn_makes_room(asked, house):
    leaving.withdraw(asked, house.lin, NOW)
    leaving.ask(house.lin, "sick", moment(3, "00:00"), moment(4, "00:00"), "", NOW)
    with pytest.raises(Refused, match="leave-decided"):
        leaving.withdraw(asked, house.lin, NOW)


def test_every_word_on_presence_is_kept(house):
    presence.say(house.lin, "busy", NOW)
    presence.say(house.lin, "away", moment(1, "10:00"))
    assert list(Presence.objects.order_by("at").values_list("was", "word")) == [("", "busy"), ("busy", "away")]


def test_a_word_said_meanwhile_on_another_screen_is_not_lost(house):
    elsewhere = Person.objects.get(pk=house.lin.pk)
    presence.say(house.lin, "busy", NOW)
    with pytest.raises(Refused, match="presence-changed"):
        presence.say(elsewhere, "available", NOW)
    assert Person.objects.get(pk=house.lin.pk).presence == "busy"
