"""Does what is stored say what the journal says? Every ticket is folded anew and every clock read anew."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from jishi.tickets import journal
from jishi.tickets.chain import broken_links
from jishi.tickets.fold import fold
from jishi.tickets.journal import Tale
from jishi.tickets.models import Ticket

from .book import Book, book
from .models import Clock
from .winding import deadlines, rows

AT_ONCE = 500


class Difference(NamedTuple):
    """`where`: "ticket", "chain", or a clock's name; `told`: what the journal says."""

    number: str
    where: str
    column: str
    stored: object
    told: object


def check(now: datetime) -> Iterator[tuple[int, list[Difference]]]:
    """The differences, as (tickets compared, differences found among them), some hundred tickets at a time."""
    current, last = book(), 0
    while tickets := list(Ticket.objects.filter(pk__gt=last).order_by("pk")[:AT_ONCE]):
        last = tickets[-1].pk
        stored = _stored(tickets)
        found = [each for tale in journal.tales(tickets) for each in _compare(tale, stored, current, now)]
        yield len(tickets), found + _chain(tickets)


def _compare(tale: Tale, stored: dict[int, dict[str, Clock]], book: Book, now: datetime) -> Iterator[Difference]:
    ticket = tale.ticket
    if not tale.entries:
        yield Difference(ticket.number, "ticket", "journal", ticket.status, None)
        return
    clocks, kept = rows(tale, book, now), stored.get(ticket.pk, {})
    due_at, breaks_at = deadlines(clocks)
    columns = fold(tale.told) | {"due_at": due_at, "breaks_at": breaks_at}
    yield from _differing(ticket.number, "ticket", ticket, columns)
    for clock in clocks:
        yield from _differing(ticket.number, clock["name"], kept.pop(clock["name"], None), clock)
    for name in kept:
        yield Difference(ticket.number, name, "state", kept[name].state, None)


def _differing(number: str, where: str, stored: object, told: dict[str, object]) -> Iterator[Difference]:
    if stored is None:
        yield Difference(number, where, "state", None, told["state"])
        return
    for column, value in told.items():
        if getattr(stored, column) != value:
            yield Difference(number, where, column, getattr(stored, column), value)


def _chain(tickets: list[Ticket]) -> list[Difference]:
    return [Difference(t.number, "chain", str(place), "broken", "sealed") for t, place in broken_links(tickets)]


def _stored(tickets: list[Ticket]) -> dict[int, dict[str, Clock]]:
    found: dict[int, dict[str, Clock]] = {}
    for clock in Clock.objects.filter(ticket__in=tickets):
        found.setdefault(clock.ticket_id, {})[clock.name] = clock
    return found
