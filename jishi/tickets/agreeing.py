"""What was asked for gets its answer, whatever it is: a pause (docs/adr/0018) or goodwill (docs/adr/0022)."""

from collections.abc import Callable

from django.db import transaction

from jishi.core.lifecycle import asked
from jishi.core.refused import Refused
from jishi.directory.models import Person

from . import granting, journal, pausing
from .entry import Entry
from .models import Event, Ticket

Answer = Callable[[Ticket, Entry], Event]
AGREE: dict[str, Answer] = {"pause_asked": pausing.agree, "grant_asked": granting.agree}
DECLINE: dict[str, Answer] = {"pause_asked": pausing.decline, "grant_asked": granting.decline}


@transaction.atomic
def agree(ticket: Ticket, entry: Entry) -> Event:
    """It holds. Refused: "nothing-asked", and "own-wish" to who has asked."""
    return AGREE[_wish(ticket, entry)](ticket, entry)


@transaction.atomic
def decline(ticket: Ticket, entry: Entry) -> Event:
    """It does not; the note says why. Refused as above."""
    return DECLINE[_wish(ticket, entry)](ticket, entry)


def agreers(ticket: Ticket, but: Person) -> list[Person]:
    """Who may agree to a pause `but` asks for: of those who see the ticket, the nearest."""
    return granting.nearest(granting.answering(ticket, but))


def _wish(ticket: Ticket, entry: Entry) -> str:
    """The kind of event that asked."""
    wish = asked(journal.history(ticket))
    if wish is None:
        raise Refused("nothing-asked", number=ticket.number)
    if entry.by and wish.by == str(entry.by.pk):
        raise Refused("own-wish", number=ticket.number)
    return wish.kind
