"""Whose time it was adds up to all of it."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from jishi.core.attribution import FIRST, POOL, RESTING, Holder, shares, spans
from jishi.core.history import Event
from jishi.core.lifecycle import KINDS
from tests.core.histories import CALENDARS

MINUTE = 60
LINES = {1: 1, 7: 2, 8: 3}
STEPS = st.tuples(
    st.sampled_from([*KINDS]),
    st.integers(0, 90_000),
    st.fixed_dictionaries(
        {},
        optional={"team": st.sampled_from([0, 1]), "pool": st.sampled_from([0, 7, 8]), "owner": st.integers(0, 3)},
    ),
)


def lived(*steps):
    """`lived((0, "received", {…}), …)`: minutes, kind, facts."""
    return [Event(kind, minute * MINUTE, None, "9", facts) for minute, kind, facts in steps]


def told(*steps, now=100):
    return [(span.holder.line, span.length // MINUTE) for span in spans(lived(*steps), now * MINUTE, LINES)]


RECEIVED = (0, "received", {"team": 1, "owner": 2})
ESCALATED = (8, "escalated", {"pool": 7})
ACCEPTED = (20, "accepted", {"owner": 3})


def test_the_time_in_the_pool_is_neither_lines():
    assert told(RECEIVED, ESCALATED, ACCEPTED, (70, "resolved", {})) == [("first", 8), ("pool", 12), ("second", 50)]


def test_what_comes_back_is_first_lines_again():
    back = (30, "returned", {"owner": 0, "pool": 0})
    assert told(RECEIVED, ESCALATED, ACCEPTED, back) == [("first", 8), ("pool", 12), ("second", 10), ("first", 70)]


def test_a_pause_is_still_somebodys_time():
    assert told(RECEIVED, (10, "paused", {"reason": "x"}), (40, "resumed", {}), now=50) == [("first", 50)]


def test_between_resolved_and_reopened_nobody_holds_it():
    events = (RECEIVED, (10, "resolved", {}), (60, "reopened", {}), (70, "resolved", {}), (90, "closed", {}))
    assert told(*events) == [("first", 10), (RESTING, 50), ("first", 10)]


def test_the_third_line_is_named_by_its_team():
    assert told(RECEIVED, (8, "escalated", {"pool": 8}), ACCEPTED, now=30)[-1] == ("third", 10)


def test_a_pool_told_at_receipt_holds_it_only_once_it_was_handed_over():
    early = (0, "received", {"team": 1, "pool": 7})
    assert told(early, (8, "escalated", {}), now=20) == [(FIRST, 8), (POOL, 12)]
    assert told(early, now=20) == [(POOL, 20)]


def test_people_of_one_team_are_told_apart():
    held = spans(lived(RECEIVED, (5, "assigned", {"owner": 4})), 20 * MINUTE, LINES)
    assert [(span.holder, span.length // MINUTE) for span in held] == [
        (Holder(FIRST, 1, 2), 5),
        (Holder(FIRST, 1, 4), 15),
    ]


@given(st.lists(STEPS, max_size=15), st.integers(0, 200_000))
def test_the_spans_tile_the_life_of_the_ticket_and_add_up(steps, late):
    at, events = 1_772_400_000, []
    for kind, gap, facts in [("received", 0, {"team": 1}), *steps]:
        at += gap
        events.append(Event(kind, at, None, "9", {"field": "zone"} | facts))
    now = at + late
    held = spans(events, now, LINES)
    assert all(first.until == second.since for first, second in pairwise(held))
    assert all(span.length > 0 for span in held)
    if not held:
        return
    assert held[0].since == events[0].at and held[-1].until <= now
    life = held[-1].until - held[0].since
    calendar = CALENDARS[0]
    for of in (lambda holder: holder, lambda holder: Holder(holder.line)):
        wall, worked = map(sum, zip(*shares(held, of, calendar).values(), strict=True))
        assert wall == life
        assert worked == calendar.elapsed_s(held[0].since, held[-1].until)
