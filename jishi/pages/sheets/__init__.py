"""Sheets: lists taken along, and sheets brought in."""
