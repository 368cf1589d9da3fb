from collections.abc import Iterable
from datetime import datetime

from .journal import Tale
from .models import Dirty


def mark_dirty(tales: Iterable[Tale], now: datetime) -> None:
    """The facts of these tickets have to be told anew."""
    Dirty.objects.bulk_create([Dirty(ticket=tale.ticket) for tale in tales], ignore_conflicts=True)
