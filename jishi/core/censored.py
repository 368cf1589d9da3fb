"""Times of which some have not ended yet: open tickets are counted for as long as they were seen (DOMAIN §3.2).

    >>> curve = observe([1, 2, 2, 3, 4, 5, 6, 8, 8, 10], [1, 1, 0, 1, 1, 0, 1, 1, 0, 0])
    >>> curve.percentile(0.5), round(curve.share_within(4), 6)
    (6.0, 0.428571)

Each time carries a code: 0 still open (censored), 1 ended, 2 left by another way (cancelled), a competing risk. The
share that has ended by t is the Aalen–Johansen estimate F(t); without any 2 it is 1 - S(t) of Kaplan and Meier. Those
that left may leave the denominator too (C21): of those that did not leave by t, the share that ended is F / (1 - G),
where G is the share that left. Variances by the delta method (Marubini and Valsecchi; Greenwood's without any 2).
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

    `staying` is the share neither ended nor left after each time, `ended_share` and `left_share` what has by it.
    `longest` is the longest time seen, ended or open; beyond it nothing is known.
    """

    times: Floats
    at_risk: Ints
    ended: Ints
    left: Ints
    staying: Floats
    ended_share: Floats
    left_share: Floats
    longest: float

    def share_within(self, t: float, leavers: bool = True) -> float | None:
        """The share that has ended by `t`; None when `t` lies beyond all that was seen while some stay.

        Without `leavers`: among those that have not left by `t`.
        """
        if not self.knows(t):
            return None
        i = self._upto(t)
        return float(self._shares(leavers)[i - 1]) if i else 0.0

    def surviving(self, t: float) -> float:
        """S(t): the share that has neither ended nor left by `t`."""
        i = self._upto(t)
        return float(self.staying[i - 1]) if i else 1.0

    def percentile(self, share: float, leavers: bool = True) -> float | None:
        """The time by which `share` has ended; None when that was not reached yet (never infinite)."""
        i = int(np.searchsorted(self._shares(leavers), share - TINY))
        return float(self.times[i]) if i < len(self.times) else None

    def interval(self, t: float, leavers: bool = True, confidence: float = 0.95) -> tuple[float, float] | None:
        """Log-log interval of `share_within(t)`; None where the share is 0, 1 or unknown."""
        share = self.share_within(t, leavers)
        if share is None or not TINY < share < 1 - TINY:
            return None
        stay = 1 - share
        reach = deviations(confidence) * self._variance(t, leavers) ** 0.5 / (stay * -np.log(stay))
        return float(1 - stay ** np.exp(-reach)), float(1 - stay ** np.exp(reach))

    def mean_within(self, t: float) -> float:
        """The mean time spent up to `t` (restricted mean, RMST): the area under S. `t` not beyond `longest`."""
        inside = self.times[self.times < t]
        heights = np.append(1.0, self.staying[: len(inside)])
        return float(np.sum(np.diff(np.concatenate(([0.0], inside, [t]))) * heights))

    def knows(self, t: float) -> bool:
        """Whether anything was seen as long as `t`, or all had ended or left before."""
        return t <= self.longest or bool(len(self.times) and self.staying[-1] == 0)

    def _upto(self, t: float) -> int:
        return int(np.searchsorted(self.times, t, side="right"))

    def _shares(self, leavers: bool) -> Floats:
        if leavers or not self.left.any():
            return self.ended_share
        stayed = 1 - self.left_share
        shares: Floats = np.divide(self.ended_share, stayed, out=np.zeros(len(stayed)), where=stayed > TINY)
        return shares

    def _variance(self, t: float, leavers: bool) -> float:
        """How the share answers to each hazard on the way (ended, left), weighed by the hazards' own variance."""
        i = self._upto(t)
        n, ended, left = (x[:i].astype(float) for x in (self.at_risk, self.ended, self.left))
        p, q = ended / n, left / n
        before, share, gone = np.append(1.0, self.staying)[:i], self.ended_share[i - 1], self.left_share[i - 1]
        later, later_left = (_rest(x[:i], p + q) for x in (self.ended_share, self.left_share))
        a, b = (1.0, 0.0) if leavers else (1 / (1 - gone), share / (1 - gone) ** 2)
        by_end = a * (before - later) - b * later_left
        by_leaving = b * (before - later_left) - a * later
        spread = by_end**2 * p + by_leaving**2 * q - (by_end * p + by_leaving * q) ** 2
        return max(0.0, float(np.sum(spread / n)))


def _rest(share: Floats, hazard: Floats) -> Floats:
    """What the share still gained after each time, per unit of those that stayed."""
    rest: Floats = np.divide(share[-1] - share, 1 - hazard, out=np.zeros(len(share)), where=hazard < 1)
    return rest


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
    ended, left = (_count(codes[moved] == way, first) for way in (ENDED, LEFT))
    staying: Floats = np.cumprod(1 - (ended + left) / at_risk)
    before = np.append(1.0, staying)[:-1]
    ended_share: Floats = np.cumsum(before * ended / at_risk) if left.any() else 1 - staying
    left_share: Floats = np.cumsum(before * left / at_risk)
    longest = float(durations[-1]) if len(durations) else -np.inf
    return Curve(times, at_risk, ended, left, staying, ended_share, left_share, longest)


def _count(hits: npt.NDArray[np.bool_], first: Ints) -> Ints:
    return np.add.reduceat(hits.astype(np.int64), first) if len(first) else np.zeros(0, np.int64)
