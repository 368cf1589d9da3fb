"""How every verb is done: decide by the lifecycle, save against the version that was read, record."""

from django.db import transaction

from jishi.core.history import Event as Told
from jishi.core.lifecycle import after, state_of
from jishi.core.refused import Refused
from jishi.core.zones import seconds

from . import journal
from .entry import Entry
from .fold import fold
from .journal import Tale
from .models import Event, Ticket
from .writing_rows import change_row


@transaction.atomic
def tell(ticket: Ticket, kind: str, entry: Entry, **facts: object) -> Event:
    """One thing happened to `ticket`: load, decide, save, record. Facts that are None were not said."""
    tale = journal.tale(ticket)
    event = decide(tale, kind, entry, facts)
    store(ticket, fold(tale.told))
    return journal.record(tale, event, entry)


def decide(tale: Tale, kind: str, entry: Entry, facts: dict[str, object]) -> Told:
    """The event, added to the tale. Refuses what the lifecycle does not allow now ("no-such-move").

    What is told late is judged where it belongs, by its moment; what does not fit there is kept as doubtful (R12).
    """
    told, at = tale.told, entry.moment
    if told and at < told[0].at:
        raise Refused("before-received", kind=kind)
    if not told or at >= told[-1].at:
        after(state_of(told), kind)
    return write(tale, kind, at, entry, facts)


def write(tale: Tale, kind: str, at: int, entry: Entry, facts: dict[str, object]) -> Told:
    """The event, added to the tale, without asking whether it fits."""
    said = {name: value for name, value in facts.items() if value is not None}
    event = Told(kind, at, seconds(entry.now), str(entry.by.pk) if entry.by else "", said)
    tale.entries.append(event)
    tale.new += 1
    return event


def store(ticket: Ticket, columns: dict[str, object], **words: object) -> None:
    """Write what differs from the row that was read, unless somebody was faster ("changed-meanwhile")."""
    new = {name: value for name, value in (columns | words).items() if getattr(ticket, name) != value}
    new["version"] = ticket.version + 1
    if not change_row(ticket, new, version=ticket.version):
        raise Refused("changed-meanwhile", number=ticket.number)
    for name, value in new.items():
        setattr(ticket, name, value)
