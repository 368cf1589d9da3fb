"""Goodwill: what was given, by whom and within which limits (R54)."""
