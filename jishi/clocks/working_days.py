"""Working days, for what is agreed by the day."""

from datetime import datetime

from jishi.core.zones import local_date, seconds

from .book import book

CALENDAR = "service"


def closing(after: datetime, n: int) -> datetime:
    """Closing time of the nth working day after that day."""
    at = seconds(after)
    calendar = book().calendar(CALENDAR, at).calendar
    return calendar.closing(local_date(calendar.zone, at), n)
