"""The sentences of a report. Only here and in the templates do reports speak."""

from .captions import bin_says, month_says, worded
from .headings import headings
from .verdict import verdict

__all__ = ["bin_says", "headings", "month_says", "verdict", "worded"]
