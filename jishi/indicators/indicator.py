"""What an indicator is: a name, words, a formula, and how to measure it over a fact table."""

from collections.abc import Callable
from dataclasses import dataclass

import ibis.expr.types as ir
import numpy as np

from jishi.core.censored import Curve

Expression = Callable[[ir.Table], ir.Value]


@dataclass(frozen=True)
class Indicator:
    """A number, defined once. `title` and `formula` are msgids.

    `unit`: share, s, points or count. `better`: "up", "down" or "" for neither. `least`: below so many cases no
    comparison is drawn from it. `needs`: the columns without which it is unknown. `n`: the cases it speaks of.
    `hits` (of a share) or `spread` (of a mean: the standard deviation) give its interval.
    """

    name: str
    title: str
    formula: str
    unit: str
    measure: Expression
    n: Expression
    better: str = ""
    least: int = 20
    needs: tuple[str, ...] = ()
    hits: Expression | None = None
    spread: Expression | None = None


@dataclass(frozen=True)
class Estimate:
    """A number SQL cannot say: read from the curve of all times, open ones included."""

    name: str
    title: str
    formula: str
    unit: str
    read: Callable[[Curve, Curve | None], float | tuple[float, float] | None]
    better: str = ""
    least: int = 20


def share(name: str, title: str, formula: str, hits: Expression, among: Expression, **more: object) -> Indicator:
    """Hits among cases; null among none."""

    def n(t: ir.Table) -> ir.Value:
        return among(t).sum()

    def both(t: ir.Table) -> ir.Value:
        return (hits(t) & among(t)).sum()

    return Indicator(name, title, formula, "share", lambda t: both(t) / n(t).nullif(0), n, hits=both, **more)


def count(name: str, title: str, formula: str, cases: Expression, **more: object) -> Indicator:
    return Indicator(name, title, formula, "count", cases, lambda t: t.count(), **more)


def finite(value: float | None) -> float | None:
    return None if value is None or not np.isfinite(value) else float(value)
