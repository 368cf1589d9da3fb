"""Numbers people can say on the phone: JS-2026-11-0417, counted by month of receipt."""

from datetime import datetime

from django.db import connection
from django.utils.timezone import localtime

from .models import Numbering


def month(received_at: datetime) -> str:
    """The month by the clock on our wall."""
    return f"{localtime(received_at):%Y-%m}"


def numbers(received_at: datetime, count: int = 1) -> list[str]:
    """The next `count` numbers of that month. The month's row stays locked until the transaction ends."""
    row = f"INSERT INTO {Numbering._meta.db_table} AS counted (month, last) VALUES (%s, %s)"
    count_on = "ON CONFLICT (month) DO UPDATE SET last = counted.last + excluded.last RETURNING last"
    with connection.cursor() as cursor:
        cursor.execute(f"{row} {count_on}", [month(received_at), count])
        last = cursor.fetchone()[0]
    return [f"JS-{month(received_at)}-{n:04}" for n in range(last - count + 1, last + 1)]
