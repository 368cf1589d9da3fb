"""A call that comes twice is one event and one answer."""

import pytest

from jishi.core.refused import Refused
from jishi.tickets import actions, journal
from jishi.tickets.models import Call
from jishi.tickets.once import forget, once
from tests.cast import solve

pytestmark = pytest.mark.both_databases


@pytest.fixture
def chase(repair, house, told, at):
    """Lin calls: `chase(key, body)`."""

    def call(key, body, by=house.lin, now=None, endpoint="chase"):
        return once(by, endpoint, key, body, lambda: actions.chase(repair, told(1, "10:00")).seq, now or at(1, "10:00"))

    return call


def chases(repair):
    return [event.kind for event in journal.history(repair)].count("chased")


def test_the_same_key_gets_the_same_answer_and_does_nothing(repair, chase):
    assert chase("k1", {"a": 1}) == chase("k1", {"a": 1}) == 2
    assert chases(repair) == 1


def test_another_body_with_the_same_key_is_refused(repair, chase):
    chase("k1", {"a": 1})
    with pytest.raises(Refused, match="key-reused"):
        chase("k1", {"a": 2})
    assert chases(repair) == 1


def test_keys_are_somebodys_and_somewheres(repair, chase, house):
    chase("k1", {})
    chase("k1", {}, by=house.wang)
    chase("k1", {}, endpoint="chase/other")
    assert chases(repair) == 3


def test_what_was_refused_may_be_tried_again(repair, house, told, at):
    def confirm():
        return actions.confirm(repair, told(1, "11:00")).seq

    with pytest.raises(Refused, match="no-such-move"):
        once(house.lin, "confirm", "k1", {}, confirm, at(1, "10:00"))
    assert not Call.objects.exists()
    solve(repair, told(1, "10:30"))
    assert once(house.lin, "confirm", "k1", {}, confirm, at(1, "11:00")) == 4


def test_keys_expire(repair, chase, at):
    chase("k1", {"a": 1})
    assert forget(at(2, "10:00")) == 0
    chase("k1", {"a": 2}, now=at(3, "10:00"))
    assert chases(repair) == 2
    assert forget(at(6, "10:00")) == 1
