"""A chart shows what the figures are."""

import pytest

from jishi.reports import charts

BINS = {"edges_s": [0, 3600, 14400, 86400, None], "ended": [0, 5, 9, 1], "open": [0, 0, 0, 2]}


def test_empty_bins_at_the_ends_are_left_out_and_the_last_has_no_end():
    assert charts.filled(BINS) == [(3600, 14400, 5, 0), (14400, 86400, 9, 0), (86400, None, 1, 2)]


@pytest.mark.parametrize(
    ("seconds", "place"), [(3600, 0), (9000, 0.5), (14400, 1), (50400, 1.5), (10**7, 2.5), (60, None)]
)
def test_a_duration_lies_in_its_bin_in_proportion(seconds, place):
    assert charts.place(charts.filled(BINS), seconds) == place


def test_open_tickets_are_hatched_upon_the_finished(diagnosis):
    drawn = charts.distribution(diagnosis["clocks"]["resolution"], diagnosis["distribution"]["resolution"])
    ended, still, _ = drawn["option"]["series"]
    assert (sum(ended["data"]), sum(still["data"])) == (1043, 241)
    assert still["itemStyle"]["color"] == "@hatch"
    assert len(drawn["edges"]) == len(drawn["says"]) == len(ended["data"])


def test_a_month_that_can_still_change_is_hollow(diagnosis):
    diagnosis["trend"][-1]["clocks"]["resolution"]["open"] = 90
    *firm, last = charts.trend(diagnosis["trend"], "resolution", "p90")["option"]["series"][0]["data"]
    assert all(isinstance(point, float) for point in firm)
    assert last["itemStyle"]["color"] == "@surface"


def test_a_month_whose_median_is_not_reached_is_a_gap(diagnosis):
    diagnosis["trend"][2]["clocks"]["resolution"] |= {"open": 300, "km": {"median_s": None}}
    assert charts.trend(diagnosis["trend"], "resolution", "median")["option"]["series"][0]["data"][2] is None


def test_each_year_stands_under_its_first_month():
    months = [{"month": f"2025-{i:02}"} for i in (11, 12)] + [{"month": f"2026-{i:02}"} for i in range(1, 5)]
    assert charts.month_labels(months) == ["11\n2025", "12", "1\n2026", "2", "3", "4"]


def test_many_months_are_named_by_their_year(crowded):
    assert {name for name in charts.month_labels(crowded["trend"]) if name} == {"2016", "2018", "2020", "2022", "2024"}


def test_durations_are_drawn_from_nothing_and_shares_near_where_they_move(diagnosis):
    def axis(worth):
        return charts.trend(diagnosis["trend"], "resolution", worth)["option"]["yAxis"]

    assert axis("median")["min"] == 0
    assert (axis("share")["min"], axis("share")["max"]) == (60, 100)
