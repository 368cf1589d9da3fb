"""The hash chain of a ticket's journal: each digest covers the one before, the content, and the salted note."""

import hmac
import json
import secrets
from collections.abc import Sequence
from hashlib import sha256

from jishi.core.zones import seconds

from .models import Event, Note, Ticket

WRITTEN = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def seal(previous: str, number: str, event: Event) -> str:
    """The digest of `event` of the ticket `number`, after the one whose digest is `previous`."""
    content = [
        *(previous, number, event.seq, event.kind, seconds(event.at), seconds(event.recorded_at), event.late),
        *(event.by_id, event.door, event.facts, event.note_digest),
    ]
    return sha256(WRITTEN.encode(content).encode()).hexdigest()


def salted(body: str) -> tuple[str, str]:
    """A fresh salt and the digest of `body` under it."""
    salt = secrets.token_hex(16)
    return salt, note_digest(body, salt)


def note_digest(body: str, salt: str) -> str:
    return hmac.new(salt.encode(), body.encode(), sha256).hexdigest()


def broken_links(tickets: Sequence[Ticket]) -> list[tuple[Ticket, int]]:
    """The places in the tickets' journals where the chain, or a note that is still there, does not hold."""
    numbers = {ticket.pk: ticket for ticket in tickets}
    notes = {n.pk: note_digest(n.body, n.salt) for n in Note.objects.filter(event__ticket__in=tickets)}
    broken, ends = [], dict.fromkeys(numbers, ("", 0))
    for event in Event.objects.filter(ticket__in=tickets).order_by("ticket_id", "seq"):
        previous, place = ends[event.ticket_id]
        ticket = numbers[event.ticket_id]
        ends[event.ticket_id] = (event.digest, event.seq)
        sealed = event.seq == place + 1 and seal(previous, ticket.number, event) == event.digest
        if not sealed or notes.get(event.pk, event.note_digest) != event.note_digest:
            broken.append((ticket, event.seq))
    return broken
