"""Times of which some have not ended yet: open tickets are counted for as long as they were seen (DOMAIN §3.2).

    >>> curve = observe([1, 2, 2, 3, 4, 5, 6, 8, 8, 10], [1, 1, 0, 1, 1, 0, 1, 1, 0, 0])
    >>> curve.percentile(0.5), round(curve.share_within(4), 6)
    (6.0, 0.428571)

Each time carries a code: 0 still open (censored), 1 ended, 2 left by another way (cancelled), a competing risk. The
share that has ended by t is the Aalen–Johansen estimate; without any 2 it is 1 - S(t) of Kaplan and Meier, and its
variance (Marubini and Valsecchi) is then Greenwood's.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from .quantile import deviations

Floats = npt.NDArray[np.floating]
Ints = npt.NDArray[np.int64]

OPEN, ENDED, LEFT = 0, 1, 2
TINY = 1e-12  # below any share of real tickets, above the rounding of a sum of them


@dataclass(frozen=True, slots=True)
class Curve:
    """At each distinct time something happened: how many were at risk, ended or left, and what came of it.

    `staying` is the share neither ended nor left after each time, `ended_share` the share that has ended by it.
    `longest` is the longest time seen, ended or open; beyond it nothing is known.
    """

    times: Floats
    at_risk: Ints
    ended: Ints
    left: Ints
    staying: Floats
    ended_share: Floats
    longest: float

    def share_within(self, t: float) -> float | None:
        """The share that has ended by `t`; None when `t` lies beyond all that was seen while some stay."""
        if not self.knows(t):
            return None
        i = self._upto(t)
        return float(self.ended_share[i - 1]) if i else 0.0

    def surviving(self, t: float) -> float:
        """S(t): the share that has neither ended nor left by `t`."""
        i = self._upto(t)
        return float(self.staying[i - 1]) if i else 1.0

    def percentile(self, share: float) -> float | None:
        """The time by which `share` has ended; None when that was not reached yet (never infinite)."""
        i = int(np.searchsorted(self.ended_share, share - TINY))
        return float(self.times[i]) if i < len(self.times) else None

    def interval(self, t: float, confidence: float = 0.95) -> tuple[float, float] | None:
        """Log-log interval of `share_within(t)`; None where the share is 0, 1 or unknown."""
        share = self.share_within(t)
        if share is None or not TINY < share < 1 - TINY:
            return None
        stay = 1 - share
        reach = deviations(confidence) * self._variance(t) ** 0.5 / (stay * -np.log(stay))
        return float(1 - stay ** np.exp(-reach)), float(1 - stay ** np.exp(reach))

    def mean_within(self, t: float) -> float:
        """The mean time spent up to `t` (restricted mean, RMST): the area under S. `t` not beyond `longest`."""
        inside = self.times[self.times < t]
        heights = np.append(1.0, self.staying[: len(inside)])
        return float(np.sum(np.diff(np.concatenate(([0.0], inside, [t]))) * heights))

    def knows(self, t: float) -> bool:
        return (bool(len(self.times)) and (t <= self.longest or self.staying[-1] < 1e-12)) or 0 <= t <= self.longest

    def _upto(self, t: float) -> int:
        return int(np.searchsorted(self.times, t, side="right"))

    def _variance(self, t: float) -> float:
        i = self._upto(t)
        n, d, all_d = (x[:i].astype(float) for x in (self.at_risk, self.ended, self.ended + self.left))
        rest = self.ended_share[i - 1] - self.ended_share[:i]
        before = np.append(1.0, self.staying)[:i]
        gone = np.divide(rest**2 * all_d, n * (n - all_d), out=np.zeros(i), where=n > all_d)
        return max(0.0, float(np.sum(gone + before**2 * (n - d) * d / n**3 - 2 * rest * before * d / n**2)))


def observe(durations: npt.ArrayLike, codes: npt.ArrayLike) -> Curve:
    """The curve of times, each with its code (OPEN, ENDED, LEFT). One open at t is still at risk at t."""
    seen, what = np.asarray(durations, dtype=float), np.asarray(codes)
    order = np.argsort(seen, kind="stable")
    return observe_sorted(seen[order], what[order])


def observe_sorted(durations: Floats, codes: npt.NDArray[np.integer]) -> Curve:
    """The same for times already in rising order, so that groups of a sorted table cost no second sort."""
    moved = codes != OPEN
    times, first = np.unique(durations[moved], return_index=True)
    at_risk = len(durations) - np.searchsorted(durations, times)
    ended = np.add.reduceat((codes[moved] == ENDED).astype(np.int64), first) if len(times) else first
    left = np.add.reduceat((codes[moved] == LEFT).astype(np.int64), first) if len(times) else first
    staying: Floats = np.cumprod(1 - (ended + left) / at_risk)
    ended_share: Floats = np.cumsum(np.append(1.0, staying)[:-1] * ended / at_risk) if left.any() else 1 - staying
    longest = float(durations[-1]) if len(durations) else -np.inf
    return Curve(times, at_risk, ended, left, staying, ended_share, longest)
