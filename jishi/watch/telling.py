"""Who is told what, when something happens."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import QuerySet

from jishi.directory.models import Person
from jishi.tickets.journal import Tale

from .notices import tell

OWNERS = ("assigned", "reopened")


def tell_mentioned(tales: Iterable[Tale], now: datetime) -> None:
    """Colleagues named in a note."""
    for tale in tales:
        for place, event in enumerate(tale.entries, start=1):
            if tale.live and place > len(tale.entries) - tale.new and event.facts.get("to"):
                people = _here().filter(pk__in=event.facts["to"])
                tell(people, "mentioned", now, ticket=tale.ticket, by=_teller(tale), event=place)


def tell_owner(tales: Iterable[Tale], now: datetime) -> None:
    """Whoever was given a ticket by hand, or whose ticket is open again."""
    for tale in tales:
        last = tale.entries[-1]
        if tale.live and tale.ticket.owner_id and last.kind in OWNERS and not last.facts.get("how"):
            tell(_here().filter(pk=tale.ticket.owner_id), last.kind, now, ticket=tale.ticket, by=_teller(tale))


def tell_chased(tales: Iterable[Tale], now: datetime) -> None:
    """Who has the ticket; where nobody has, who leads its team."""
    for tale in tales:
        if tale.live:
            ticket = tale.ticket
            led = _here().filter(role__code="lead", team=ticket.team_id, team__isnull=False)
            people = _here().filter(pk=ticket.owner_id) if ticket.owner_id else led
            tell(people, "chased", now, ticket=ticket, by=_teller(tale), times=ticket.chases)


def _here() -> QuerySet[Person]:
    return Person.objects.select_related("role", "team")


def _teller(tale: Tale) -> Person | None:
    return Person.objects.filter(pk=tale.entries[-1].by or None).first()
