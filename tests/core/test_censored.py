"""Open tickets count for as long as they were seen."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lifelines import AalenJohansenFitter, KaplanMeierFitter
from lifelines.utils import restricted_mean_survival_time

from jishi.core.censored import ENDED, LEFT, OPEN, observe
from jishi.core.quantile import percentile

TIMES = [1, 2, 2, 3, 4, 5, 6, 8, 8, 10]
ENDS = [1, 1, 0, 1, 1, 0, 1, 1, 0, 0]
WITH_CANCELLED = [1, 2, 2.5, 3, 4, 5, 6, 8, 9, 10]
WAYS = [1, 1, 0, 1, 2, 0, 1, 2, 0, 0]

histories = st.lists(st.tuples(st.integers(1, 40), st.sampled_from([0, 1, 1])), min_size=2, max_size=60)


def test_the_worked_example_of_ten_tickets():
    curve = observe(TIMES, ENDS)
    for t, staying in {1: 0.9, 2: 0.8, 3: 0.685714, 4: 0.571429, 6: 0.428571, 8: 0.285714}.items():
        assert curve.surviving(t) == pytest.approx(staying, abs=5e-7)
    assert curve.percentile(0.5) == 6
    assert curve.share_within(4) == pytest.approx(0.428571, abs=5e-7)


def test_an_interval_is_drawn_on_the_log_log_scale():
    low, high = observe(TIMES, ENDS).interval(4)
    assert (1 - high, 1 - low) == pytest.approx((0.2172, 0.8146), abs=5e-5)


def test_leaving_open_tickets_out_flatters():
    ended = [t for t, end in zip(TIMES, ENDS, strict=True) if end]
    assert percentile(ended, 0.5) == 3.5
    assert observe(TIMES, ENDS).percentile(0.5) == 6


def test_what_was_not_reached_yet_is_unknown_not_infinite():
    curve = observe(TIMES, ENDS)
    assert curve.percentile(0.8) is None and curve.percentile(0.9) is None
    assert curve.share_within(11) is None
    assert curve.longest == 10


def test_beyond_the_last_end_all_is_known_when_all_have_ended():
    assert observe([1, 2, 3], [ENDED, ENDED, ENDED]).share_within(100) == 1.0
    assert observe([1, 2, 3], [ENDED, ENDED, OPEN]).share_within(100) is None


def test_the_mean_within_a_span_is_the_area_under_the_curve():
    assert observe(TIMES, ENDS).mean_within(8) == pytest.approx(5.385714, abs=5e-7)


def test_a_cancelled_ticket_is_another_way_out_not_a_late_one():
    curve = observe(WITH_CANCELLED, WAYS)
    cancelled = observe(WITH_CANCELLED, [{ENDED: LEFT, LEFT: ENDED, OPEN: OPEN}[way] for way in WAYS])
    assert curve.share_within(10) == pytest.approx(0.457143, abs=5e-7)
    assert cancelled.share_within(10) == pytest.approx(0.257143, abs=5e-7)
    as_if_still_open = observe(WITH_CANCELLED, [ENDED if way == ENDED else OPEN for way in WAYS])
    assert as_if_still_open.share_within(10) == pytest.approx(0.485714, abs=5e-7)


def test_the_interval_with_cancelled_tickets_agrees_with_lifelines():
    fitter = AalenJohansenFitter(calculate_variance=True).fit(WITH_CANCELLED, WAYS, event_of_interest=1)
    curve = observe(WITH_CANCELLED, WAYS)
    for t in (3, 5, 8, 10):
        share = curve.share_within(t)
        spread = fitter.variance_.iloc[fitter.variance_.index.searchsorted(t, side="right") - 1].item() ** 0.5
        reach = 1.959964 * spread / ((1 - share) * -np.log(1 - share))
        low, high = 1 - (1 - share) ** np.exp(-reach), 1 - (1 - share) ** np.exp(reach)
        assert curve.interval(t) == pytest.approx((low, high), abs=1e-6)


def test_cancelled_tickets_may_leave_the_denominator():
    """Without open tickets the share among those that stayed is a plain ratio."""
    curve = observe([1, 2, 3, 4, 5], [ENDED, LEFT, ENDED, LEFT, ENDED])
    assert curve.share_within(3) == pytest.approx(2 / 5)
    assert curve.share_within(3, leavers=False) == pytest.approx(2 / 4)
    assert curve.percentile(0.5, leavers=False) == 3
    assert curve.percentile(0.9) is None and curve.percentile(0.9, leavers=False) == 5


def test_the_interval_without_leavers_is_that_of_a_ratio_when_all_was_seen():
    """200 tickets, a fifth cancelled at once, no open ones: the variance is that of a share among 160."""
    curve = observe([0] * 40 + [1] * 96 + [9] * 64, [LEFT] * 40 + [ENDED] * 160)
    assert curve.share_within(1, leavers=False) == pytest.approx(0.6)
    low, high = curve.interval(1, leavers=False)
    reach = 1.959964 * (0.6 * 0.4 / 160) ** 0.5 / (0.4 * -np.log(0.4))
    assert (low, high) == pytest.approx((1 - 0.4 ** np.exp(-reach), 1 - 0.4 ** np.exp(reach)), abs=1e-6)


@given(histories)
@settings(max_examples=60, deadline=None)
def test_every_curve_agrees_with_lifelines(history):
    times, ends = zip(*history, strict=True)
    curve, fitter = observe(times, ends), KaplanMeierFitter().fit(times, ends)
    for t in range(1, max(times) + 1, 3):
        assert curve.surviving(t) == pytest.approx(float(fitter.predict(t)), abs=1e-9)
    middle = fitter.median_survival_time_
    if not np.isclose(curve.staying, 0.5).any():  # lifelines' rounding misses a curve that touches one half
        assert curve.percentile(0.5) == (None if np.isinf(middle) else pytest.approx(middle))
    assert curve.mean_within(max(times)) == pytest.approx(restricted_mean_survival_time(fitter, t=max(times)))


@given(histories)
@settings(max_examples=60, deadline=None)
def test_every_interval_agrees_with_lifelines(history):
    times, ends = zip(*history, strict=True)
    bounds = KaplanMeierFitter().fit(times, ends).confidence_interval_
    for t in sorted({t for t, end in history if end}):
        interval = observe(times, ends).interval(t)
        if interval:
            low, high = bounds.loc[:t].iloc[-1]
            assert interval == pytest.approx((1 - high, 1 - low), abs=1e-9)


def test_the_middle_is_where_the_curve_touches_one_half():
    assert observe([1, 2, 3, 4], [1, 1, 1, 1]).percentile(0.5) == 2


def test_of_no_tickets_nothing_is_known():
    curve = observe([], [])
    assert curve.percentile(0.5) is None and curve.share_within(0) is None and curve.interval(1) is None


def test_when_all_are_open_none_has_ended_as_long_as_we_saw():
    curve = observe([3, 5], [OPEN, OPEN])
    assert curve.share_within(4) == 0.0 and curve.share_within(6) is None and curve.percentile(0.5) is None
