"""Percentiles, and how far a figure can be trusted."""

import pytest

from jishi.core.quantile import mean_interval, percentile, percentile_interval, wilson

MINUTES = [3, 4, 5, 5, 6, 7, 8, 9, 10, 12, 15, 18, 20, 25, 30, 45, 60, 90, 240, 600]


def test_percentiles_are_those_of_a_spreadsheet():
    assert percentile(MINUTES, 0.5) == 13.5
    assert percentile(MINUTES, 0.9) == pytest.approx(105.0)
    assert percentile(MINUTES, 0.95) == pytest.approx(258)
    assert percentile([], 0.5) is None


def test_the_interval_of_a_median_is_two_of_the_values():
    assert percentile_interval(MINUTES, 0.5) == (7, 30)


def test_twenty_values_hold_no_upper_end_for_the_ninetieth_percentile():
    low, high = percentile_interval(MINUTES, 0.9)
    assert low is not None and high is None
    assert percentile_interval([], 0.5) == (None, None)


def test_shares_have_wilsons_interval():
    assert wilson(17, 20) == pytest.approx((0.6396, 0.9476), abs=5e-5)
    assert wilson(0, 30) == pytest.approx((0, 0.1135), abs=5e-5)
    assert wilson(30, 30)[1] == 1.0
    assert wilson(0, 0) is None


def test_one_value_has_no_interval():
    assert mean_interval(9, 0, 1) is None
    assert mean_interval(80, 10, 100) == pytest.approx((78.04, 81.96), abs=5e-3)
