"""The journal of a ticket as one reads it: by day, who did what, in which words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from django.utils import timezone

from jishi.directory.eyes import Eyes
from jishi.tickets import journal
from jishi.tickets.attaching import attached
from jishi.tickets.journal import Line
from jishi.tickets.models import Attachment, Ticket

from .naming import Names, named, told

INSIDE = Eyes(outside=False)
# Events that start, stop or end a clock have a filled dot.
FILLED = (
    "received", "answered", "contacted", "resumed", "escalated", "accepted", "arrived", "resolved", "reopened",
    "closed", "cancelled", "called_back",
)  # fmt: skip
CONTACT = {"contacted": "stopped", "attempted": "running"}
MARKS = dict.fromkeys(FILLED, "1") | {"paused": "pause"}


@dataclass(frozen=True)
class Told:
    """One line: `facts` in words, `mark` how its dot looks, `lag` seconds it was entered late.

    `did` is what it did to the contact clock, `files` hang on it.
    """

    line: Line
    facts: list[str] = field(default_factory=list)
    mark: str = ""
    lag: float | None = None
    by: str = ""
    did: str = ""
    files: Sequence[Attachment] = ()


@dataclass(frozen=True)
class Day:
    date: date
    name: str
    lines: list[Told]


def story(ticket: Ticket, calendars: Iterable = (), eyes: Eyes = INSIDE) -> list[Day]:
    """The timeline by day, in the reader's zone; a day is called as a calendar of the ticket's clocks calls it."""
    lines = [line for line in journal.timeline(ticket) if eyes.hears(line.event.kind)]
    names, did, hung = named(lines, eyes), contact_clock(lines), attached(ticket)
    called = {day: name for calendar in calendars for day, name in calendar.names.items()}
    days = groupby(lines, lambda line: timezone.localtime(line.at).date())
    return [
        Day(day, called.get(day, ""), [_told(line, names, eyes, did, hung) for line in members])
        for day, members in days
    ]


def contact_clock(lines: Iterable[Line]) -> dict[int, str]:
    """What each entry did to the contact clock: the first contact stopped it, attempts before it did not (D1)."""
    did: dict[int, str] = {}
    for line in lines:
        if line.void or "stopped" in did.values():
            continue
        if said := CONTACT.get(line.event.kind):
            did[line.event.seq] = said
    return did


def attempts(days: Iterable[Day]) -> int:
    """How often the customer was tried in vain."""
    return sum(each.line.event.kind == "attempted" and not each.line.void for day in days for each in day.lines)


def _told(line: Line, names: Names, eyes: Eyes, did: dict[int, str], hung: dict[int, list[Attachment]]) -> Told:
    event = line.event
    lag = (event.recorded_at - event.at).total_seconds() if event.late else None
    files = hung.get(event.pk, ())
    by, mark = eyes.staff(event.by), MARKS.get(event.kind, "")
    return Told(line, told(event, names), mark, lag, by, did.get(event.seq, ""), files)
