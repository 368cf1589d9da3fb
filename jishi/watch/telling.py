"""Who is told what, when something happens."""

from collections.abc import Iterable
from datetime import datetime

from jishi.directory.models import Person
from jishi.tickets.journal import Tale

from .notices import tell


def tell_mentioned(tales: Iterable[Tale], now: datetime) -> None:
    """Colleagues named in a note."""
    for tale in tales:
        for place, event in enumerate(tale.entries, start=1):
            if tale.live and place > len(tale.entries) - tale.new and event.facts.get("to"):
                people = Person.objects.filter(pk__in=event.facts["to"]).select_related("role", "team")
                by = Person.objects.filter(pk=event.by or None).first()
                tell(people, "mentioned", now, ticket=tale.ticket, by=by, event=place)


def tell_chased(tales: Iterable[Tale], now: datetime) -> None:
    """Who has the ticket; where nobody has, who leads its team."""
    for tale in tales:
        if tale.live:
            ticket, last = tale.ticket, tale.entries[-1]
            here = Person.objects.select_related("role", "team")
            led = here.filter(role__code="lead", team=ticket.team_id, team__isnull=False)
            people = here.filter(pk=ticket.owner_id) if ticket.owner_id else led
            by = Person.objects.filter(pk=last.by or None).first()
            tell(people, "chased", now, ticket=ticket, by=by, times=ticket.chases)
