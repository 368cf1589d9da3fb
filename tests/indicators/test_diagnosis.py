"""From what was read to the dict everything is written from."""

import json
from types import SimpleNamespace

import pytest

from jishi import facts
from jishi.core.refused import Refused
from jishi.indicators.baseline import window
from jishi.indicators.diagnosis import diagnose, dimension_of
from jishi.indicators.distribution import distribution

from ..facts.told import HOUR, ticket
from .company import company, tables, told

KEYS = (
    "jishi file as_of tickets events span columns unused clocks groups indicators trend distribution pareto "
    "pareto_missed baseline reopened quality errors"
)
CLOCK = "n open unknown reversed mean_s median_s p90_s max_s min_s within km as_recorded label calendar"


@pytest.fixture(scope="module")
def diagnosis():
    tickets = company()
    return diagnose(told(tickets), tables(tickets))


def test_the_diagnosis_is_plain_json(diagnosis):
    assert set(diagnosis) == set(KEYS.split())
    assert json.loads(json.dumps(diagnosis, allow_nan=False))["tickets"] == diagnosis["tickets"]
    assert all(set(clock) == set(CLOCK.split()) for clock in diagnosis["clocks"].values())
    assert set(diagnosis["clocks"]["resolution"]["within"]) == {
        *("met", "missed", "late", "no_target", "open", "share", "interval", "by")
    }


@pytest.mark.parametrize("dimension", ["department", "category", "month"])
def test_groups_add_up_to_the_whole(diagnosis, dimension):
    groups = diagnosis["groups"][dimension].values()
    assert sum(figures["tickets"] for figures in groups) == diagnosis["tickets"]
    for count in ("n", "open", "unknown", "reversed"):
        of_groups = [figures["clocks"].get("resolution", {}).get(count, 0) for figures in groups]
        assert sum(of_groups) == diagnosis["clocks"]["resolution"][count]


def test_the_trend_is_in_order_of_months(diagnosis):
    months = [row["month"] for row in diagnosis["trend"]]
    assert months == sorted(months) and sum(row["tickets"] for row in diagnosis["trend"]) == diagnosis["tickets"]


def test_the_distribution_holds_every_time(diagnosis):
    for name, clock in diagnosis["clocks"].items():
        bars = diagnosis["distribution"][name]
        assert (sum(bars["ended"]), sum(bars["open"])) == (clock["n"], clock["open"])
        assert len(bars["edges_s"]) == len(bars["ended"]) + 1
        assert bars["edges_s"][0] == 0 and bars["edges_s"][-1] is None


def test_a_time_at_an_edge_belongs_to_the_bar_that_begins_there():
    spans = [0.2, 0.5, 0.999, 1, 1.5, 5]
    tickets = [ticket(f"T{i}", received=0, resolved=span) for i, span in enumerate(spans)]
    bars = distribution(tables(tickets), "resolution")
    by_edge = dict(zip(bars["edges_s"], bars["ended"], strict=False))
    assert (by_edge[HOUR / 2], by_edge[HOUR], sum(bars["ended"])) == (2, 2, 6)


def test_other_stands_last_in_the_pareto_and_missed_promises_have_their_rate(diagnosis):
    assert diagnosis["pareto"]["rows"][-1]["value"] == "其他"
    missed = diagnosis["pareto_missed"]
    assert sum(row["count"] for row in missed["rows"]) == diagnosis["clocks"]["resolution"]["within"]["missed"]
    assert all(row["rate"] == row["count"] / row["judged"] for row in missed["rows"])
    recorded = diagnosis["clocks"]["resolution"]["as_recorded"]
    assert sum(row["ended"] for row in missed["rows"]) == recorded["with_target"] - recorded["met"]


def test_tickets_without_a_category_are_missing_not_a_category():
    tickets = [ticket(f"T{i}", 0, {"category": c}, received=0) for i, c in enumerate(["a", "a", "b", None])]
    pareto = diagnose(told(tickets), tables(tickets))["pareto"]
    assert [(row["value"], row["share"]) for row in pareto["rows"]] == [("a", 2 / 3), ("b", 1 / 3)]
    assert pareto["missing"] == 1


def test_the_baseline_is_the_last_six_whole_months(diagnosis):
    """The cut-off lies in September: it is not over."""
    assert diagnosis["as_of"].startswith("2026-09")
    assert (diagnosis["baseline"]["since"], diagnosis["baseline"]["until"]) == ("2026-03", "2026-08")


def test_a_gap_of_months_does_not_stretch_the_baseline():
    """March, April, then October; November has begun."""
    tickets = [ticket(f"T{m}", 0, {}, received=24 * 30 * m) for m in (0, 1, 8, 9)]
    assert window(facts.tables(tickets)) == ["2026-10"]


def test_what_was_asked_for_is_what_is_grouped():
    tickets = [ticket("T1", 0, {"department": "repair", "Ward": "5"}, received=0)]
    seen = told(tickets, columns=[])
    assert list(diagnose(seen, tables(tickets), by=["ward"])["groups"]) == ["Ward"]
    with pytest.raises(Refused, match="no-such-dimension"):
        diagnose(seen, tables(tickets), by=["colour"])


def test_a_dimension_may_be_asked_for_by_the_name_of_its_column():
    tickets = [ticket("T1", 0, {"channel": "phone"}, received=0)]
    seen = told(tickets, columns=[SimpleNamespace(column="Source", taken_for="channel")])
    assert dimension_of("source", seen, tables(tickets)) == "channel"


def test_reopenings_nobody_counted_are_unknown():
    tickets = [ticket(received=0, resolved=1)]
    assert diagnose(told(tickets), tables(tickets))["reopened"] is None
