"""A shift is handed over (交接班): what the next ones must know, drawn up and signed by one, signed by another."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import Q, QuerySet

from jishi.core.refused import Refused
from jishi.directory import groups
from jishi.directory.models import Person, Team

from .models import Relief, ReliefLine, ReliefNote, Ticket
from .queries import SHOWN, visible

URGENT = ("P0", "P1")
WHY = ("urgent", "due", "paused")
QUIET = timedelta(hours=24)  # a paused ticket nobody touched so long wants a look
MOST = 100  # tickets of one kind; who hands over more has another problem
LONGEST = 2000  # characters of a note
AHEAD = range(1, 25)  # hours


def worth_telling(person: Person, team: Team, hours: int, now: datetime) -> dict[str, list[Ticket]]:
    """Open tickets of the team the next shift must know of, each once, by the first reason that fits; three queries."""
    unfinished = visible(person).filter(_of(team), open_since__lte=now).select_related(*SHOWN)
    urgent = unfinished.filter(priority__in=URGENT).order_by("priority", "due_at", "pk")
    other = unfinished.exclude(priority__in=URGENT)
    due = other.filter(due_at__lte=now + timedelta(hours=hours)).order_by("due_at", "pk")
    paused = other.filter(status="paused", due_at=None, last_at__lte=now - QUIET).order_by("last_at", "pk")
    return {why: list(found[:MOST]) for why, found in zip(WHY, (urgent, due, paused), strict=True)}


@transaction.atomic
def give(by: Person, team: Team, hours: int, note: str, remarks: Mapping[int, str], now: datetime) -> Relief:
    """Drawn up as things stand at `now`, signed by who goes. Refused while an earlier one waits ("relief-waits")."""
    demand_of_team(by, team)
    if hours not in AHEAD:
        raise Refused("bad-value", field="relief-hours", value=hours)
    told = worth_telling(by, team, hours, now)
    try:
        with transaction.atomic():
            relief = Relief.objects.create(team=team, at=now, hours=hours, given_by=by)
    except IntegrityError as waits:
        raise Refused("relief-waits") from waits
    lines = ReliefLine.objects.bulk_create(_line(relief, why, each) for why, found in told.items() for each in found)
    ReliefNote.objects.bulk_create(_notes(relief, lines, note, remarks))
    return relief


def take(relief: Relief, by: Person, now: datetime) -> None:
    """Signed by who comes: once, by somebody else. Refused: "own-relief", "relief-signed", "not-of-team"."""
    demand_of_team(by, relief.team)
    if relief.given_by_id == by.pk:
        raise Refused("own-relief")
    if not _waiting().filter(pk=relief.pk).update(taken_by=by, taken_at=now):
        raise Refused("relief-signed")


def withdraw(relief: Relief, by: Person, now: datetime) -> None:
    """By who gave it, as long as nobody has taken it. Refused: "relief-signed"."""
    if not _waiting().filter(pk=relief.pk, given_by=by).update(withdrawn_at=now):
        raise Refused("relief-signed")


def demand_of_team(person: Person, team: Team) -> None:
    """Refuses who neither works there nor draws up its roster ("not-of-team")."""
    if not of_team(person, team):
        raise Refused("not-of-team", team=team.name)


def of_team(person: Person, team: Team) -> bool:
    return person.team_id == team.pk or person.may("roster")


def reliefs(person: Person) -> QuerySet[Relief]:
    """Those of the teams whose roster `person` may see."""
    seen = Relief.objects.filter(team__in=groups.teams(person))
    return seen.select_related("team", "given_by", "taken_by")


def _waiting() -> QuerySet[Relief]:
    return Relief.objects.filter(taken_at=None, withdrawn_at=None)


def _of(team: Team) -> Q:
    return Q(pool=team) if team.line > 1 else Q(team=team)


def _line(relief: Relief, why: str, ticket: Ticket) -> ReliefLine:
    stood = {"priority": ticket.priority, "status": ticket.status, "due_at": ticket.due_at, "owner": ticket.owner}
    return ReliefLine(relief=relief, ticket=ticket, why=why, **stood)


def _notes(relief: Relief, lines: list[ReliefLine], note: str, remarks: Mapping[int, str]) -> list[ReliefNote]:
    said = [(None, note), *((line, remarks.get(line.ticket_id, "")) for line in lines)]
    return [ReliefNote(relief=relief, line=line, body=body.strip()[:LONGEST]) for line, body in said if body.strip()]
