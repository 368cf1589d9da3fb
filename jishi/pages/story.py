"""The journal of a ticket as one reads it: by day, who did what, in which words."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from django.db.models import Model
from django.utils import timezone

from jishi.directory.eyes import Eyes
from jishi.directory.models import (
    Category,
    Contract,
    Customer,
    Department,
    Device,
    Person,
    Product,
    ServicePoint,
    ServiceType,
    Site,
    Supplier,
    Team,
)
from jishi.tickets import journal
from jishi.tickets.journal import Line
from jishi.tickets.models import Ticket
from jishi.words.ticket import fact

INSIDE = Eyes(outside=False)
MODELS: dict[str, type[Model]] = {
    "owner": Person,
    "team": Team,
    "pool": Team,
    "department": Department,
    "supplier": Supplier,
    "point": ServicePoint,
    "service_type": ServiceType,
    "category": Category,
    "subcategory": Category,
    "product": Product,
    "device": Device,
    "customer": Customer,
    "contract": Contract,
    "site": Site,
}
# Which facts of an event its line tells, in this order.
TELLS = {
    "assigned": ("owner", "reason"),
    "transferred": ("team", "pool", "owner", "reason"),
    "paused": ("reason", "until"),
    "escalated": ("pool",),
    "returned": ("reason",),
    "reprioritised": ("was", "priority", "reason"),
    "attempted": ("outcome",),
    "contacted": ("channel",),
    "visit_agreed": ("agreed", "asked_by"),
    "rescheduled": ("agreed", "asked_by", "reason"),
    "dispatched": ("owner", "supplier", "point"),
    "diagnosed": ("fault",),
    "resolved": ("result", "cause"),
    "reopened": ("reason",),
    "cancelled": ("reason",),
    "closed": ("reason",),
    "changed": ("field",),
    "corrected": ("event", "reason"),
}
# Events that start, stop or end a clock have a filled dot.
FILLED = (
    "received", "answered", "contacted", "resumed", "escalated", "accepted", "arrived", "resolved", "reopened",
    "closed", "cancelled", "called_back",
)  # fmt: skip
MARKS = dict.fromkeys(FILLED, "1") | {"paused": "pause"}


@dataclass(frozen=True)
class Told:
    """One line: `facts` in words, `mark` how its dot looks, `lag` seconds it was entered late."""

    line: Line
    facts: list[str] = field(default_factory=list)
    mark: str = ""
    lag: float | None = None
    by: str = ""


@dataclass(frozen=True)
class Day:
    date: date
    name: str
    lines: list[Told]


def story(ticket: Ticket, calendars: Iterable = (), eyes: Eyes = INSIDE) -> list[Day]:
    """The timeline by day, in the reader's zone; a day is called as a calendar of the ticket's clocks calls it."""
    lines = journal.timeline(ticket)
    names = named(lines, eyes)
    called = {day: name for calendar in calendars for day, name in calendar.names.items()}
    days = groupby(lines, lambda line: timezone.localtime(line.at).date())
    return [Day(day, called.get(day, ""), [_told(line, names, eyes) for line in members]) for day, members in days]


def named(lines: Iterable[Line], eyes: Eyes = INSIDE) -> dict[tuple[str, int], str]:
    """The names behind the ids of these events, one query a kind of thing."""
    wanted: dict[str, set[int]] = {}
    for line in lines:
        for name in TELLS.get(line.event.kind, ()):
            if name in MODELS and line.event.facts.get(name):
                wanted.setdefault(name, set()).add(int(line.event.facts[name]))
    return {
        (name, row.pk): eyes.row(row) for name, ids in wanted.items() for row in MODELS[name].objects.filter(pk__in=ids)
    }


def _told(line: Line, names: dict[tuple[str, int], str], eyes: Eyes) -> Told:
    event = line.event
    facts = [
        fact(event.kind, name, names.get((name, value), value) if name in MODELS else value)
        for name in TELLS.get(event.kind, ())
        if (value := event.facts.get(name)) not in (None, "", 0)
    ]
    lag = (event.recorded_at - event.at).total_seconds() if event.late else None
    return Told(line, facts, MARKS.get(event.kind, ""), lag, eyes.staff(event.by))
