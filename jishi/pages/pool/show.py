"""The escalation pool: what waits for each second line, and what first line has to hand over or explain (R55, D4)."""

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby
from typing import NamedTuple
from uuid import uuid4

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from jishi.clocks.reading import Read, readings_many
from jishi.directory.models import Person, Team
from jishi.tickets.models import Event, Ticket
from jishi.tickets.queries import SHOWN, pooled, visible

from .. import clocks
from ..doors import needs
from ..verbs import Verb, offered

MOST = 100  # rows of a list; more than that is no pool any more
MOVING = ("running", "late")
ANSWERS = ("escalate", "explain")


class Row(NamedTuple):
    """A ticket with both clocks of its hand-over, what was tried, and what the reader may do about it here."""

    ticket: Ticket
    handover: clocks.Shown | None
    takeover: clocks.Shown | None
    tried: str = ""
    verbs: Sequence[Verb] = ()


class Group(NamedTuple):
    """A second line: what waits for it, and how many it has in work. `mine`: the reader may take them."""

    team: Team
    rows: list[Row]
    working: int
    mine: bool


@needs("escalate")
@require_GET
def pool(request: HttpRequest) -> HttpResponse:
    """The whole page; it asks for itself anew every few seconds."""
    now, person = timezone.localtime(), request.user
    found = {"groups": groups(person, now), "urgent": urgent(person, now), "now": now, "key": uuid4().hex}
    return render(request, "pool/show.html", found | {"may_take": person.may("accept") and person.may("claim")})


def groups(person: Person, now: datetime) -> list[Group]:
    """Each second line with what the reader sees of it; the longest wait first."""
    seen = visible(person).filter(open_since__isnull=False, pool__isnull=False)
    waiting = seen.filter(pooled(person, now)).select_related(*SHOWN).order_by("pool_id", "last_at")[:MOST]
    by_pool = {pk: list(rows) for pk, rows in groupby(rows_of(waiting, now), lambda row: row.ticket.pool_id)}
    held = dict(seen.exclude(pooled(person, now)).order_by().values_list("pool").annotate(Count("pk")))
    return [
        Group(team, by_pool.get(team.pk, []), held.get(team.pk, 0), team.pk == person.team_id)
        for team in Team.objects.filter(line__gt=1).order_by("line", "pk")
    ]


def urgent(person: Person, now: datetime) -> list[Row]:
    """Contacted, unsolved, neither handed over nor explained: the hand-over clock runs."""
    running = Q(clocks__name="handover", clocks__ended_at=None, clocks__due_at__isnull=False)
    found = visible(person).filter(running, open_since__isnull=False).select_related(*SHOWN)
    rows = rows_of(found.order_by("clocks__due_at")[:MOST], now)
    return [row._replace(verbs=offered(row.ticket, person, *ANSWERS)) for row in rows]


def rows_of(tickets: Sequence[Ticket], now: datetime) -> list[Row]:
    tickets = list(tickets)
    read, tried = readings_many(tickets, now), _tried(tickets)
    return [
        Row(
            ticket,
            _clock(read[ticket.pk], "handover", now),
            _clock(read[ticket.pk], "takeover", now),
            tried.get(ticket.pk, ""),
        )
        for ticket in tickets
    ]


def _tried(tickets: list[Ticket]) -> dict[int, str]:
    """The words of each last hand-over."""
    told = Event.objects.filter(ticket__in=tickets, kind="escalated", note__isnull=False).select_related("note")
    return {event.ticket_id: event.note.body for event in told.order_by("at", "seq")} if tickets else {}


def _clock(read: list[Read], name: str, now: datetime) -> clocks.Shown | None:
    one = next((each for each in read if each.name == name), None)
    if one is None or (one.reading.met is None and one.reading.state not in MOVING):
        return None
    return clocks.show(name, one.reading, one.hold.promise, now, explain=False)
