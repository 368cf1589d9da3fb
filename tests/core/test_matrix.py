"""Laws of the matrix as a whole; covering is held to a search through all tickets."""

from datetime import timedelta
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from jishi.core.matrix import alike, changes, counterparts, never
from jishi.core.promise import Rule

HOUR = timedelta(hours=1)
VALUES = {"priority": ("P0", "P1", "P2"), "channel": ("phone", "mail"), "zone": ("same_city",)}


def row(clock="contact", target=HOUR, **when):
    return Rule(clock, target, when={name: frozenset(values) for name, values in when.items()})


def test_a_row_is_covered_by_an_earlier_one_that_asks_for_less():
    assert never([row(priority=["P0", "P1"]), row(priority=["P1"], channel=["mail"])]) == {1: [0]}


def test_a_row_after_one_for_everybody_never_matches():
    assert never([row(), row(priority=["P0"])]) == {1: [0]}


def test_a_later_row_may_ask_for_less():
    assert never([row(priority=["P0"]), row()]) == {}


def test_rows_of_another_clock_cover_nothing():
    assert never([row("arrival"), row("contact", priority=["P0"])]) == {}


def test_several_rows_cover_together_what_none_covers_alone():
    rows = [row(priority=["P0"]), row(priority=["P1"]), row(priority=["P0", "P1"])]
    assert never(rows) == {2: [0, 1]}


def test_values_nobody_named_are_left_for_the_row_that_asks_nothing():
    assert never([row(channel=["phone"]), row(channel=["mail"]), row()]) == {}


rules = st.lists(
    st.builds(
        lambda clock, when: Rule(clock, HOUR, when={name: frozenset(values) for name, values in when.items()}),
        st.sampled_from(["contact", "arrival"]),
        st.fixed_dictionaries(
            {}, optional={name: st.sets(st.sampled_from(values), min_size=1) for name, values in VALUES.items()}
        ),
    ),
    max_size=6,
)


@given(rules)
def test_a_row_never_matches_exactly_when_no_ticket_takes_it(rows):
    tickets = [dict(zip(VALUES, told, strict=True)) for told in product(*[(*all_, "?") for all_ in VALUES.values()])]
    for clock in ("contact", "arrival"):
        mine = [i for i, rule in enumerate(rows) if rule.clock == clock]
        taken = {next((i for i in mine if not rows[i].unmatched(ticket)), None) for ticket in tickets}
        assert {i for i in never(rows) if i in mine} == {i for i in mine if i not in taken}


def test_a_row_is_known_by_its_clock_and_whom_it_is_for():
    before, after = [row(priority=["P0"]), row(priority=["P1"])], [row(priority=["P1"], target=2 * HOUR)]
    assert changes(before, after) == [(before[1], after[0], False), (before[0], None, False)]


def test_nothing_changed_is_nothing():
    rows = [row(priority=["P0"]), row()]
    assert changes(rows, list(rows)) == []


def test_a_new_row_was_nothing_before():
    assert counterparts([row()], [row(priority=["P0"]), row()]) == [None, row()]


def test_rows_that_changed_places_are_told_when_one_ticket_could_match_both():
    narrow, wide = row(priority=["P0"]), row()
    assert [(each.was, each.moved) for each in changes([narrow, wide], [wide, narrow])] == [(narrow, True)]
    assert changes([narrow, row(priority=["P1"])], [row(priority=["P1"]), narrow]) == []


@given(rules)
def test_each_row_has_its_counterpart_in_itself(rows):
    assert all(alike(was, now) for was, now in zip(counterparts(rows, rows), rows, strict=True))
