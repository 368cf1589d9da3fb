"""Tickets as a file would tell of them: Lin and Wang at the desk, Mr. Chen's boiler."""

from datetime import UTC, datetime

from jishi.core.history import Event, Ticket

MONDAY = datetime(2026, 3, 2, 8, tzinfo=UTC)
HOUR, DAY = 3600, 86_400


def at(hours: float) -> int:
    """Hours after Monday morning."""
    return int(MONDAY.timestamp() + hours * HOUR)


def ticket(name: str = "T1", row: int = 0, fields: dict | None = None, **events: float) -> Ticket:
    """`ticket(received=0, resolved=5)`: events by kind and hour, in order of time."""
    told = sorted((Event(kind, at(hour)) for kind, hour in events.items()), key=lambda event: event.at)
    return Ticket(name, fields or {}, told, row)
