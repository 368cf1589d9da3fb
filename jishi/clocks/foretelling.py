"""What will be promised for a request that is just being taken in."""

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from jishi.core.history import Event
from jishi.core.zones import seconds

from .book import book
from .promised import READS, promises, read_terms

AWAITED = ("contact", "arrival", "resolution")  # what the customer waits for, in this order


class Foretold(NamedTuple):
    """`target`: seconds by the promise's calendar; `due`: when they are over, if nothing stops the clock."""

    clock: str
    target: int
    due: datetime


def foretell(facts: Mapping[str, object], now: datetime) -> list[Foretold]:
    """The promises that would hold if it came in at `now`. `facts`: as the journal's first event says them."""
    event, current = Event("received", seconds(now), facts=dict(facts)), book()
    terms = [(event, dict.fromkeys(READS, "") | read_terms(event))]
    holds = {clock: promises(clock, terms, event.at, current)[-1] for clock in AWAITED}
    kept = [(clock, hold.calendar, hold.promise.target) for clock, hold in holds.items() if hold.promise.target]
    return [Foretold(clock, int(target.total_seconds()), calendar.due(now, target)) for clock, calendar, target in kept]
