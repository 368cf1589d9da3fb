"""Percentiles and shares, each with an interval that says how far it can be trusted (DOMAIN §3.1, §3.4c)."""

from statistics import NormalDist

import numpy as np
import numpy.typing as npt

Numbers = npt.ArrayLike
Interval = tuple[float | None, float | None]


def percentile(values: Numbers, share: float) -> float | None:
    """The value below which `share` of the values lie, linear between neighbours (Excel PERCENTILE.INC)."""
    sample = np.asarray(values, dtype=float)
    return float(np.quantile(sample, share, method="linear")) if sample.size else None


def percentile_interval(values: Numbers, share: float, confidence: float = 0.95) -> Interval:
    """Exact interval of a percentile from order statistics; None at an end the sample is too small to hold."""
    from scipy.stats import binom  # takes a second to import, and few ask

    ordered = np.sort(np.asarray(values, dtype=float))
    n, tail = len(ordered), (1 - confidence) / 2
    if n == 0:
        return None, None
    low, high = int(binom.ppf(tail, n, share)), int(binom.ppf(1 - tail, n, share)) + 1
    return (
        float(ordered[low - 1]) if low >= 1 else None,
        float(ordered[high - 1]) if high <= n else None,
    )


def wilson(hits: int, n: int, confidence: float = 0.95) -> tuple[float, float] | None:
    """Wilson's score interval of the share hits / n; None when there is nothing to share."""
    if n == 0:
        return None
    z = deviations(confidence)
    share, weight = hits / n, 1 + z * z / n
    middle = (share + z * z / (2 * n)) / weight
    reach = z * float(np.sqrt(share * (1 - share) / n + z * z / (4 * n * n))) / weight
    return max(0.0, middle - reach) if hits else 0.0, min(1.0, middle + reach) if hits < n else 1.0


def mean_interval(mean: float, deviation: float, n: int, confidence: float = 0.95) -> tuple[float, float] | None:
    """Normal interval of a mean from the sample's standard deviation; None below two values."""
    if n < 2:
        return None
    reach = deviations(confidence) * deviation / float(np.sqrt(n))
    return mean - reach, mean + reach


def deviations(confidence: float) -> float:
    """How many standard deviations either side hold this share of a normal distribution (1.96 for 0.95)."""
    return NormalDist().inv_cdf((1 + confidence) / 2)
