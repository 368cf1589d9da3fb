"""Somebody takes a ticket nobody has. Of two at once one is first, and the other is told who."""

from django.db import transaction

from jishi.core.refused import Refused
from jishi.directory.eyes import eyes
from jishi.directory.models import Person

from .actions import accept, assign
from .entry import Entry
from .models import Event, Ticket


@transaction.atomic
def claim(ticket: Ticket, entry: Entry) -> Event:
    """Whoever tells us has it: from the pool of their second line, else because it is nobody's ("already-taken")."""
    if ticket.pool_id is not None and ticket.pool_id == entry.by.team_id:
        return take_over(ticket, entry)
    _win(ticket, entry.by)
    return assign(ticket, entry, owner=entry.by, how="claimed")


@transaction.atomic
def take_over(ticket: Ticket, entry: Entry) -> Event:
    """Second line takes it from the pool. Refuses whoever came second ("already-taken")."""
    _win(ticket, entry.by)
    return accept(ticket, entry)


def is_free(ticket: Ticket) -> bool:
    """Nobody's, or handed to a second line of which nobody has it yet."""
    if ticket.pool_id is None or ticket.owner is None:
        return ticket.owner_id is None
    return ticket.owner.team_id != ticket.pool_id


def _win(ticket: Ticket, by: Person) -> None:
    """Be the first to write one's name: the row itself is asked, as it was seen, and is ours until we are done."""
    seen = Ticket.objects.select_related("owner").get(pk=ticket.pk)
    same = Ticket.objects.filter(pk=seen.pk, owner=seen.owner_id, pool=seen.pool_id)
    won = is_free(seen) and same.update(owner=by)
    ticket.refresh_from_db()
    if not won:
        raise Refused("already-taken", number=ticket.number, who=eyes(by).staff(ticket.owner))
