# mypy: ignore-errors
"""The time kernels, compiled by Numba: working time, due moments and whole clocks over arrays.

They say the same as `Calendar` and `clock.read`, number by number; tests/core/test_replay.py holds them to it.
"""

from .clocks import read_all
from .time import due_many, elapsed_many

__all__ = ["due_many", "elapsed_many", "read_all"]
