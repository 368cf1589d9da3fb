"""Performance bars: each a ratio of two things measured in one run, best of several, so that the machine drops out."""

import json
import time
from collections.abc import Callable, Iterator
from typing import NamedTuple


class Bar(NamedTuple):
    """`ratio` must not exceed `limit`, or, for `at_least`, not fall below it."""

    name: str
    limit: float
    ratio: float
    at_least: bool = False
    note: str = ""

    @property
    def holds(self) -> bool:
        return self.ratio >= self.limit if self.at_least else self.ratio <= self.limit

    def line(self) -> str:
        told = {"bar": self.name, "ratio": round(self.ratio, 3), "limit": self.limit, "holds": self.holds}
        return json.dumps(told | ({"note": self.note} if self.note else {}))


Bars = Callable[[], Iterator[Bar]]


def best(work: Callable[[], object], times: int = 7) -> float:
    """Seconds of the quickest of `times` runs, after one that warms up."""
    work()
    return min(_once(work) for _ in range(times))


def ratio(work: Callable[[], object], yardstick: Callable[[], object], times: int = 7) -> float:
    """How many times `yardstick` takes `work`, the two run in turn."""
    work(), yardstick()
    pairs = [(_once(work), _once(yardstick)) for _ in range(times)]
    return min(mine for mine, _ in pairs) / min(theirs for _, theirs in pairs)


def _once(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
