"""One measured number with what is needed to judge it."""

from dataclasses import dataclass

from jishi.core.quantile import mean_interval, wilson

from .indicator import Indicator

Value = float | int | None


@dataclass(frozen=True, slots=True)
class Figure:
    """`reason` says why there is no value: "not-told" (the source has no such column) or "no-cases"."""

    value: Value
    n: int
    unit: str
    interval: tuple[float, float] | None = None
    reason: str = ""

    def as_json(self) -> dict[str, object]:
        told = {"value": self.value, "n": self.n, "unit": self.unit, "interval": self.interval}
        return told | ({"reason": self.reason} if self.reason else {})


def figure(indicator: Indicator, row: dict[str, object]) -> Figure:
    """From the columns name, name:n, name:hits and name:spread of a query's row."""
    value, n = row[indicator.name], int(row[f"{indicator.name}:n"] or 0)
    if value is None:
        return Figure(None, n, indicator.unit, reason="no-cases")
    if indicator.hits:
        return Figure(value, n, indicator.unit, wilson(int(row[f"{indicator.name}:hits"]), n))
    spread = row.get(f"{indicator.name}:spread")
    return Figure(value, n, indicator.unit, None if spread is None else mean_interval(value, spread, n))


def untold(indicator: Indicator) -> Figure:
    return Figure(None, 0, indicator.unit, reason="not-told")
