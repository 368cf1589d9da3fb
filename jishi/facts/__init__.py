"""History to columnar fact tables: one row per ticket, one per ticket and clock."""

from .table import Facts, tables

__all__ = ["Facts", "tables"]
