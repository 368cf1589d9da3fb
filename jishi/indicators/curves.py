"""The curves of all times, open ones counted: sorted once, then read group by group."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from jishi.core.censored import Curve, observe_sorted
from jishi.facts import Facts
from jishi.facts.readings import OUT

from .grouping import OUTSIDE, Grouping
from .indicator import Estimate

Reading = float | tuple[float, float] | None


def estimate(facts: Facts, clock: str, estimates: Sequence[Estimate], division: Grouping) -> list[dict[str, Reading]]:
    """For each group of the division what the curves of this clock say, by name of the estimate."""
    table = facts.clock(clock)
    code, group = table["code"].to_numpy(), division.codes[table["ticket"].to_numpy()]
    spent, ratio = table["spent_s"].to_numpy().astype(float), table["ratio"].to_numpy()
    times = _curves(spent, code, group, (code != OUT) & (group != OUTSIDE), len(division.values))
    usable = (code != OUT) & (group != OUTSIDE) & ~np.isnan(ratio)
    ratios = _curves(ratio, code, group, usable, len(division.values))
    return [
        {each.name: each.read(of_times, of_ratios) for each in estimates}
        for of_times, of_ratios in zip(times, ratios, strict=True)
    ]


def _curves(values: np.ndarray, code: np.ndarray, group: np.ndarray, usable: np.ndarray, groups: int) -> list[Curve]:
    values, code, group = values[usable], code[usable], group[usable]
    order = np.lexsort((values, group))
    values, code = values[order], code[order]
    cuts = np.searchsorted(group[order], np.arange(groups + 1))
    return [observe_sorted(values[a:b], code[a:b]) for a, b in pairwise(cuts)]
