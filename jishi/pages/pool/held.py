"""Whose time it was, on the ticket: a bar of its life by line, and the people who held it."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from jishi.clocks.reading import Read
from jishi.core.attribution import Holder, Span, shares, spans
from jishi.core.zones import seconds
from jishi.directory.eyes import Eyes
from jishi.directory.models import Person, Team
from jishi.tickets import journal
from jishi.tickets.models import Ticket


class Piece(NamedTuple):
    """A stretch of the bar, in percent."""

    line: str
    left: str
    width: str


class Part(NamedTuple):
    """A line, or one of its people (`who`), with seconds on the wall and of working time."""

    line: str
    who: str
    wall: int
    worked: int


class Held(NamedTuple):
    """`lines` and `people` each add up to `wall` and `worked`."""

    pieces: list[Piece]
    lines: list[Part]
    people: list[Part]
    wall: int
    worked: int


def held(ticket: Ticket, read: Sequence[Read], now: datetime, eyes: Eyes) -> Held | None:
    """None until somebody else than first line held it, or more than one person did."""
    lines = dict(Team.objects.filter(line__gt=1).values_list("pk", "line"))
    found = spans(journal.history(ticket), seconds(now), lines)
    if len({span.holder for span in found}) < 2:
        return None
    calendar = next((each.hold.calendar for each in read if each.name == "resolution"), None)
    by_line = shares(found, lambda holder: Holder(holder.line), calendar)
    by_person = shares(found, lambda holder: holder, calendar)
    names = _names(by_person, eyes)
    wall, worked = (sum(amounts) for amounts in zip(*by_line.values(), strict=True))
    return Held(
        _pieces(found),
        [Part(holder.line, "", *amounts) for holder, amounts in by_line.items()],
        [Part(holder.line, names[holder], *amounts) for holder, amounts in by_person.items()],
        wall,
        worked,
    )


def _pieces(found: list[Span]) -> list[Piece]:
    since, life = found[0].since, found[-1].until - found[0].since
    return [
        Piece(span.holder.line, f"{100 * (span.since - since) / life:.2f}%", f"{100 * span.length / life:.2f}%")
        for span in found
    ]


def _names(holders: dict[Holder, tuple[int, int]], eyes: Eyes) -> dict[Holder, str]:
    """Person and team, as the reader may know them."""
    teams = Team.objects.in_bulk({holder.team for holder in holders if holder.team})
    people = Person.objects.in_bulk({holder.person for holder in holders if holder.person})
    return {
        holder: " · ".join(filter(None, (eyes.staff(people.get(holder.person)), str(teams.get(holder.team) or ""))))
        for holder in holders
    }
