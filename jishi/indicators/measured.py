"""The figures of each group as the diagnosis writes them (docs/ANALYSIS.md)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import pyarrow.compute as pc

from jishi.facts import Facts

from .catalogue import CLOCKS, CURVES, TICKETS
from .curves import Reading, estimate
from .figure import Figure
from .grouping import Grouping
from .measure import measure_clocks, measure_tickets

SPANS = ("mean_s", "median_s", "p90_s", "max_s", "min_s")
WAYS = ("target", "policy", "label")  # how a verdict came about, the strongest first


@dataclass(frozen=True, slots=True)
class Rules:
    """By what a clock was judged, and on which calendar its time was counted."""

    by: str | None
    calendar: str


def measured(facts: Facts, division: Grouping) -> list[dict[str, object]]:
    """For each group: how many tickets, every clock, every indicator."""
    tickets = measure_tickets(facts, TICKETS, division)
    clocks = measure_clocks(facts, CLOCKS, division)
    curves = {name: estimate(facts, name, CURVES, division) for name in facts.clock_names}
    rules = {name: rules_of(facts, name) for name in facts.clock_names}
    return [
        {
            "tickets": tickets[group]["tickets"].value or 0,
            "clocks": {name: _clock(row, curves[name][group], rules[name]) for name, row in clocks[group].items()},
            "indicators": {name: each.as_json() for name, each in tickets[group].items()},
        }
        for group in range(len(division.values))
    ]


def rules_of(facts: Facts, clock: str) -> Rules:
    """The strongest way a verdict came about on this clock, and the calendar most of its promises were counted on."""
    rows = facts.clock(clock).select(["source", "calendar"])
    sources = set(rows["source"].unique().to_pylist())
    calendars = Counter(rows.filter(pc.equal(rows["source"].cast("string"), "policy"))["calendar"].to_pylist())
    most = max(calendars, key=calendars.__getitem__, default="always")
    return Rules(next((way for way in WAYS if way in sources), None), most)


def _clock(row: dict[str, Figure], curve: dict[str, Reading], rules: Rules) -> dict[str, object]:
    value = {name: each.value for name, each in row.items()}
    return {
        **_pick(value, ("n", "open", "unknown", "reversed", *SPANS)),
        "within": _within(value, row["attainment"], rules),
        "km": _estimate(curve, rules),
        "as_recorded": _as_recorded(value, row["recorded_attainment"]),
        "label": _label(row["label_attainment"]),
        "calendar": rules.calendar,
    }


def _within(value: dict[str, object], attainment: Figure, rules: Rules) -> dict[str, object]:
    counts = _pick(value, ("met", "missed", "late", "no_target"))
    judged = {"share": attainment.value, "interval": attainment.interval, "by": rules.by}
    return {**counts, "open": value["within_open"], **judged}


def _estimate(curve: dict[str, Reading], rules: Rules) -> dict[str, Reading]:
    """A label says whether, not by when: no share can be estimated from it."""
    estimated = {name.removeprefix("km_"): reading for name, reading in curve.items()}
    return estimated if rules.by in ("target", "policy") else estimated | {"share_within": None, "interval": None}


def _as_recorded(value: dict[str, object], attainment: Figure) -> dict[str, object]:
    spans = {name: value[f"recorded_{name}"] for name in SPANS}
    met = _hits(attainment)
    return {"n": value["recorded_n"], **spans, "met": met, "with_target": attainment.n, "share": attainment.value}


def _label(attainment: Figure) -> dict[str, object] | None:
    if not attainment.n:
        return None
    return {"met": _hits(attainment), "n": attainment.n, "share": attainment.value}


def _hits(share: Figure) -> int:
    return round(share.value * share.n) if share.value is not None else 0


def _pick(value: dict[str, object], names: Sequence[str]) -> dict[str, object]:
    return {name: value[name] for name in names}
