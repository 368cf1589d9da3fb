"""When people told the system what had happened: mostly at once, now and then hours later (R13)."""

from jishi.core.history import Event

from .luck import Luck
from .organisation import Person
from .telling import CUSTOMER, HOUR, MINUTE, SYSTEM

AT_ONCE = {SYSTEM, CUSTOMER}
LATE, TARDY = 0.024, 0.14  # share of entries well after the fact: of most people, of the tardy ones
ON_SITE = 0.3  # of requests an engineer was asked on site, and wrote down when back
IN_THE_FIELD = {"arrived", "left", "diagnosed", "attempted"}


def enter(luck: Luck, events: list[Event], people: dict[str, Person], now: int) -> None:
    """Set `recorded_at` of each event; never after `now`."""
    first = 0
    for event in events:
        event.recorded_at = min(max(event.at + _lag(luck, event, people), first), now)
        first = first or event.recorded_at  # nothing is told of a request before the request itself


def _lag(luck: Luck, event: Event, people: dict[str, Person]) -> int:
    if event.facts.get("channel") == "onsite" and event.kind == "received" and luck.chance(ON_SITE):
        return int(20 * MINUTE + luck.skewed(2 * HOUR, 0.6))
    if event.by in AT_ONCE:
        return 0
    share = TARDY if people[event.by].tardy else LATE
    if luck.chance(share * (1.6 if event.kind in IN_THE_FIELD else 1.0)):
        return int(min(20 * MINUTE + luck.skewed(2.2 * HOUR, 0.9), 60 * HOUR))
    return int(luck.skewed(22, 0.8))
