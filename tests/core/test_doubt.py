"""What is doubtful in a record: each rule with a case told by hand. Moments are minutes of one day."""

import pytest

from jishi.core.account import Account, Judged, Stop
from jishi.core.doubt import again, doubts
from jishi.core.history import Event

LONG = 100_000  # minutes from now


def told(*events):
    """("paused", 30), told at once; ("arrived", 30, 95), told at minute 95; facts last."""
    return [(place, _event(*event)) for place, event in enumerate(events, start=1)]


def _event(kind, at, recorded=None, **facts):
    return Event(kind, at * 60, (at if recorded is None else recorded) * 60, facts=facts)


def found(events, now=1000, idle_from=LONG, **more):
    account = Account(events, now * 60, idle_from * 60, **more)
    return [(doubt.code, doubt.place) for doubt in doubts(account)]


SERVED = (("received", 0), ("contacted", 5), ("resolved", 60), ("closed", 90))


def test_a_record_without_fault_has_no_doubt():
    assert found(told(*SERVED)) == []


def test_closed_without_a_solution_lacks_its_end():
    events = told(("received", 0), ("contacted", 5), ("closed", 90))
    assert ("missing-end", 3) in found(events) and ("misfit", 3) in found(events)


def test_what_cannot_have_happened_then_is_a_misfit():
    assert found(told(("received", 0), ("contacted", 3), ("resumed", 5))) == [("misfit", 3)]


@pytest.mark.parametrize(("recorded", "late"), [(15, False), (16, True)])
def test_more_than_ten_minutes_after_is_late(recorded, late):
    events = told(("received", 0), ("contacted", 5, recorded), ("resolved", 60))
    assert found(events) == ([("late-entry", 2)] if late else [])


@pytest.mark.parametrize(
    ("due", "code"), [(4, "late-entry"), (5, "back-dated"), (34, "back-dated"), (35, "late-entry")]
)
def test_a_promise_kept_only_on_paper_is_worse_than_late(due, code):
    """Contacted at 5, told at 35: kept on paper if due from 5 on and before 35."""
    events = told(("received", 0), ("contacted", 5, 35), ("resolved", 60))
    clocks = [Judged("contact", due * 60, 300, None)]
    assert found(events, clocks=clocks) == [(code, 2)]


@pytest.mark.parametrize(("left", "doubtful"), [(-1, False), (0, True), (900, True), (901, False)])
def test_a_pause_just_before_due_is_doubtful(left, doubtful):
    events = told(("received", 0), ("contacted", 5), ("paused", 30, None), ("resumed", 90), ("resolved", 120))
    stops = {3: [Stop("resolution", left, 1800 + left)]}
    assert found(events, stops=stops) == ([("pause-before-due", 3)] if doubtful else [])


def test_a_pause_told_after_the_deadline_it_saves_is_back_dated():
    events = told(("received", 0), ("contacted", 5), ("paused", 30, 70), ("resumed", 90), ("resolved", 120))
    assert found(events, stops={3: [Stop("arrival", 1200, 50 * 60)]}) == [("back-dated", 3)]


@pytest.mark.parametrize(("after", "doubtful"), [(1, True), (2, False)])
def test_solved_as_soon_as_paused_is_doubtful(after, doubtful):
    events = told(("received", 0), ("contacted", 5), ("paused", 30), ("resolved", 30 + after))
    assert found(events) == ([("resolved-after-pause", 4)] if doubtful else [])


@pytest.mark.parametrize(("broken", "now", "doubtful"), [(20, "P2", True), (40, "P2", False), (20, "P0", False)])
def test_less_urgent_after_a_breach_is_doubtful(broken, now, doubtful):
    facts = {"was": "P1", "priority": now}
    events = [*told(("received", 0), ("contacted", 5)), (3, _event("reprioritised", 30, **facts))]
    clocks = [Judged("resolution", 1200, None, broken * 60)]
    assert found(events, clocks=clocks) == ([("downgraded", 3)] if doubtful else [])


def test_resolved_without_a_word_or_without_the_visit_agreed():
    assert found(told(("received", 0), ("resolved", 60))) == [("never-contacted", 2)]
    assert found(told(("received", 0), ("contacted", 5), ("visit_agreed", 6), ("resolved", 60))) == [
        ("never-arrived", 4)
    ]
    assert found(told(("received", 0), ("visit_agreed", 6), ("arrived", 40), ("resolved", 60))) == []


def test_unfinished_without_an_entry_for_days_unless_a_pause_is_planned():
    assert found(told(("received", 0), ("contacted", 5)), now=500, idle_from=500) == [("idle", 0)]
    assert found(told(*SERVED), now=500, idle_from=500) == []
    events = [*told(("received", 0), ("contacted", 5)), (3, _event("paused", 9, until=600 * 60))]
    assert found(events, now=599, idle_from=500) == []
    assert found(events, now=600, idle_from=500) == [("pause-ran-out", 3)]


def test_it_is_looked_at_again_when_it_will_be_unfinished_too_long():
    events = [*told(("received", 0), ("contacted", 5)), (3, _event("paused", 9, until=600 * 60))]
    assert again(Account(events, 0, 500 * 60)) == 500 * 60
    assert again(Account(events, 550 * 60, 500 * 60)) == 600 * 60
    assert again(Account(told(*SERVED), 0, 500 * 60)) is None


def test_required_fields_without_a_value():
    assert found(told(*SERVED), lacks=["customer"]) == [("field-missing", 0)]
