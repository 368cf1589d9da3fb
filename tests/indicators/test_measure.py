"""Every number of the catalogue, counted a second time by hand."""

from collections.abc import Callable

import numpy as np
import pytest
from lifelines import KaplanMeierFitter

from jishi.core.history import Ticket
from jishi.indicators.catalogue import CLOCKS, CURVES, INDICATORS, TICKETS
from jishi.indicators.grouping import by, whole
from jishi.indicators.measure import measure_clocks, measure_tickets
from jishi.indicators.measured import measured

from ..facts.told import DAY, at, ticket
from .company import NOW, company, tables

COMPANY = [t for t in company() if t.events[0].at <= NOW]


def first(of: Ticket, kind: str) -> int | None:
    return next((event.at for event in of.events if event.kind == kind and event.at <= NOW), None)


def done(of: Ticket) -> bool:
    return first(of, "resolved") is not None


def gone(of: Ticket) -> bool:
    return first(of, "cancelled") is not None


def spans(tickets: list[Ticket], end: str) -> list[int]:
    pairs = [(first(t, "received"), first(t, end)) for t in tickets]
    return [b - a for a, b in pairs if b is not None]


def share(tickets: list[Ticket], hit: Callable, among: Callable) -> float:
    cases = [t for t in tickets if among(t)]
    return sum(map(bool, map(hit, cases))) / len(cases)


BY_HAND = {
    "tickets": len,
    "backlog": lambda ts: sum(not done(t) and not gone(t) for t in ts),
    "resolution_rate": lambda ts: share(ts, done, lambda t: not gone(t)),
    "reopen_rate": lambda ts: share(ts, lambda t: t.fields["reopens"], lambda t: done(t) or t.fields["reopens"]),
    "complaint_rate": lambda ts: share(ts, lambda t: t.fields["complaint"], lambda t: True),
    "csat_mean": lambda ts: np.mean([20 * t.fields["score"] for t in ts if "score" in t.fields]),
    "csat_share": lambda ts: share(ts, lambda t: t.fields["score"] >= 4, lambda t: "score" in t.fields),
    "csat_answers": lambda ts: share(ts, lambda t: "score" in t.fields, lambda t: "score" in t.fields or done(t)),
    "entry_lag_share": lambda ts: share(ts, lambda t: entry(t).recorded_at - entry(t).at > 600, lambda t: True),
}


def entry(of: Ticket):
    return next(event for event in of.events if event.kind == "received")


@pytest.mark.parametrize("name", BY_HAND)
def test_an_indicator_of_tickets_counted_by_hand(name):
    facts = tables(COMPANY)
    division = by(facts, "department")
    groups = dict(zip(division.values, measure_tickets(facts, [INDICATORS[name]], division), strict=True))
    assert measure_tickets(facts, [INDICATORS[name]], whole(facts))[0][name].value == pytest.approx(
        BY_HAND[name](COMPANY)
    )
    for value, department in (("repair", "repair"), ("advice", "advice"), ("(none)", None)):
        mine = [t for t in COMPANY if t.fields["department"] == department]
        assert groups[value][name].value == pytest.approx(BY_HAND[name](mine))


@pytest.mark.parametrize("end", ["resolved", "contacted"])
def test_the_spans_of_a_clock_are_those_of_numpy(end):
    facts = tables(COMPANY)
    clock = {"resolved": "resolution", "contacted": "contact"}[end]
    row = measure_clocks(facts, CLOCKS, whole(facts))[0][clock]
    recorded = spans(COMPANY, end)
    ended = [span for span in recorded if span >= 0]
    assert row["n"].value == len(ended) and row["reversed"].value == len(recorded) - len(ended)
    for name, of in (("", ended), ("recorded_", recorded)):
        found = [row[f"{name}{statistic}_s"].value for statistic in ("mean", "median", "p90", "min", "max")]
        assert found == pytest.approx([np.mean(of), *np.quantile(of, [0.5, 0.9]), min(of), max(of)])


def test_verdicts_add_up_to_all_that_were_not_cancelled():
    row = measure_clocks(tables(COMPANY), CLOCKS, whole(tables(COMPANY)))[0]["resolution"]
    judged = sum(row[name].value for name in ("met", "missed", "within_open", "no_target"))
    assert judged == len([t for t in COMPANY if not gone(t)])
    due = [t for t in COMPANY if not gone(t) and "due_resolution" in t.fields]
    met = [t for t in due if done(t) and first(t, "resolved") <= t.fields["due_resolution"]]
    missed = [t for t in due if t not in met and t.fields["due_resolution"] < (first(t, "resolved") or NOW)]
    assert (row["met"].value, row["missed"].value) == (len(met), len(missed))
    assert row["attainment"].value == pytest.approx(len(met) / (len(met) + len(missed)))
    low, high = row["attainment"].interval
    assert low < row["attainment"].value < high


def test_the_estimates_that_count_open_tickets_are_those_of_lifelines():
    """Without cancelled tickets, which lifelines has no way to leave out of the denominator."""
    kept = [t for t in COMPANY if not gone(t)]
    km = measured(tables(kept), whole(tables(kept)))[0]["clocks"]["resolution"]["km"]
    spent = [(first(t, "resolved") or NOW) - first(t, "received") for t in kept]
    ended = [done(t) for t in kept]
    assert km["median_s"] == KaplanMeierFitter().fit(spent, ended).median_survival_time_
    promised = [(s / (t.fields["due_resolution"] - first(t, "received")), e)
                for s, e, t in zip(spent, ended, kept, strict=True) if "due_resolution" in t.fields]  # fmt: skip
    fitter = KaplanMeierFitter().fit(*zip(*promised, strict=True))
    assert km["share_within"] == pytest.approx(1 - fitter.predict(1))


def test_an_indicator_without_its_column_is_absent_never_zero():
    facts = tables([ticket(received=0, resolved=1)])
    row = measure_tickets(facts, TICKETS, whole(facts))[0]
    assert row["complaint_rate"].value is None and row["complaint_rate"].reason == "not-told"
    assert row["chases"].value is None


def test_a_share_among_nobody_has_no_value():
    facts = tables([ticket(fields={"reopens": 0}, received=0), ticket("T2", received=0)])
    row = measure_tickets(facts, TICKETS, whole(facts))[0]["reopen_rate"]
    assert (row.value, row.reason) == (None, "no-cases")


def test_the_largest_values_are_named_and_the_rest_is_summed():
    sizes = {"a": 5, "b": 4, "c": 2, "d": 1}
    tickets = [ticket(f"{v}{i}", 0, {"team": v}, received=0) for v, n in sizes.items() for i in range(n)]
    division = by(tables([*tickets, ticket("x", received=0)]), "team", limit=2)
    assert (division.values, division.summed) == (["a", "b", "(other)", "(none)"], 2)
    assert np.bincount(division.codes).tolist() == [5, 4, 3, 1]


def test_every_number_has_a_name_of_its_own_words_and_a_formula():
    entries = [*TICKETS, *CLOCKS, *CURVES]
    assert len({entry.name for entry in entries}) == len(entries) == len(INDICATORS)
    assert all(entry.title and entry.formula and entry.unit in ("share", "s", "points", "count") for entry in entries)


def test_three_days_are_three_days():
    """The trap: spans over a change of the clocks are elapsed time."""
    facts = tables([ticket(received=0, resolved=72)])
    assert measure_clocks(facts, CLOCKS, whole(facts))[0]["resolution"]["median_s"].value == 3 * DAY


def test_the_repeat_rate_is_of_first_contacts():
    """Three calls of one customer, the third after the window, and one call of another."""
    calls = [("Chen", 0), ("Chen", 5), ("Chen", 10), ("Zhou", 0)]
    tickets = [ticket(f"T{i}", 0, {"customer": name}, received=24 * day) for i, (name, day) in enumerate(calls)]
    tickets.append(ticket("T9", 0, {}, received=24 * 30))
    facts = tables(tickets)
    assert measure_tickets(facts, [INDICATORS["repeat_rate"]], whole(facts))[0]["repeat_rate"].value == 1 / 3


def test_cancelled_tickets_leave_the_denominator_of_the_estimates():
    """Two cancelled at once, two solved after two and three hours, all promised in two and a half."""
    ends = [{"cancelled": 1}, {"cancelled": 1}, {"resolved": 2}, {"resolved": 3}]
    tickets = [ticket(f"T{i}", 0, {"due_resolution": at(2.5)}, received=0, **end) for i, end in enumerate(ends)]
    km = measured(tables(tickets), whole(tables(tickets)))[0]["clocks"]["resolution"]["km"]
    assert km["median_s"] == 7200 and km["share_within"] == pytest.approx(0.5)


def test_the_estimate_of_a_group_is_that_of_its_tickets_alone():
    facts = tables(COMPANY)
    division = by(facts, "category")
    for value, figures in zip(division.values, measured(facts, division), strict=True):
        alone = tables([t for t in COMPANY if t.fields["category"] == value])
        assert figures["clocks"]["resolution"]["km"] == measured(alone, whole(alone))[0]["clocks"]["resolution"]["km"]
