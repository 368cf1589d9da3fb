"""Numbers about clocks: each is measured for every clock that the source tells of."""

from django.utils.translation import gettext_noop as _

from jishi.indicators.indicator import Estimate, Indicator, finite, share


def _ended(t):
    """Seconds of the spans that ended, and not before they began."""
    return t.ended.ifelse(t.spent_s, None)


def _closed(t):
    """Whether the source holds an end: how it would count itself."""
    return t.recorded_s.notnull()


def _verdicts(*names: str):
    return lambda t: t.verdict.isin(names).sum()


def _span(name: str, title: str, formula: str, measure, **more) -> Indicator:
    return Indicator(name, title, formula, "s", measure, lambda t: t.ended.sum(), better="down", **more)


def _tally(name: str, title: str, formula: str, measure, **more) -> Indicator:
    return Indicator(name, title, formula, "count", measure, lambda t: t.count(), **more)


CLOCKS: tuple[Indicator, ...] = (
    _tally("n", _("Ended"), _("times that ended, and not before they began"), lambda t: t.ended.sum()),
    _tally("open", _("Running"), _("times that have not ended at the cut-off"), lambda t: t.open.sum()),
    _tally("unknown", _("End unknown"), _("tickets that are over, with no end recorded"), lambda t: t.unknown.sum()),
    _tally("reversed", _("Reversed"), _("ends recorded before the start"), lambda t: t.reversed.sum()),
    _span("mean_s", _("Mean"), _("sum of the times that ended ÷ their number"), lambda t: _ended(t).mean()),
    _span("median_s", _("Median"), _("half of the times that ended were shorter"), lambda t: _ended(t).quantile(0.5)),
    _span("p90_s", _("90th percentile"), _("nine of ten times that ended were shorter; linear, as PERCENTILE.INC"),
          lambda t: _ended(t).quantile(0.9)),
    _span("max_s", _("Longest"), _("the longest time that ended"), lambda t: _ended(t).max()),
    _span("min_s", _("Shortest"), _("the shortest time that ended"), lambda t: _ended(t).min()),
    _tally("met", _("Kept"), _("ended by its due moment"), _verdicts("met")),
    _tally("missed", _("Missed"), _("ended after its due moment, or open past it"), _verdicts("missed", "late")),
    _tally("late", _("Open past due"), _("open past its due moment"), _verdicts("late")),
    _tally("within_open", _("Not yet due"), _("open, not past its due moment"), _verdicts("open")),
    _tally("no_target", _("No target"), _("nothing was promised: never counted as kept"), _verdicts("no_target")),
    share(
        "attainment",
        _("Promises kept"),
        _("kept ÷ (kept + missed); open past due is missed, open before due is not counted yet"),
        hits=lambda t: t.verdict == "met",
        among=lambda t: t.verdict.isin(("met", "missed", "late")),
        better="up",
    ),
    _tally("recorded_n", _("Ended, as recorded"), _("times with an end, reversed ones included"),
           lambda t: _closed(t).sum()),
    _span("recorded_mean_s", _("Mean, as recorded"), _("mean of end minus start, reversed ones included"),
          lambda t: t.recorded_s.mean()),
    _span("recorded_median_s", _("Median, as recorded"), _("median of end minus start, reversed ones included"),
          lambda t: t.recorded_s.quantile(0.5)),
    _span("recorded_p90_s", _("90th percentile, as recorded"),
          _("90th percentile of end minus start, reversed ones included"), lambda t: t.recorded_s.quantile(0.9)),
    _span("recorded_min_s", _("Shortest, as recorded"), _("least end minus start, reversed ones included"),
          lambda t: t.recorded_s.min()),
    _span("recorded_max_s", _("Longest, as recorded"), _("greatest end minus start"), lambda t: t.recorded_s.max()),
    share(
        "recorded_attainment",
        _("Promises kept, as recorded"),
        _("ended by the due moment ÷ ended with a due moment; open tickets left out"),
        hits=lambda t: t.verdict == "met",
        among=lambda t: _closed(t) & t.verdict.isin(("met", "missed")) & (t.source != "label"),
        better="up",
    ),
    share(
        "label_attainment",
        _("Promises kept, by the file's own label"),
        _("labelled as kept ÷ labelled, tickets without a target included"),
        hits=lambda t: t.label.fill_null(False),
        among=lambda t: t.label.notnull(),
        better="up",
    ),
)  # fmt: skip

CURVES: tuple[Estimate, ...] = (
    Estimate(
        "km_median_s",
        _("Median, open ones counted"),
        _("the time by which half of all tickets have ended (Kaplan–Meier; cancelled ones leave the denominator)"),
        "s",
        read=lambda times, _ratios: times.percentile(0.5, leavers=False),
        better="down",
    ),
    Estimate(
        "km_longest_s",
        _("Longest seen"),
        _("the longest time seen, ended or not; beyond it nothing is known"),
        "s",
        read=lambda times, _ratios: finite(times.longest),
    ),
    Estimate(
        "km_share_within",
        _("Promises kept, open ones counted"),
        _("share ended within the target, each time measured against its own target (Kaplan–Meier)"),
        "share",
        read=lambda _times, ratios: ratios.share_within(1, leavers=False),
        better="up",
    ),
    Estimate(
        "km_interval",
        _("Interval of the estimate"),
        _("95 % log-log interval of the share ended within the target"),
        "share",
        read=lambda _times, ratios: ratios.interval(1, leavers=False),
    ),
)
