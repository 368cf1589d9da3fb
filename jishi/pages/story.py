"""The journal of a ticket as one reads it: by day, who did what, in which words."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from django.utils import timezone

from jishi.directory.eyes import Eyes
from jishi.tickets import journal
from jishi.tickets.journal import Line
from jishi.tickets.models import Ticket

from .naming import Names, named, told

INSIDE = Eyes(outside=False)
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


def _told(line: Line, names: Names, eyes: Eyes) -> Told:
    event = line.event
    lag = (event.recorded_at - event.at).total_seconds() if event.late else None
    return Told(line, told(event, names), MARKS.get(event.kind, ""), lag, eyes.staff(event.by))
