"""Laws of assignment: who can, in which order, and why not the others."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jishi.core.assignment import STRATEGIES, Candidate, Request, choose

REPAIR, RETURN = ("service_type", "repair"), ("service_type", "return")
LATHE, MILL = ("product", "lathe"), ("product", "mill")
BOILER = Request((REPAIR, LATHE), point=1)


def codes(verdicts):
    return {verdict.candidate.id: [reason.code for reason in verdict.reasons] for verdict in verdicts}


def order(request, candidates, strategy="skill"):
    return [verdict.candidate.id for verdict in choose(request, candidates, strategy) if verdict.place]


def test_everybody_is_told_why():
    people = [
        Candidate(1, skills=frozenset([REPAIR, LATHE]), load=3, weight=6),
        Candidate(2, away="on-leave", load=10),
        Candidate(3, skills=frozenset([RETURN])),
        Candidate(4, points=frozenset([2])),
        Candidate(5, declined="refused"),
        Candidate(6, weight=1),
    ]
    assert codes(choose(BOILER, people, "skill")) == {
        1: ["first-by-skill"],
        2: ["on-leave", "full"],
        3: ["lacks-skill"],
        4: ["other-point"],
        5: ["refused"],
        6: ["behind-by-skill"],
    }


def test_nobody_is_chosen_where_nobody_can():
    assert order(BOILER, [Candidate(1, away="off-duty"), Candidate(2, capacity=0)]) == []


def test_the_only_one_is_said_to_be_the_only_one():
    assert codes(choose(BOILER, [Candidate(1)], "room")) == {1: ["only-one"]}


def test_skills_of_one_kind_say_nothing_of_another():
    assert order(BOILER, [Candidate(1, skills=frozenset([LATHE])), Candidate(2, skills=frozenset([MILL]))]) == [1]


def test_room_is_what_is_held_by_weight_to_what_one_can_hold():
    people = [Candidate(1, capacity=4, load=1, weight=4), Candidate(2, capacity=12, load=3, weight=6)]
    assert order(BOILER, people, "room") == [2, 1]


def test_equals_go_by_who_has_been_without_for_longest():
    people = [Candidate(1, last=300), Candidate(2, last=100), Candidate(3), Candidate(4, last=100)]
    for strategy in STRATEGIES:
        assert order(BOILER, people, strategy) == [3, 2, 4, 1]


def test_without_a_known_point_everybody_can_go():
    assert order(Request(), [Candidate(1, points=frozenset([2]))]) == [1]


skills = st.frozensets(st.sampled_from([REPAIR, RETURN, LATHE, MILL]))
candidates = st.lists(
    st.builds(
        Candidate,
        id=st.integers(1, 40),
        away=st.sampled_from(["", "", "off-duty", "on-leave", "away"]),
        skills=skills,
        points=st.frozensets(st.integers(1, 3), max_size=2),
        capacity=st.integers(0, 6),
        load=st.integers(0, 6),
        weight=st.integers(0, 24),
        last=st.none() | st.integers(0, 9),
        declined=st.sampled_from(["", "", "refused", "lapsed"]),
    ),
    unique_by=lambda candidate: candidate.id,
    max_size=12,
)
requests = st.builds(
    Request,
    skills=st.lists(st.sampled_from([REPAIR, LATHE, MILL]), unique_by=lambda skill: skill[0]).map(tuple),
    point=st.none() | st.integers(1, 3),
)


def fits(request, person):
    """Written down anew, as a lead would say it."""
    for of, code in request.skills:
        known = [each for kind, each in person.skills if kind == of]
        if known and code not in known:
            return False
    here = request.point is None or not person.points or request.point in person.points
    return here and person.load < person.capacity and person.away == person.declined == ""


@given(requests, candidates, st.sampled_from(sorted(STRATEGIES)))
def test_exactly_those_are_asked_who_are_there_can_and_have_room(request, people, strategy):
    asked = order(request, people, strategy)
    assert sorted(asked) == sorted(person.id for person in people if fits(request, person))
    verdicts = choose(request, people, strategy)
    assert len(verdicts) == len(people) and all(verdict.reasons for verdict in verdicts)


@given(requests, candidates, st.sampled_from(sorted(STRATEGIES)), st.randoms())
def test_the_order_in_which_people_are_named_changes_nothing(request, people, strategy, chance):
    shuffled = list(people)
    chance.shuffle(shuffled)
    assert choose(request, shuffled, strategy) == choose(request, people, strategy)


@pytest.mark.parametrize("strategy", sorted(STRATEGIES))
@given(st.integers(2, 7), st.integers(1, 40))
def test_among_equals_nobody_gets_two_more_than_another(strategy, people, tickets):
    """Nothing is finished meanwhile: whatever the strategy, the shares differ by one at most."""
    given_to = Counter(dict.fromkeys(range(people), 0))
    for at in range(tickets):
        chosen = order(Request(), [held(one, given_to[one], last(one, at, people)) for one in given_to], strategy)[0]
        assert chosen == at % people
        given_to[chosen] += 1
    assert max(given_to.values()) - min(given_to.values()) <= 1


def held(one, tickets, at):
    return Candidate(one, capacity=100, load=tickets, weight=2 * tickets, last=at)


def last(one, at, people):
    """When this one's turn last was, if it goes round."""
    turns = [turn for turn in range(at) if turn % people == one]
    return turns[-1] if turns else None


TWO_THOUSAND = 2_000
KINDS = (REPAIR, RETURN)


def test_of_two_thousand_tickets_none_goes_to_somebody_who_cannot_take_it():
    """And the positive control: whoever is next in the list, taken without asking, would have been wrong often."""
    team = [
        Candidate(one, skills=frozenset([KINDS[one % 2]] if one % 3 else []), capacity=20 + one, last=None)
        for one in range(60)
    ]
    wrong = 0
    for at in range(TWO_THOUSAND):
        request = Request((KINDS[at % 5 % 2],))
        shift = [replace(one, away="" if (one.id + at // 100) % 3 else "off-duty") for one in team]
        chosen = order(request, shift)
        wrong += not fits(request, shift[at % len(shift)])
        if not chosen:
            continue
        taken = shift[chosen[0]]
        assert fits(request, taken)
        team[taken.id] = replace(team[taken.id], load=taken.load + 1, weight=taken.weight + 2, last=at)
        if at % 3 == 0:  # somebody finishes something
            busy = team[at % 60]
            team[busy.id] = replace(busy, load=max(busy.load - 1, 0), weight=max(busy.weight - 2, 0))
    assert sum(one.load for one in team) > 1_000
    assert wrong > 500
