"""Indicators over the fact tables: one query for each table and division."""

import threading
from collections.abc import Iterable, Sequence

import ibis
import numpy as np
import pyarrow as pa

from jishi.facts import Facts

from .figure import Figure, figure, untold
from .grouping import OUTSIDE, Grouping
from .indicator import Indicator

NEEDED = ("ended", "open", "unknown", "reversed", "spent_s", "recorded_s", "verdict", "source", "label")
_own = threading.local()  # an Ibis backend belongs to one thread


def measure_tickets(facts: Facts, indicators: Sequence[Indicator], division: Grouping) -> list[dict[str, Figure]]:
    """For each group of the division its figures by name. What the source does not tell of has no value."""
    told = [indicator for indicator in indicators if set(indicator.needs) <= set(facts.tickets.column_names)]
    dimensions = set(facts.dimensions) | {"id", "row"}
    columns = [name for name in facts.tickets.column_names if name not in dimensions]
    rows = _query(facts.tickets.select(columns), division.codes, told, ())
    blank = {indicator.name: untold(indicator) for indicator in indicators if indicator not in told}
    return [_figures(told, rows.get((group,))) | blank for group in range(len(division.values))]


def measure_clocks(
    facts: Facts, indicators: Sequence[Indicator], division: Grouping
) -> list[dict[str, dict[str, Figure]]]:
    """For each group of the division, for each clock that ran in it, the figures by name."""
    codes = division.codes[facts.clocks["ticket"].to_numpy()]
    rows = _query(facts.clocks.select(["clock", *NEEDED]), codes, indicators, ("clock",))
    found: list[dict[str, dict[str, Figure]]] = [{} for _ in division.values]
    for clock in facts.clock_names:
        for group, figures in enumerate(found):
            if (group, clock) in rows:
                figures[clock] = _figures(indicators, rows[group, clock])
    return found


def _figures(indicators: Iterable[Indicator], row: dict[str, object] | None) -> dict[str, Figure]:
    if row is None:
        return {indicator.name: Figure(None, 0, indicator.unit, reason="no-cases") for indicator in indicators}
    return {indicator.name: figure(indicator, row) for indicator in indicators}


def _query(
    table: pa.Table, codes: np.ndarray, indicators: Sequence[Indicator], keys: tuple[str, ...]
) -> dict[tuple, dict[str, object]]:
    """Rows of the aggregate by (group, *keys)."""
    inside = codes != OUTSIDE
    table = table.append_column("group", pa.array(codes.astype(np.int32)))
    facts = ibis.memtable(table if inside.all() else table.filter(pa.array(inside)))
    names, expressions = ["group", *keys], {}
    for indicator in indicators:
        expressions |= _expressions(indicator, facts)
    rows = _backend().to_pyarrow(facts.group_by(names).aggregate(**expressions)).to_pylist()
    return {tuple(row[name] for name in names): row for row in rows}


def _expressions(indicator: Indicator, facts: ibis.Table) -> dict[str, ibis.Value]:
    parts = {"": indicator.measure, ":n": indicator.n, ":hits": indicator.hits, ":spread": indicator.spread}
    return {f"{indicator.name}{part}": ask(facts) for part, ask in parts.items() if ask}


def _backend() -> ibis.BaseBackend:
    if not hasattr(_own, "backend"):
        _own.backend = ibis.duckdb.connect(memory_limit="512MB", threads=2)
    return _own.backend
