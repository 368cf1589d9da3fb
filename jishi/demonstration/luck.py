"""Chance by seed, drawn from NumPy in blocks so that one draw costs little."""

import math
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Generic, TypeVar

import numpy as np

Thing = TypeVar("Thing")
BLOCK = 8192


class Luck:
    def __init__(self, *seed: int) -> None:
        self.numbers = np.random.default_rng(seed)
        self._shares, self._normals = self._stream("random"), self._stream("standard_normal")

    def _stream(self, draw: str) -> Iterator[float]:
        while True:
            yield from getattr(self.numbers, draw)(BLOCK).tolist()

    def share(self) -> float:
        """Uniform in [0, 1)."""
        return next(self._shares)

    def chance(self, probability: float) -> bool:
        return next(self._shares) < probability

    def between(self, low: float, high: float) -> float:
        return low + (high - low) * next(self._shares)

    def whole(self, low: int, high: int) -> int:
        """A whole number, both ends included."""
        return low + int((high - low + 1) * next(self._shares))

    def pick(self, things: Sequence[Thing]) -> Thing:
        return things[int(len(things) * next(self._shares))]

    def skewed(self, median: float, sigma: float) -> float:
        """Log-normal around `median`; one in 33 is several times longer: things people forgot."""
        tail = 4.0 if next(self._shares) < 0.03 else 1.0
        return median * tail * math.exp(sigma * next(self._normals))

    def bell(self, mean: float, deviation: float) -> float:
        return mean + deviation * next(self._normals)


class Wheel(Generic[Thing]):
    """Things drawn by weight."""

    def __init__(self, things: Sequence[Thing], weights: Sequence[float]) -> None:
        self.things = list(things)
        self._sums = list(accumulate(weights))

    def turn(self, luck: Luck) -> Thing:
        return self.things[bisect_right(self._sums, luck.share() * self._sums[-1])]
