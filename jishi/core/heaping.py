"""Round minutes: moments typed from memory end in 0 or 5 more often than a clock would have it (R13)."""

from scipy.special import bdtrc

LEAST = 50  # fewer moments than this show no habit
ROUND = 1 / 5  # minutes that end in 0 or 5, when nobody rounds
HABIT = 0.25  # a share below this is no matter, however sure
SURE = 1e-3


def heaped(hits: int, n: int) -> bool:
    """Whether `hits` round minutes among `n` are more than chance, by the binomial test, and enough to matter."""
    return n >= LEAST and hits / n >= HABIT and bool(bdtrc(hits - 1, n, ROUND) <= SURE)
