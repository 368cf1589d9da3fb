"""Numbers people can say on the phone: JS-2026-11-0417, counted by month of receipt."""

from datetime import datetime

from django.db.models import F
from django.utils.timezone import localtime

from .models import Numbering


def month(received_at: datetime) -> str:
    """The month by the clock on our wall."""
    return f"{localtime(received_at):%Y-%m}"


def numbers(received_at: datetime, count: int = 1) -> list[str]:
    """The next `count` numbers of that month. The month's row stays locked until the transaction ends."""
    counter = Numbering.objects.filter(month=month(received_at))
    if not counter.update(last=F("last") + count):
        Numbering.objects.get_or_create(month=month(received_at))
        counter.update(last=F("last") + count)
    last = counter.get().last
    return [f"JS-{month(received_at)}-{n:04}" for n in range(last - count + 1, last + 1)]
