"""Rows to tickets: one row per ticket, snapshots of one, or a log of activities."""
