"""Who is told what, when something happens."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import QuerySet

from jishi.core.goodwill import UNITS, hundredths
from jishi.directory.models import Person
from jishi.tickets.granting import approvers
from jishi.tickets.journal import Tale

from .notices import tell

OWNERS = ("assigned", "reopened")
ANSWERS = {"granted": "approval_given", "grant_declined": "approval_refused"}


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


def tell_approvers(tales: Iterable[Tale], now: datetime) -> None:
    """Whose limits cover what is asked for."""
    for tale in tales:
        by, wish = _teller(tale), tale.entries[-1]
        if tale.live and by:
            unit = next(unit for unit in UNITS if unit in wish.facts)
            wanted = hundredths(str(wish.facts[unit]), unit)
            able = approvers(tale.ticket, str(wish.facts["goodwill"]), wanted, by, now)
            tell(able, "approval_asked", now, ticket=tale.ticket, by=by)


def tell_answered(tales: Iterable[Tale], now: datetime) -> None:
    """Who has asked, of what became of it."""
    for tale in tales:
        last = tale.entries[-1]
        if tale.live and (place := last.facts.get("asked")):
            asker = _here().filter(pk=tale.entries[int(str(place)) - 1].by)
            tell(asker, ANSWERS[last.kind], now, ticket=tale.ticket, by=_teller(tale))


def _here() -> QuerySet[Person]:
    return Person.objects.select_related("role", "team")


def _teller(tale: Tale) -> Person | None:
    return Person.objects.filter(pk=tale.entries[-1].by or None).first()
