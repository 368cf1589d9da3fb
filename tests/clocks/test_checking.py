"""Whatever happens: the journal folded anew says what is stored, and what was tampered with is found."""

from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jishi.clocks.checking import check
from jishi.clocks.models import Clock
from jishi.core.refused import Refused
from jishi.tickets import actions
from jishi.tickets.correcting import correct
from jishi.tickets.entry import Entry
from jishi.tickets.models import Ticket
from tests.cast import moment, solve

pytestmark = pytest.mark.both_databases

VERBS = {
    "assign": lambda t, e, house: actions.assign(t, e, owner=house.wang),
    "contact": lambda t, e, house: actions.contact(t, e),
    "pause": lambda t, e, house: actions.pause(t, e, reason="parts"),
    "resume": lambda t, e, house: actions.resume(t, e),
    "escalate": lambda t, e, house: actions.escalate(t, replace(e, note="已重启"), pool=house.second),
    "accept": lambda t, e, house: actions.accept(t, e),
    "arrive": lambda t, e, house: actions.arrive(t, e),
    "resolve": lambda t, e, house: solve(t, e),
    "reopen": lambda t, e, house: actions.reopen(t, e, reason="again"),
    "close": lambda t, e, house: actions.close(t, e),
    "cancel": lambda t, e, house: actions.cancel(t, e, reason="customer"),
    **{p: lambda t, e, house, p=p: actions.reprioritise(t, e, priority=p) for p in ("P0", "P1", "P2", "P3")},
    "agree": lambda t, e, house: actions.agree_visit(t, e, agreed=e.now + timedelta(hours=30), asked_by="customer"),
}
STEP = st.tuples(
    st.sampled_from([*VERBS, "correct", "void"]),
    st.integers(60, 90_000),  # seconds after the step before
    st.one_of(st.just(0), st.integers(1, 40_000)),  # told so many seconds late
    st.integers(2, 9),  # the entry to correct
)


def differences(now):
    return [difference for _, found in check(now) for difference in found]


def take(ticket, house, now, verb, late, place):
    """One step; the house may refuse it."""
    entry = Entry(by=house.lin, now=now, at=now - timedelta(seconds=late) if late else None)
    if verb in VERBS:
        return VERBS[verb](ticket, entry, house)
    at = now - timedelta(seconds=late) if verb == "correct" else None
    return correct(ticket, Entry(by=house.lin, now=now), place=place, at=at, reason="mistyped")


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.lists(STEP, min_size=1, max_size=12))
def test_the_journal_folded_anew_is_what_is_stored(repair, house, steps):
    with transaction.atomic():
        now = moment(1, "09:00")
        for verb, later, late, place in steps:
            now += timedelta(seconds=later)
            with suppress(Refused):
                take(Ticket.objects.get(pk=repair.pk), house, now, verb, late, place)
            assert differences(now) == []
        assert differences(now + timedelta(days=30)) == []
        transaction.set_rollback(True)


@pytest.mark.parametrize(
    ("model", "tampered", "where"),
    [
        (Clock, {"due_at": moment(9, "09:00")}, "due_at"),
        (Clock, {"state": "met", "met": True}, "met"),
        (Ticket, {"status": "closed"}, "status"),
        (Ticket, {"priority": "P3"}, "priority"),
        (Ticket, {"breaks_at": None}, "breaks_at"),
    ],
)
def test_what_was_tampered_with_is_found(repair, at, model, tampered, where):
    assert differences(at(1, "10:00")) == []
    model.objects.filter(pk=model.objects.first().pk).update(**tampered)
    assert where in {difference.column for difference in differences(at(1, "10:00"))}


def test_a_clock_too_many_or_too_few_is_found(repair, at):
    Clock.objects.filter(name="arrival").update(name="answer")
    found = {(d.where, d.stored, d.told) for d in differences(at(1, "10:00"))}
    assert found == {("arrival", None, "running"), ("answer", "running", None)}


def test_time_alone_makes_no_difference(repair, at):
    assert differences(at(1, "09:00")) == differences(at(300, "09:00")) == []
