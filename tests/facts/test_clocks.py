"""What may be believed of each clock of each ticket."""

import math
from datetime import UTC, datetime, timedelta

import pytest

from jishi.core.calendar import Calendar
from jishi.core.history import Event, Ticket
from jishi.core.promise import Policy, Rule, Version
from jishi.facts import tables
from jishi.facts.promises import Terms

from .told import HOUR, at, ticket

NOW = at(100)
SOLVED = ticket("T9", received=0, resolved=1)


def row(of, clock="resolution", terms=None, others=(SOLVED,)):
    """The row of this ticket on that clock."""
    facts = tables([of, *others], terms=terms, as_of=NOW)
    return next((each for each in facts.clock(clock).to_pylist() if each["ticket"] == 0), None)


def policy(*rules, **calendars):
    return Terms(Policy([Version(datetime(2020, 1, 1, tzinfo=UTC), rules)]), calendars)


def test_a_time_that_ended_is_its_length():
    it = row(ticket(received=0, resolved=5))
    assert (it["spent_s"], it["recorded_s"], it["ended"], it["code"]) == (5 * HOUR, 5 * HOUR, True, 1)


def test_an_open_ticket_has_run_until_the_cut_off():
    it = row(ticket(received=0))
    assert (it["spent_s"], it["open"], it["code"], it["recorded_s"]) == (100 * HOUR, True, 0, None)


def test_an_end_before_the_start_is_no_duration_but_is_recorded():
    it = row(ticket(received=5, resolved=3))
    assert (it["reversed"], it["ended"], it["open"], it["recorded_s"], it["code"]) == (
        True,
        False,
        False,
        -2 * HOUR,
        -1,
    )


def test_a_closed_ticket_without_its_end_is_unknown_not_open():
    it = row(ticket(fields={"status": "closed"}, received=0))
    assert (it["unknown"], it["open"], it["code"]) == (True, False, -1)


@pytest.mark.parametrize(("hours", "verdict"), [({"resolved": 10}, "met"), ({"resolved": 11}, "missed"), ({}, "late")])
def test_a_promised_moment_is_met_up_to_the_second(hours, verdict):
    fields = {"due_resolution": at(10)}
    assert row(ticket(fields=fields, received=0, **hours))["verdict"] == verdict


def test_open_before_its_due_moment_is_no_verdict_yet():
    it = row(ticket(fields={"due_resolution": at(200)}, received=0))
    assert (it["verdict"], it["ratio"]) == ("open", 0.5)


def test_no_target_is_never_met():
    with_target = ticket("T2", fields={"due_resolution": at(9)}, received=0, resolved=5)
    it = row(ticket(received=0, resolved=1), others=[with_target])
    assert it["verdict"] == "no_target" and it["ratio"] is None


def test_a_label_is_believed_only_where_nothing_was_promised():
    good = ticket(fields={"sla_met": True}, received=0, resolved=5)
    assert (row(good)["verdict"], row(good)["source"]) == ("met", "label")
    promised = ticket("T2", fields={"due_resolution": at(9)}, received=0, resolved=5)
    assert row(good, others=[promised])["verdict"] == "no_target"


def test_a_good_label_on_an_open_ticket_is_no_verdict_yet():
    assert row(ticket(fields={"sla_met": True}, received=0))["verdict"] == "open"
    assert row(ticket(fields={"sla_met": False}, received=0))["verdict"] == "late"


def test_a_promise_in_working_time_is_counted_in_its_calendar():
    """Four working hours from Monday 16:00 in Shanghai end on Tuesday at 11:00."""
    office = Calendar(week={day: [("09:00", "18:00")] for day in range(5)}, zone="Asia/Shanghai")
    terms = policy(Rule("resolution", timedelta(hours=4), "office"), office=office)
    assert row(ticket(received=0, resolved=19), terms=terms)["verdict"] == "met"
    late = row(ticket(received=0, resolved=19.01), terms=terms)
    assert (late["verdict"], late["spent_s"], late["calendar"]) == ("missed", 4 * HOUR + 36, "office")


def test_only_a_policy_lets_waiting_stop_a_clock():
    waiting = ticket(received=0, paused=1, resumed=4, resolved=5)
    assert row(waiting)["spent_s"] == 5 * HOUR
    assert row(waiting, terms=policy(Rule("resolution", timedelta(hours=3))))["spent_s"] == 2 * HOUR


def test_the_policy_chooses_by_priority():
    terms = policy(Rule("contact", timedelta(hours=1), when={"priority": frozenset({"P0"})}))
    urgent, usual = (ticket(fields={"priority": p}, received=0, contacted=2) for p in ("P0", "P2"))
    assert row(urgent, "contact", terms)["verdict"] == "missed"
    assert row(usual, "contact", terms)["verdict"] == "no_target"


def test_a_cancelled_ticket_left_when_it_was_cancelled():
    it = row(ticket(received=0, cancelled=3))
    assert (it["verdict"], it["code"], it["spent_s"], it["open"]) == ("cancelled", 2, 3 * HOUR, False)


def test_the_end_of_a_cancelled_ticket_is_no_solution():
    it = row(ticket(fields={"status": "cancelled"}, received=0, resolved=3))
    assert (it["ended"], it["code"], it["verdict"]) == (False, 2, "cancelled")


def test_a_ticket_cancelled_nobody_knows_when_tells_nothing():
    it = row(ticket(fields={"status": "cancelled"}, received=0))
    assert (it["verdict"], it["open"], it["unknown"], it["code"]) == ("cancelled", False, False, -1)


def test_time_between_resolved_and_reopened_does_not_count_but_is_recorded():
    events = [Event("received", at(0)), Event("resolved", at(2)), Event("reopened", at(5)), Event("resolved", at(6))]
    it = row(Ticket("T1", {}, events))
    assert (it["spent_s"], it["recorded_s"]) == (3 * HOUR, 6 * HOUR)


def test_a_ticket_solved_at_once_was_never_late_in_handing_over():
    escalated = ticket("T2", received=0, contacted=1, escalated=2, accepted=3)
    assert row(ticket(received=0, contacted=1, resolved=2), "handover", others=[escalated]) is None
    assert row(escalated, "handover")["spent_s"] == HOUR


def test_an_open_ticket_of_a_kind_mostly_visited_waits_for_the_engineer():
    repaired = ticket("T2", fields={"service_type": "repair"}, received=0, arrived=4, resolved=5)
    by_phone = ticket("T3", fields={"service_type": "repair"}, received=0, resolved=5)
    advised = ticket("T4", fields={"service_type": "advice"}, received=0, resolved=1)
    for kind, waits in (("repair", True), ("advice", False)):
        it = row(ticket(fields={"service_type": kind}, received=0), "arrival", others=[repaired, by_phone, advised])
        assert bool(it and it["open"]) == waits


def test_an_open_ticket_of_a_kind_seldom_visited_waits_for_nobody():
    kind = {"service_type": "repair"}
    others = [ticket("T2", 0, kind, received=0, arrived=4, resolved=5)]
    others += [ticket(f"T{i}", 0, kind, received=0, resolved=1) for i in (3, 4)]
    assert row(ticket(fields=kind, received=0), "arrival", others=others) is None


def test_a_moment_promised_before_the_start_was_missed_from_the_first_second():
    it = row(ticket(fields={"due_resolution": at(-1)}, received=0, resolved=1))
    assert it["verdict"] == "missed" and it["ratio"] == 2


def test_a_due_year_typed_wrongly_does_not_break_the_reading():
    it = row(ticket(fields={"due_resolution": at(0) + 10**12}, received=0, resolved=1))
    assert it["verdict"] == "met" and math.isfinite(it["ratio"])


def test_of_events_in_the_same_second_the_start_comes_first():
    swapped = Ticket("T1", {}, [Event("resolved", at(1)), Event("received", at(1))])
    assert row(swapped)["spent_s"] == 0 and row(swapped)["ended"]


def test_of_no_tickets_the_tables_are_empty():
    facts = tables([])
    assert (facts.tickets.num_rows, facts.clocks.num_rows, facts.clock_names) == (0, 0, [])


def test_a_ticket_closed_again_without_a_new_solution_keeps_what_was_recorded():
    events = [Event("received", at(0)), Event("resolved", at(2)), Event("reopened", at(5)), Event("closed", at(9))]
    it = row(Ticket("T1", {"status": "closed"}, events))
    assert (it["unknown"], it["ended"], it["recorded_s"]) == (True, False, 2 * HOUR)


def test_a_wrong_start_does_not_unmake_a_promised_moment():
    """Closed before it was opened, and at the second that was promised: met, though no duration."""
    it = row(ticket(fields={"due_resolution": at(1)}, received=3, resolved=1))
    assert (it["verdict"], it["reversed"]) == ("met", True)
    assert row(ticket(fields={"due_resolution": at(1)}, received=3, resolved=1.5))["verdict"] == "missed"


def test_a_bad_label_on_a_solved_ticket_is_a_promise_missed():
    assert row(ticket(fields={"sla_met": False}, received=0, resolved=5))["verdict"] == "missed"
