"""Winding: the stored clocks of a ticket are made to say what its journal tells."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from django.db.models import Q

from jishi.core.history import Event
from jishi.core.zones import moment, seconds
from jishi.tickets import journal
from jishi.tickets.journal import Tale
from jishi.tickets.models import Ticket
from jishi.tickets.reading_rows import Question
from jishi.tickets.writing_rows import change_row, put_rows, write_rows

from .book import Book, book
from .models import Clock
from .promised import received_at
from .reading import Read, is_promised, read

ASIDE = frozenset(["handover", "callback", "approval"])  # not what the customer is waiting for on an unfinished ticket
COLUMNS = [field.attname for field in Clock._meta.concrete_fields]
CLOCKS = Question(Clock, lambda ticket: Clock.objects.filter(ticket=ticket).values_list(*COLUMNS))

Columns = dict[str, Any]  # of a clock's row, by name


def wind(ticket: Ticket, now: datetime) -> None:
    """Read the clocks of `ticket` from its journal and store them."""
    wind_many([journal.tale(ticket)], now)


def wind_many(tales: Iterable[Tale], now: datetime) -> None:
    """The same for many tickets, in few statements; only what differs is written."""
    tales, current = list(tales), book()
    stored = _stored([tale for tale in tales if tale.new < len(tale.entries) or not tale.new])
    changed = []
    for tale in tales:
        clocks = rows(tale, current, now)
        for clock in clocks:
            before = stored.pop((tale.ticket.pk, clock["name"]), None)
            if differs(clock, before):
                changed.append(Clock(**clock, **_noted(clock, before, None if tale.live else now)))
        _tell_ticket(tale.ticket, clocks)
    _write(changed, [tale for tale in tales if tale.live or tale.new < len(tale.entries)])
    if stored:
        Clock.objects.filter(pk__in=[clock["id"] for clock in stored.values()]).delete()


def _write(clocks: list[Clock], known: list[Tale]) -> None:
    """A history that comes in whole has no clocks yet; of `known` tickets there may be some."""
    known_to = {tale.ticket.pk for tale in known}
    write_rows([clock for clock in clocks if clock.ticket_id not in known_to])
    there = [clock for clock in clocks if clock.ticket_id in known_to]
    put_rows(there, key=("ticket_id", "name"))


def rewind(known_until: date, now: datetime) -> int:
    """Wind the tickets whose clocks reach beyond a day, after we learnt what comes there; how many."""
    day = datetime.combine(known_until, time(0), UTC)
    beyond = Q(ended_at=None) | Q(ended_at__gte=day) | Q(due_at__gte=day)
    concerned = Ticket.objects.filter(pk__in=Clock.objects.filter(beyond).values("ticket")).order_by("pk")
    tickets = list(concerned)
    for since in range(0, len(tickets), 200):
        wind_many(journal.tales(tickets[since : since + 200]), now)
    return len(tickets)


def rows(tale: Tale, book: Book, now: datetime) -> list[Columns]:
    """The promised clocks of a ticket as they are to be stored."""
    told = tale.told
    until = _planned_resumption(told)
    policy = book.policy_id(received_at(told))
    return [_row(tale.ticket, each, policy, until) for each in read(told, book, now, promised=True) if _counts(each)]


def differs(told: Columns, stored: Columns | None) -> bool:
    """Whether the stored clock says anything else than the journal does."""
    return stored is None or any(stored[name] != value for name, value in told.items())


def _noted(told: Columns, stored: Columns | None, hushed: datetime | None) -> Columns:
    """What the watch has said of this due moment; of one that was over when we were told of it, it will say nothing."""
    if stored is not None and stored["due_at"] == told["due_at"]:
        return {"warned_at": stored["warned_at"], "alarmed_at": stored["alarmed_at"]}
    if hushed is None:
        return {}
    warned, broken = (told[name] is not None and told[name] <= hushed for name in ("warn_at", "breaks_at"))
    return {"warned_at": hushed if warned else None, "alarmed_at": hushed if broken else None}


def _stored(tales: list[Tale]) -> dict[tuple[int, str], Columns]:
    if not tales:
        return {}
    if len(tales) == 1:
        found = CLOCKS.ask(tales[0].ticket.pk)
    else:
        found = Clock.objects.filter(ticket__in=[tale.ticket.pk for tale in tales]).values_list(*COLUMNS)
    clocks = [dict(zip(COLUMNS, row, strict=True)) for row in found]
    return {(clock["ticket_id"], clock["name"]): clock for clock in clocks}


def _counts(each: Read) -> bool:
    """Promised now, or broken when it was."""
    return is_promised(each.hold) or each.reading.broken_at is not None


def _row(ticket: Ticket, each: Read, policy: int | None, until: datetime | None) -> Columns:
    """How a clock stands whatever the time: running and late are one state here, told apart by `breaks_at`."""
    name, reading, hold = each
    paused, running = reading.state == "paused", reading.state in ("running", "late")
    is_open = paused or running
    return {
        "ticket_id": ticket.pk,
        "name": name,
        "cycle": reading.cycle,
        "state": "running" if running else reading.state,
        "started_at": reading.start,
        "ended_at": None if is_open else moment(reading.parts[-1].until),
        "due_at": reading.due,
        "due_w": hold.calendar.worked(seconds(reading.due)) if reading.due else None,
        "left": _seconds(reading.left) if paused and reading.due is None else None,
        "resumes_at": until if paused else None,
        "warn_at": reading.warn_at,
        "breaks_at": reading.broken_at or (reading.due if is_open else None),
        "met": None if is_open else reading.met,
        "spent": None if is_open else _seconds(reading.spent),
        "target": _seconds(hold.promise.target),
        "rule": hold.promise.name,
        "policy_id": policy,
        "calendar_id": hold.calendar_id,
        "provisional": reading.provisional,
    }


def _planned_resumption(told: Sequence[Event]) -> datetime | None:
    """When the last pause wants to be looked at again."""
    until = next((event.facts.get("until") for event in reversed(told) if event.kind == "paused"), None)
    return None if until is None else moment(int(str(until)))


def _tell_ticket(ticket: Ticket, clocks: list[Columns]) -> None:
    due_at, breaks_at = deadlines(clocks)
    if (ticket.due_at, ticket.breaks_at) != (due_at, breaks_at):
        ticket.due_at, ticket.breaks_at = due_at, breaks_at
        change_row(ticket, {"due_at": due_at, "breaks_at": breaks_at})


def deadlines(clocks: list[Columns]) -> tuple[datetime | None, datetime | None]:
    """The ticket's own columns: the next due moment that still runs, the first breach that was or will be."""
    own = [clock for clock in clocks if clock["name"] not in ASIDE]
    due_at = min((clock["due_at"] for clock in own if clock["due_at"] and not clock["ended_at"]), default=None)
    return due_at, min((clock["breaks_at"] for clock in own if clock["breaks_at"]), default=None)


def _seconds(amount: timedelta | None) -> int | None:
    return None if amount is None else int(amount.total_seconds())
