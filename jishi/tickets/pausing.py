"""A ticket waits. Which clocks stand still meanwhile is policy, and to some pauses a lead has to agree.

What is asked for stands in the journal; agreed to, the pause began when it was asked for (docs/adr/0018).
"""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from jishi.core.lifecycle import after, asked, state_of
from jishi.core.refused import Refused
from jishi.core.zones import moment, seconds
from jishi.directory.models import Item

from . import journal
from .actions import needed
from .entry import Entry
from .models import Event, Ticket
from .verbs import tell

ENDING = ("resolved", "closed")


def pause(ticket: Ticket, entry: Entry, *, reason: str, until: datetime | None = None) -> Event:
    """It waits, for `reason`; where a lead has to agree and this is none, the pause is asked for.

    Refuses longer than the reason allows ("pause-too-long").
    """
    item = Item.objects.filter(list="pause", code=needed(reason)).first()
    facts = {"reason": reason} | _bounded(item, entry, until)
    if item and item.facts.get("approval") and not (entry.by and entry.by.may("agree")):
        return ask(ticket, entry, **facts)
    return tell(ticket, "paused", entry, **facts, clocks=_stopped(item, ticket))


def ask(ticket: Ticket, entry: Entry, **facts: Any) -> Event:
    """A pause is wished for. Refuses a second wish before the first was answered ("already-asked")."""
    if ticket.asked_at is not None:
        raise Refused("already-asked", number=ticket.number)
    return tell(ticket, "pause_asked", entry, **facts)


@transaction.atomic
def agree(ticket: Ticket, entry: Entry) -> Event:
    """The pause that was asked for holds, from when it was asked for. Refuses where nothing is ("nothing-asked")."""
    told = journal.history(ticket)
    wish = asked(told)
    if wish is None:
        raise Refused("nothing-asked", number=ticket.number)
    after(state_of(told), "paused")
    item = Item.objects.filter(list="pause", code=wish.facts["reason"]).first()
    facts = {name: wish.facts.get(name) for name in ("reason", "until")}
    return tell(
        ticket, "paused", replace(entry, at=moment(wish.at)), **facts, clocks=_stopped(item, ticket), how="agreed"
    )


def decline(ticket: Ticket, entry: Entry) -> Event:
    """The pause that was asked for does not hold; the note says why."""
    if ticket.asked_at is None:
        raise Refused("nothing-asked", number=ticket.number)
    return tell(ticket, "pause_declined", entry)


def _bounded(item: Item | None, entry: Entry, until: datetime | None) -> dict[str, int]:
    """When we look again: as said, at the latest when the reason wears out."""
    longest = item.facts.get("longest") if item else None
    latest = moment(entry.moment) + timedelta(seconds=longest) if longest else None
    if until and latest and until > latest:
        raise Refused("pause-too-long", longest=longest)
    return {"until": seconds(until or latest)} if until or latest else {}


def _stopped(item: Item | None, ticket: Ticket) -> list[str] | None:
    """The clocks a reason stops; none said, the usual ones. A response that ends with the solution stops with it."""
    if item is None or "clocks" not in item.facts:
        return None
    own = ticket.service_type.ends if ticket.service_type else ""
    return [*item.facts["clocks"], *(["response"] if own in ENDING and "resolution" in item.facts["clocks"] else [])]
