"""Which events start, stop and end a clock."""

import pytest

from jishi.core.definition import STANDARD
from jishi.core.history import Event

ENDS = {
    "answer": "answered",
    "contact": "contacted",
    "assignment": "assigned",
    "arrival": "arrived",
    "handover": "escalated",
    "takeover": "accepted",
    "resolution": "resolved",
    "closing": "closed",
    "callback": "called_back",
    "approval": "granted",
}


def heard(clock, *kinds, **facts):
    return [mark.role for mark in STANDARD[clock].marks([Event(kind, 0, facts=facts) for kind in kinds])]


@pytest.mark.parametrize(("clock", "end"), ENDS.items())
def test_each_clock_ends_with_its_event(clock, end):
    assert heard(clock, end) == ["end"]
    assert set(STANDARD) == set(ENDS)


def test_a_failed_attempt_does_not_stop_the_contact_clock():
    assert heard("contact", "received", "acknowledged", "attempted", "contacted") == ["start", "end"]


def test_a_pause_stops_arrival_and_resolution_but_never_contact():
    assert heard("resolution", "paused") == heard("arrival", "paused") == ["pause"]
    assert heard("contact", "paused") == []


def test_a_pause_that_names_its_clocks_stops_those():
    assert heard("contact", "paused", clocks=["contact"]) == ["pause"]
    assert heard("resolution", "paused", clocks=["arrival"]) == []


def test_a_reopened_ticket_waits_for_a_new_call_back():
    assert heard("callback", "resolved", "reopened", "resolved") == ["start", "reset", "start"]
    assert heard("resolution", "received", "resolved", "reopened") == ["start", "end", "reopen"]
