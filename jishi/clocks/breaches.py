"""Broken promises of a ticket: none is closed without a reason (D14)."""

from collections.abc import Iterable
from datetime import datetime

from jishi.core.refused import Refused
from jishi.tickets.journal import Tale
from jishi.tickets.models import Ticket

from .models import Clock


def broken(ticket: Ticket, now: datetime) -> list[str]:
    """The clocks whose promise was broken by `now`, the first first."""
    rows = Clock.objects.filter(ticket=ticket, breaks_at__lte=now)
    return [*rows.order_by("breaks_at", "name").values_list("name", flat=True)]


def demand_reasons(tales: Iterable[Tale], now: datetime) -> None:
    """Undoes a closing that leaves a broken promise without its reason ("breach-unexplained"); history may have."""
    for tale in tales:
        given = tale.entries[-1].facts.get("reasons") or {}
        unexplained = [name for name in broken(tale.ticket, now) if name not in given] if tale.live else []
        if unexplained:
            raise Refused("breach-unexplained", number=tale.ticket.number, clocks=unexplained)
