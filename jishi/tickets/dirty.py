from collections.abc import Iterable
from datetime import datetime

from .journal import Tale
from .models import Dirty
from .writing_rows import mark


def mark_dirty(tales: Iterable[Tale], now: datetime) -> None:
    """The facts of these tickets have to be told anew."""
    mark(Dirty, [tale.ticket.pk for tale in tales])
