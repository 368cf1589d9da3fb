"""A field of a ticket changes: the journal says from what to what, words stand in the note."""

from dataclasses import replace

from django.db import models, transaction

from jishi.core.refused import Refused

from . import journal
from .entry import Entry
from .fold import COLUMNS, LINKS, fold
from .models import Event, Ticket
from .own_fields import own_fields, read_value
from .receiving import WORDS
from .verbs import decide, store, tell

# These have verbs of their own.
BY_VERB = frozenset(["priority", "owner", "team", "pool"])


def change(ticket: Ticket, entry: Entry, *, field: str, to: object) -> Event:
    """Set a column to a row or a code, words to words, an own field to its value. Refuses others ("unknown-field")."""
    if field in WORDS:
        return rewrite(ticket, entry, field, str(to or ""))
    if field in COLUMNS - BY_VERB:
        return tell(ticket, "changed", entry, field=field, was=_code(ticket, field), to=_id(to), **_promised(field, to))
    return fill(ticket, entry, field, to)


@transaction.atomic
def rewrite(ticket: Ticket, entry: Entry, field: str, words: str) -> Event:
    """The journal keeps the new words in the note, where they can be erased."""
    tale = journal.tale(ticket)
    event = decide(tale, "changed", entry, {"field": field})
    store(ticket, fold(tale.told), **{field: words})
    return journal.record(tale, event, replace(entry, note=words))


@transaction.atomic
def fill(ticket: Ticket, entry: Entry, code: str, value: object) -> Event:
    """An own field; its value may be somebody's, so the journal names only the field."""
    own = {field.code: field for field in own_fields(ticket.service_type)}
    if code not in own:
        raise Refused("unknown-field", field=code)
    read = read_value(own[code], value)
    tale = journal.tale(ticket)
    event = decide(tale, "changed", entry, {"field": f"own.{code}"})
    kept = {name: kept for name, kept in ticket.extra.items() if name != code}
    store(ticket, fold(tale.told), extra=kept | ({} if read is None else {code: read}))
    return journal.record(tale, event, entry)


def _code(ticket: Ticket, field: str) -> object:
    return getattr(ticket, f"{field}_id" if field in LINKS else field)


def _id(to: object) -> object:
    """An id, a code, or 0 for nothing."""
    return to.pk if isinstance(to, models.Model) else to or 0


def _promised(field: str, to: object) -> dict[str, object]:
    """The code the promises read, beside the id."""
    if field == "service_type":
        return {"type": getattr(to, "code", "")}
    return {"level": getattr(to, "level", "")} if field == "contract" else {}
