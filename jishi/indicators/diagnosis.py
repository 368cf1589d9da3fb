"""From a file that was read to its diagnosis: the dict that the summary, the report and the JSON are written from."""

from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from zoneinfo import ZoneInfo

import pyarrow.compute as pc

from jishi.core.refused import Refused
from jishi.facts import Facts

from . import paretos
from .baseline import baseline
from .distribution import distribution
from .grouping import NONE, by, whole
from .measured import measured
from .quality import Finding, survey

USUAL = ("department", "team", "channel", "priority", "category", "service_type", "supplier", "month")
LARGEST = 50


def diagnose(
    told, facts: Facts, by: Sequence[str] | None = None, progress: Callable[[str], object] = lambda _step: None
) -> dict[str, object]:
    """See docs/ANALYSIS.md. `by`: dimensions or column names; by default those of USUAL that the file has.

    `progress` is called with the name of each step. Refuses a dimension the file does not have ("no-such-dimension").
    """
    dimensions = [dimension_of(name, told, facts) for name in by] if by else _usual(facts)
    progress("measuring")
    overall = measured(facts, whole(facts))[0]
    groups, summed = _groups(facts, dimensions, progress)
    progress("quality")
    return {
        "jishi": _version(),
        "file": dict(told.file)
        | {"zone": facts.zone, "zone_assumed": bool(getattr(told.mapping, "zone_assumed", False))},
        "as_of": _iso(facts, facts.as_of),
        "tickets": facts.tickets.num_rows,
        "events": told.events,
        "span": _span(facts),
        "columns": [asdict(column) for column in told.columns],
        "unused": list(told.unused),
        "clocks": overall["clocks"],
        "groups": groups,
        "indicators": overall["indicators"],
        "trend": _trend(facts),
        "distribution": {name: distribution(facts, name) for name in facts.clock_names},
        "pareto": paretos.of_tickets(facts),
        "pareto_missed": paretos.of_missed(facts),
        "baseline": baseline(facts),
        "reopened": _reopened(facts),
        "quality": [finding.as_json() for finding in [*survey(told, facts), *summed]],
        "errors": [asdict(error) for error in told.errors],
    }


def dimension_of(name: str, told, facts: Facts) -> str:
    """A dimension by its own name or by that of the column it was taken from, capitals aside."""
    columns = {column.column.casefold(): column.taken_for for column in told.columns}
    known = {dimension.casefold(): dimension for dimension in facts.dimensions}
    asked = name.strip().casefold()
    found = known.get(asked) or known.get(columns.get(asked, "").casefold())
    if found is None:
        raise Refused("no-such-dimension", dimension=name, known=", ".join(sorted(facts.dimensions)))
    return found


def _usual(facts: Facts) -> list[str]:
    return [name for name in USUAL if name in facts.dimensions]


def _groups(
    facts: Facts, dimensions: Sequence[str], progress: Callable[[str], object]
) -> tuple[dict[str, dict], list[Finding]]:
    """Figures by dimension and value, and a finding for each dimension whose smaller values were summed."""
    groups, summed = {}, []
    for dimension in dimensions:
        progress(dimension)
        division = by(facts, dimension, None if dimension == "month" else LARGEST)
        groups[dimension] = dict(zip(division.values, measured(facts, division), strict=True))
        if division.summed:
            summed.append(Finding("values-summed", division.summed, [], {"column": dimension, "kept": LARGEST}))
    return groups, summed


def _trend(facts: Facts) -> list[dict[str, object]]:
    division = by(facts, "month", limit=None)
    months = zip(division.values, measured(facts, division), strict=True)
    return [{"month": month, **figures} for month, figures in months if month != NONE]


def _reopened(facts: Facts) -> int | None:
    """None when the file does not tell."""
    if "reopens" not in facts.tickets.column_names:
        return None
    return pc.sum(pc.greater(facts.tickets["reopens"], 0)).as_py() or 0


def _span(facts: Facts) -> list[str | None]:
    """When the first and the last ticket was received."""
    received = facts.tickets["received"]
    return [None if at is None else _iso(facts, at) for at in (pc.min(received).as_py(), pc.max(received).as_py())]


def _iso(facts: Facts, at: int) -> str:
    return datetime.fromtimestamp(at, ZoneInfo(facts.zone)).isoformat()


def _version() -> str:
    try:
        return version("jishi")
    except PackageNotFoundError:
        return "0"
