"""What one cell says: text, a moment, a span of time, yes or no, a number."""
