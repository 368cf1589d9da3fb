"""The one place where a number is defined. Want a new one? Add an entry, like `reopen_rate`.

Tickets that were cancelled leave the denominators (C21); what the source does not tell of is unknown, never 0.
Expressions are read over the fact tables of `jishi.facts` (docs/ANALYSIS.md).
"""

from .clocks import CLOCKS, CURVES
from .tickets import TICKETS

INDICATORS = {entry.name: entry for entry in (*TICKETS, *CLOCKS, *CURVES)}

__all__ = ["CLOCKS", "CURVES", "INDICATORS", "TICKETS"]
