"""Which promises held for a ticket, one after the other, as its journal tells."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from jishi.core.calendar import Calendar
from jishi.core.clock import Promise
from jishi.core.history import Event
from jishi.core.promise import NO_PROMISE, Rule
from jishi.core.zones import moment
from jishi.tickets.fold import says

from .book import ALWAYS, Book

# What a policy may ask for -> the name of the fact that answers.
READS = {"priority": "priority", "channel": "channel", "zone": "zone", "service_type": "type", "contract": "level"}


Term = tuple[Event, dict[str, object]]


class Hold(NamedTuple):
    """A promise, the calendar it counts by, the rule it comes from and the row of that calendar's version."""

    promise: Promise
    calendar: Calendar
    rule: Rule | None = None
    calendar_id: int | None = None


def received_at(told: Sequence[Event]) -> int:
    return next((event.at for event in told if event.kind == "received"), told[0].at)


def promises(clock: str, terms: Sequence[Term], received: int, book: Book) -> list[Hold]:
    """The promises on `clock` in the order they took hold, at least one; the last is the one in force."""
    holds: list[Hold] = []
    for event, fields in terms:
        hold = _hold(clock, event, fields, received, book, since=bool(holds))
        if not holds or hold.rule is not holds[-1].rule or hold.promise.until:
            holds.append(hold)
    return holds or [_none(book, received)]


def terms(told: Sequence[Event]) -> Iterator[Term]:
    """The events that say something the choice of a promise reads, each with all that is said by then."""
    fields: dict[str, object] = dict.fromkeys(READS, "")
    for event in told:
        news = read_terms(event)
        if news or event.kind == "received" or "agreed" in event.facts:
            fields = fields | news
            yield event, fields


def read_terms(event: Event) -> dict[str, object]:
    if event.kind not in ("received", "reprioritised", "changed"):
        return {}
    said = {**event.facts, **says(event)}
    return {name: said[fact] for name, fact in READS.items() if fact in said}


def _hold(clock: str, event: Event, fields: dict[str, object], received: int, book: Book, since: bool) -> Hold:
    """What holds from `event` on."""
    rule = book.rule(clock, fields, received)
    dated = book.calendar(rule.calendar if rule else ALWAYS, received)
    took_hold = moment(event.at) if since else None
    agreed = _agreed(clock, event)
    if agreed is not None:
        promise = Promise(until=moment(agreed), since=took_hold, warn=rule.warn if rule else 0.75, name="agreed")
        return Hold(promise, dated.calendar, rule, dated.id)
    return Hold(rule.promise(took_hold) if rule else NO_PROMISE, dated.calendar, rule, dated.id)


def _agreed(clock: str, event: Event) -> int | None:
    """The moment promised outright: what the customer asked for the visit, or what the source says was due."""
    if clock == "arrival" and event.kind in ("visit_agreed", "rescheduled"):
        return int(str(event.facts["agreed"])) if event.facts.get("asked_by") == "customer" else None
    promised = event.facts.get("promised")
    return int(promised[clock]) if isinstance(promised, dict) and clock in promised else None


def _none(book: Book, received: int) -> Hold:
    return Hold(NO_PROMISE, book.calendar(ALWAYS, received).calendar)
