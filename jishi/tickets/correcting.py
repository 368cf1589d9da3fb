"""An entry was wrong: it gets another moment, or is void. The entry stays, the correction stands beside it."""

from datetime import datetime

from django.db import transaction

from jishi.core.lifecycle import misfits
from jishi.core.refused import Refused
from jishi.core.zones import seconds

from . import journal
from .actions import needed
from .entry import Entry
from .fold import fold
from .models import Event, Ticket
from .verbs import store, write


@transaction.atomic
def correct(ticket: Ticket, entry: Entry, *, place: int, at: datetime | None, reason: str) -> Event:
    """The entry at `place` (its `seq`) happened `at` another moment, or, with None, not at all. The latest wins.

    Refuses a correction without a reason, of a correction, into the future, and one after which the journal would
    no longer pass the lifecycle ("correction-misfits").
    """
    tale = journal.tale(ticket)
    _correctable(tale, place, at, entry)
    doubtful = len(misfits(tale.told))
    event = write(tale, "corrected", seconds(entry.now), entry, {"event": place, "reason": needed(reason)})
    event.facts["at"] = None if at is None else seconds(at)
    if len(misfits(tale.told)) > doubtful:
        raise Refused("correction-misfits", number=ticket.number)
    store(ticket, fold(tale.told))
    return journal.record(tale, event, entry)


def _correctable(tale: journal.Tale, place: int, at: datetime | None, entry: Entry) -> None:
    if not 1 <= place <= len(tale.entries) or tale.entries[place - 1].kind == "corrected":
        raise Refused("no-such-event", place=place)
    if at is not None and at > entry.now:
        raise Refused("in-the-future", at=at.isoformat())
