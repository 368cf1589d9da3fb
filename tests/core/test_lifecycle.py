"""What may happen when, and what is kept as doubtful."""

import pytest

from jishi.core.history import Event
from jishi.core.lifecycle import KINDS, STATES, after, allowed, misfits, state_of
from jishi.core.refused import Refused


def told(kinds):
    return [Event(kind, at) for at, kind in enumerate(kinds.split())]


def test_a_ticket_goes_from_received_to_closed():
    assert state_of(told("received contacted escalated accepted paused resumed resolved confirmed closed")) == "closed"


def test_a_reopened_ticket_is_open_again():
    assert state_of(told("received resolved closed reopened")) == "open"


def test_what_does_not_fit_is_kept_as_doubtful_and_changes_nothing():
    events = told("received resumed closed contacted received resolved")
    assert [event.kind for event in misfits(events)] == ["resumed", "closed", "received"]
    assert state_of(events) == "resolved"


def test_a_move_that_is_not_allowed_is_refused_by_name():
    with pytest.raises(Refused, match="no-such-move: state=closed, kind=paused"):
        after("closed", "paused")


@pytest.mark.parametrize("state", ["", *STATES])
def test_every_move_leads_to_a_known_state(state):
    assert {after(state, kind) for kind in allowed(state)} <= {*STATES}


def test_nothing_but_a_request_comes_first():
    assert allowed("") == ("received",)
    assert len(set(KINDS)) == len(KINDS)
