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
