"""What became of each ticket, as far as the source tells."""

from datetime import UTC, datetime

import numpy as np
import pytest

from jishi.core.history import Event
from jishi.facts import tables
from jishi.facts.repeats import problem

from .told import DAY, HOUR, at, ticket


def column(tickets, name, as_of=None):
    return tables(tickets, as_of=as_of).tickets[name].to_pylist()


def calls(*days, customer="Chen", **fields):
    return [
        ticket(f"{customer}{i}", 0, {"customer": customer, **fields}, received=day * 24) for i, day in enumerate(days)
    ]


def rate(tickets, as_of=None):
    facts = tables(tickets, as_of=as_of if as_of is not None else at(1000)).tickets
    return sum(facts["repeated"].to_pylist()), sum(facts["episode"].to_pylist())


def test_what_nobody_recorded_is_unknown_not_zero():
    names = tables([ticket(received=0, resolved=1)]).tickets.column_names
    assert not {"reopens", "escalations", "complaint", "score100", "solved_at_once", "chases", "entries"} & set(names)


def test_a_repeat_comes_within_seven_days_of_the_first_contact():
    assert rate(calls(0, 7)) == (1, 1)
    assert rate(calls(0, 7.01)) == (0, 2)


def test_the_window_stands_still():
    """Days 0, 5 and 10: the third opens an episode of its own."""
    assert rate(calls(0, 5, 10)) == (1, 2)


def test_an_episode_counts_when_its_seven_days_are_over():
    assert rate(calls(0, 5), as_of=at(7 * 24)) == (1, 1)
    assert rate(calls(0, 5), as_of=at(7 * 24) - 1) == (0, 0)


@pytest.mark.parametrize("other", [{"customer": "Zhou"}, {"product": "pump"}, {"subcategory": "noise"}])
def test_another_customer_product_or_problem_is_no_repeat(other):
    assert rate([*calls(0), *calls(1, **other)]) == (0, 2)


def test_a_masked_name_stands_for_many_and_proves_no_repeat():
    assert problem(ticket(fields={"customer": "陈*"}, received=0)) is None
    assert problem(ticket(fields={"customer": "陈*", "serial": "B-7"}, received=0)) is not None
    assert "repeated" not in tables(calls(0, 1, customer="陈*")).tickets.column_names


def test_a_cancelled_ticket_is_no_contact():
    cancelled = ticket("X", 0, {"customer": "Chen", "status": "cancelled"}, received=24)
    assert rate([*calls(0), cancelled]) == (0, 1)


def test_solved_at_once_is_one_contact_without_repeat_transfer_or_reopening():
    def of(**fields):
        return ticket(fields={"contacts": 1, "status": "closed", **fields}, received=0, resolved=1)

    tickets = [of(), of(contacts=2), of(transfers=1), of(reopens=1), of(status="open")]
    assert column(tickets, "solved_at_once") == [True, False, False, False, False]


def test_scores_become_points_of_a_hundred():
    """C8: eight of ten is eighty; satisfied are the two best marks, of a hundred those from eighty on."""
    tickets = [
        ticket(fields={"score": s, "score_max": top}, received=0) for s, top in ((8, 10), (4, 5), (3, 5), (80, 100))
    ]
    assert column([*tickets, ticket(received=0)], "score100") == [80, 80, 60, 80, None]
    assert column(tickets, "content") == [False, True, False, True]


def test_the_scale_is_the_smallest_usual_one_that_holds_all_scores():
    assert column([ticket(fields={"score": s}, received=0) for s in (3, 5)], "score100") == [60, 100]
    assert column([ticket(fields={"score": s}, received=0) for s in (3, 6)], "score100") == [30, 60]


def test_completed_by_the_moment_agreed_is_on_time():
    def of(end=None, status="closed"):
        events = {"received": 0} | ({"resolved": end} if end is not None else {})
        return ticket(fields={"agreed": at(10), "status": status}, **events)

    tickets = [of(10), of(11), of(status="open"), ticket(received=0, resolved=1)]
    assert column(tickets, "on_time", as_of=at(12)) == [True, False, False, None]
    assert column(tickets[2:], "on_time", as_of=at(9)) == [None, None]


def test_closing_a_finished_ticket_later_does_not_make_it_late():
    done = ticket(fields={"agreed": at(10), "status": "closed"}, received=0, resolved=9, closed=30)
    assert column([done], "on_time", as_of=at(40)) == [True]


def test_an_appointment_is_kept_by_who_arrives_in_time():
    def of(arrived=None, status="open"):
        events = {"received": 0} | ({"arrived": arrived} if arrived is not None else {})
        return ticket(fields={"visit": at(10), "status": status}, **events)

    tickets = [of(10), of(11), of(), of(status="cancelled"), ticket(received=0, arrived=1)]
    assert column(tickets, "on_appointment", as_of=at(12)) == [True, False, False, None, None]
    assert column(tickets[2:], "on_appointment", as_of=at(9)) == [None, None, None]


def test_an_entry_is_late_after_ten_minutes():
    late = ticket(received=0, resolved=1)
    late.events = [Event("received", at(0), at(0) + 600), Event("resolved", at(1), at(1) + 601)]
    facts = tables([late]).tickets
    assert (facts["entries"].to_pylist(), facts["late_entries"].to_pylist()) == ([2], [1])


def test_a_month_is_that_of_the_clock_on_the_wall():
    """17:00 UTC on 31 March is April in Shanghai."""
    last = ticket(received=0)
    last.events = [Event("received", int(datetime(2026, 3, 31, 17, tzinfo=UTC).timestamp()))]
    assert tables([last], zone="Asia/Shanghai").tickets["month"].to_pylist() == ["2026-04"]
    assert tables([last], zone="Europe/Berlin").tickets["month"].to_pylist() == ["2026-03"]


def test_weeks_are_those_of_iso():
    tickets = [ticket(received=24 * day) for day in range(0, 3000, 13)]
    moments = [datetime.fromtimestamp(at(24 * day), UTC) for day in range(0, 3000, 13)]
    expected = [f"{m.isocalendar().year}-W{m.isocalendar().week:02}" for m in moments]
    facts = tables(tickets, zone="UTC").tickets
    assert facts["week"].to_pylist() == expected
    assert facts["weekday"].to_pylist() == [str(m.isoweekday()) for m in moments]


def test_the_cut_off_is_the_last_moment_told_that_is_not_in_the_future():
    tickets = [ticket(received=0, resolved=5), ticket(received=1, resolved=10_000)]
    assert tables(tickets).as_of == at(10_000)
    assert tables(tickets, now=at(100)).as_of == at(5)


def test_as_of_a_moment_nothing_later_is_known():
    tickets = [ticket(fields={"status": "closed"}, received=0, resolved=50), ticket(received=30)]
    facts = tables(tickets, as_of=at(20))
    assert facts.tickets.num_rows == 1
    assert facts.tickets["backlog"].to_pylist() == [True]
    later = tables(tickets, as_of=at(60))
    assert later.tickets["backlog"].to_pylist() == [False, True]


def test_an_end_in_the_future_of_a_closed_ticket_is_unknown_not_open():
    tickets = [ticket(fields={"status": "closed"}, received=0, resolved=99_999), ticket(received=0, resolved=3)]
    clock = tables(tickets, now=at(10)).clock("resolution")
    assert clock["unknown"].to_pylist() == [True, False]


def test_spans_are_whole_seconds():
    facts = tables([ticket(received=0, resolved=2 * DAY / HOUR)])
    assert facts.clocks["spent_s"].to_numpy().dtype == np.int64


def test_a_ticket_reopened_after_its_end_is_in_the_backlog():
    again = ticket(received=0, resolved=1, reopened=2)
    assert column([again, ticket(received=0, resolved=1)], "backlog") == [True, False]
