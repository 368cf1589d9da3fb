"""Offers that stand open, each with the time that is left as a clock."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from django.db.models import QuerySet

from jishi.assigning.models import Offer
from jishi.core import clock
from jishi.core.calendar import Calendar
from jishi.core.clock import Mark, Promise

from .. import clocks

ALWAYS = Calendar.always()
WARN = 0.6  # of the time to answer
RELATED = [
    "ticket__customer", "ticket__contact", "ticket__site", "ticket__product", "ticket__service_type", "person__role",
]  # fmt: skip


class Pending(NamedTuple):
    offer: Offer
    clock: clocks.Shown


def open_offers(now: datetime) -> QuerySet[Offer]:
    return Offer.objects.filter(state="offered", lapses_at__gt=now).select_related(*RELATED).order_by("lapses_at", "pk")


def pending(offers: Iterable[Offer], now: datetime) -> list[Pending]:
    return [Pending(offer, _clock(offer, now)) for offer in offers]


def _clock(offer: Offer, now: datetime) -> clocks.Shown:
    promise = Promise(target=offer.lapses_at - offer.made_at, warn=WARN)
    reading = clock.read([Mark("start", offer.made_at)], promise, ALWAYS, now)
    return clocks.show("offer", reading, promise, now, explain=False)
