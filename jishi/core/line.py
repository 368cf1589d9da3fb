"""Opening hours compiled to a line: sorted boundaries in UTC with prefix sums of the working seconds before each.

Open whenever the clock on the wall shows an open time: an hour that never existed is not worked, a repeated hour
is worked twice. Boundaries alternate opening, closing; a closed pair stands at either end of the horizon.
"""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from .hours import Hours
from .zones import DAY, EPOCH, offsets, year_start

Ints = npt.NDArray[np.int64]

ORIGIN = year_start(2000)  # the working time W is 0 here, whatever the horizon


class Line(NamedTuple):
    """Boundaries (UTC epoch seconds) and working seconds W at each, valid for instants in [low, high)."""

    bounds: list[int]
    sums: list[int]
    low: int
    high: int


def draw(week: Mapping[int, Hours], exceptions: Mapping[date, Hours], zone: str, first: int, last: int) -> Line:
    """Compile the years [first, last), which hold the origin."""
    low, high = year_start(first), year_start(last)
    opens, closes = _join(*_instants(*_local(week, exceptions, low // DAY - 2, high // DAY + 2), zone, first, last))
    bounds = np.empty(2 * len(opens) + 4, np.int64)
    bounds[:2], bounds[-2:] = low, high
    bounds[2:-2:2], bounds[3:-2:2] = opens, closes
    sums = np.zeros(len(bounds), np.int64)
    sums[1:-1:2] = sums[2::2] = np.cumsum(np.append(0, closes - opens))
    sums[-1] = sums[-2]
    sums -= _worked(bounds, sums, ORIGIN)
    return Line(bounds.tolist(), sums.tolist(), low, high)


def _local(week: Mapping[int, Hours], exceptions: Mapping[date, Hours], first: int, last: int) -> tuple[Ints, Ints]:
    """Openings and closings by the clock on the wall, seconds since local 1970, days [first, last)."""
    days = np.arange(first, last, dtype=np.int64)
    special = {(day - EPOCH).days: hours for day, hours in exceptions.items()}
    usual = days[~np.isin(days, np.fromiter(special, np.int64, len(special)))]
    parts = [
        (usual[(usual + 3) % 7 == weekday] * DAY + a, usual[(usual + 3) % 7 == weekday] * DAY + b)
        for weekday, hours in week.items()
        for a, b in hours
    ]
    pairs = [(d * DAY + a, d * DAY + b) for d, hours in special.items() if first <= d < last for a, b in hours]
    extra = np.array(pairs, np.int64).reshape(-1, 2)
    opens, closes = zip(*parts, (extra[:, 0], extra[:, 1]), strict=True)
    return np.concatenate(opens), np.concatenate(closes)


def _instants(opens: Ints, closes: Ints, zone: str, first: int, last: int) -> tuple[Ints, Ints]:
    """The same in UTC: within each span of constant offset the clock on the wall is the instant plus the offset."""
    starts, ends = [], []
    for since, until, offset in offsets(zone, first, last):
        a, b = np.maximum(opens - offset, since), np.minimum(closes - offset, until)
        starts.append(a[a < b])
        ends.append(b[a < b])
    return np.concatenate(starts), np.concatenate(ends)


def _join(opens: Ints, closes: Ints) -> tuple[Ints, Ints]:
    """Sorted, touching and overlapping spans made one."""
    order = np.argsort(opens, kind="stable")
    opens, reach = opens[order], np.maximum.accumulate(closes[order])
    fresh = np.append(True, opens[1:] > reach[:-1])[: len(opens)]
    last = np.append(fresh[1:], True)[: len(opens)]
    return opens[fresh], reach[last]


def _worked(bounds: Ints, sums: Ints, at: int) -> int:
    i = int(np.searchsorted(bounds, at, side="right"))
    return int(sums[i - 1]) + (at - int(bounds[i - 1]) if i % 2 else 0)
