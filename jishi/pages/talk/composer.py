"""The composer at the foot of a ticket: a reply, a note among us, a call."""

from typing import Any
from uuid import uuid4

from jishi.core.lifecycle import allowed
from jishi.directory.models import Person
from jishi.tickets.models import Attachment, Ticket

CHANNELS = ("mail", "chat", "app", "onsite")
OUTCOMES = ("connected", "no-answer", "busy", "refused", "wrong-number", "voicemail")
KINDS = {"contact": "contacted", "attempt": "attempted"}
KEYS = {"note": "n", "call": "b"}  # a reply has the key of its verb


def tabs(ticket: Ticket, person: Person) -> list[str]:
    """What `person` may say of `ticket` now."""
    able = {
        "reply": _may(ticket, person, "contact"),
        "note": person.may("note") and not person.is_outside,
        "call": bool(_outcomes(ticket, person)),
    }
    return [tab for tab, may in able.items() if may]


def composer(ticket: Ticket, person: Person, attempts: int, contacted: bool) -> dict[str, Any]:
    """What the composer shows: its tabs, what waits to be sent, and how often the customer was tried."""
    return {
        "tabs": [(tab, KEYS.get(tab, "")) for tab in tabs(ticket, person)],
        "key": uuid4().hex,
        "channels": CHANNELS,
        "channel": ticket.channel if ticket.channel in CHANNELS else CHANNELS[0],
        "outcomes": _outcomes(ticket, person),
        "waiting": Attachment.objects.filter(ticket=ticket, event=None, by=person).order_by("pk"),
        "attempts": attempts,
        "contacted": contacted,
    }


def _outcomes(ticket: Ticket, person: Person) -> list[str]:
    """How a call may have ended: of a ticket that is solved, only that it was connected."""
    return [one for one in OUTCOMES if _may(ticket, person, "contact" if one == "connected" else "attempt")]


def _may(ticket: Ticket, person: Person, verb: str) -> bool:
    return person.may(verb) and KINDS[verb] in allowed(ticket.status)
