"""Tickets that belong together: both journals say so, each from its own side."""

from collections.abc import Sequence

from django.db import transaction

from jishi.core.history import Event as Told
from jishi.core.refused import Refused

from .entry import Entry
from .models import Event, Ticket
from .verbs import tell

# What one ticket is to the other -> what the other is to it.
OPPOSITE = {
    "duplicate": "duplicate",
    "follow_up": "followed_by",
    "followed_by": "follow_up",
    "same_cause": "same_cause",
}


@transaction.atomic
def link(ticket: Ticket, entry: Entry, *, to: Ticket, link: str) -> Event:
    """`ticket` is `link` to `to`, and the other way round. Refuses itself and what is not known ("cannot-link")."""
    if to.pk == ticket.pk or link not in OPPOSITE:
        raise Refused("cannot-link", number=to.number)
    tell(to, "linked", entry, other=ticket.pk, link=OPPOSITE[link])
    return tell(ticket, "linked", entry, other=to.pk, link=link)


@transaction.atomic
def unlink(ticket: Ticket, entry: Entry, *, to: Ticket) -> Event:
    """They do not belong together after all."""
    if to.pk == ticket.pk:
        raise Refused("cannot-link", number=to.number)
    tell(to, "unlinked", entry, other=ticket.pk)
    return tell(ticket, "unlinked", entry, other=to.pk)


def links(told: Sequence[Told]) -> dict[int, str]:
    """The tickets this one belongs to, by id, and what it is to them; "merged" for where work goes on."""
    found: dict[int, str] = {}
    for event in told:
        if event.kind == "linked":
            found[int(str(event.facts["other"]))] = str(event.facts["link"])
        elif event.kind == "unlinked":
            found.pop(int(str(event.facts["other"])), None)
        elif event.kind == "merged" and event.facts.get("into"):
            found[int(str(event.facts["into"]))] = "merged"
    return found
