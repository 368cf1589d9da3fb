"""The hash chain of a ticket's journal: each digest covers the one before, the content, and the salted note."""

import hmac
import json
import secrets
from hashlib import sha256

from jishi.core.zones import seconds

from .models import Event, Note, Ticket


def seal(previous: str, number: str, event: Event) -> str:
    """The digest of `event` of the ticket `number`, after the one whose digest is `previous`."""
    content = [
        *(previous, number, event.seq, event.kind, seconds(event.at), seconds(event.recorded_at), event.late),
        *(event.by_id, event.door, event.facts, event.note_digest),
    ]
    written = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(written.encode()).hexdigest()


def salted(body: str) -> tuple[str, str]:
    """A fresh salt and the digest of `body` under it."""
    salt = secrets.token_hex(16)
    return salt, note_digest(body, salt)


def note_digest(body: str, salt: str) -> str:
    return hmac.new(salt.encode(), body.encode(), sha256).hexdigest()


def broken_links(ticket: Ticket) -> list[int]:
    """The places of the ticket's journal where the chain or a note that is still there does not hold."""
    broken, previous = [], ""
    notes = {note.event_id: note for note in Note.objects.filter(event__ticket=ticket)}
    for place, event in enumerate(Event.objects.filter(ticket=ticket).order_by("seq"), start=1):
        note = notes.get(event.pk)
        held = note is None or note_digest(note.body, note.salt) == event.note_digest
        if event.seq != place or seal(previous, ticket.number, event) != event.digest or not held:
            broken.append(event.seq)
        previous = event.digest
    return broken
