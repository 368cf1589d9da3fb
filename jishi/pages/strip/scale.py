"""From moments to percent: open time to scale, closed hours folded to a narrow width each."""

from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

from .slices import FOLDED, Slice

FOLDS = 12  # where there are more, only the long ones are shown
ALL_FOLDS = 26.0  # percent of the width they take at most together
HOUR = 3600
# What is left out first: breaks, then nights, then weekends.
SHORTEST = (0, 3 * HOUR, 24 * HOUR, 60 * HOUR, 10**12)


class Placed(NamedTuple):
    """A slice from `x`, `width` percent wide; a fold left out has no width."""

    x: float
    width: float
    slice: Slice

    @property
    def end(self) -> float:
        return self.x + self.width


def fit(slices: Sequence[Slice], fold: float) -> list[Placed]:
    """The slices over the whole width, each fold `fold` percent wide or less."""
    shortest, folds = _folds(slices)
    fold = min(fold, ALL_FOLDS / folds) if folds else 0.0
    open_time = sum(slice.until - slice.since for slice in slices if slice.kind not in FOLDED)
    if not open_time:
        slices = [*slices, Slice(slices[-1].until, slices[-1].until, "unused")]
    per_second = (100 - folds * fold) / open_time if open_time else 0
    widths = [_width(slice, shortest, fold, per_second) for slice in slices]
    if not open_time:
        widths[-1] = 100 - folds * fold
    return _placed(slices, widths, 0)


def align(slices: Sequence[Slice], now: int, span: int, at: float = 40.0) -> list[Placed]:
    """On a scale all rows share: now at `at` percent, `span` open seconds from there to the right end.

    Closed hours take no width, so equal distances are equal working time. What lies outside 0..100 is not drawn.
    """
    per_second = (100 - at) / span
    widths = [_width(slice, 10**12, 0, per_second) for slice in slices]
    return _placed(slices, widths, at - position(_placed(slices, widths, 0), now))


def position(placed: Sequence[Placed], at: int) -> float:
    """Where a moment lies, in percent."""
    for x, width, slice in placed:
        if at < slice.until:
            length = slice.until - slice.since
            return x + width * max(at - slice.since, 0) / length if length else x
    return placed[-1].end


def drawn(placed: Iterable[Placed]) -> list[Placed]:
    """What is seen: clipped to 0..100, neighbours of one look joined."""
    shown: list[Placed] = []
    for x, width, slice in placed:
        left, right = max(x, 0.0), min(x + width, 100.0)
        if left >= right:
            continue
        if shown and shown[-1].slice[2:] == slice[2:]:
            left, slice = shown[-1].x, slice._replace(since=shown[-1].slice.since)
            shown.pop()
        shown.append(Placed(left, right - left, slice))
    return shown


def _folds(slices: Sequence[Slice]) -> tuple[int, int]:
    """From which length folds are shown, and how many these are."""
    lengths = [slice.until - slice.since for slice in slices if slice.kind in FOLDED]
    shown = ((shortest, sum(length >= shortest for length in lengths)) for shortest in SHORTEST)
    return next((shortest, number) for shortest, number in shown if number <= FOLDS)


def _width(slice: Slice, shortest: int, fold: float, per_second: float) -> float:
    length = slice.until - slice.since
    if slice.kind in FOLDED:
        return fold if length >= shortest else 0.0
    return length * per_second


def _placed(slices: Sequence[Slice], widths: Sequence[float], x: float) -> list[Placed]:
    starts = accumulate(widths, initial=x)
    return [Placed(start, width, slice) for start, width, slice in zip(starts, widths, slices, strict=False)]
