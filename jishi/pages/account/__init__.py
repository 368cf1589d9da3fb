"""Coming in, going out, and what everybody settles for themselves."""
