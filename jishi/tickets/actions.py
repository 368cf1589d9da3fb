"""What can be done to a ticket: one verb, one function. Each is told by an `Entry` and answers with its event.

Refused, all of them: "no-such-move" (the lifecycle), "in-the-future", "before-received", "changed-meanwhile".
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from django.db import transaction

from jishi.core.refused import Refused
from jishi.core.zones import seconds
from jishi.directory.models import Person, ServicePoint, Supplier, Team

from . import urgency
from .completing import resolve as resolve
from .entry import Entry
from .handing_over import escalate as escalate
from .handing_over import explain as explain
from .models import Event, Ticket
from .verbs import tell


def acknowledge(ticket: Ticket, entry: Entry) -> Event:
    """An automatic word that it arrived; no clock hears it."""
    return tell(ticket, "acknowledged", entry)


def queue(ticket: Ticket, entry: Entry) -> Event:
    """The call or chat waits to be answered."""
    return tell(ticket, "queued", entry)


def answer(ticket: Ticket, entry: Entry) -> Event:
    """The call or chat was taken."""
    return tell(ticket, "answered", entry)


def attempt(ticket: Ticket, entry: Entry, *, outcome: str = "no-answer", lasted: int | None = None) -> Event:
    """Somebody tried to reach the customer in vain; the contact clock runs on (D1). `lasted`: seconds."""
    return tell(ticket, "attempted", entry, outcome=outcome, lasted=lasted)


def contact(ticket: Ticket, entry: Entry, *, channel: str | None = None, lasted: int | None = None) -> Event:
    """Somebody of us spoke with the customer: the first time is the response (D1)."""
    return tell(ticket, "contacted", entry, channel=channel, lasted=lasted)


def note(ticket: Ticket, entry: Entry, *, to: Iterable[Person] = ()) -> Event:
    """Words among colleagues, `to` some of them by name; it moves nothing."""
    return tell(ticket, "noted", entry, to=[person.pk for person in to] or None)


def assign(ticket: Ticket, entry: Entry, *, owner: Person, reason: str | None = None, how: str | None = None) -> Event:
    """`owner` takes care of it, and so does the owner's team. `how` it came about, where nobody chose."""
    place = {"team": owner.team_id, "department": owner.department_id, "supplier": owner.supplier_id}
    if owner.team and owner.team.line > 1:
        place = {"pool": owner.team_id}
    return tell(ticket, "assigned", entry, owner=owner.pk, reason=reason, how=how, **place)


def transfer(ticket: Ticket, entry: Entry, *, team: Team, owner: Person | None = None, reason: str = "") -> Event:
    """Another team takes it over. Refuses to go without a reason."""
    place = _place(team) | {"owner": owner.pk if owner else 0}
    return tell(ticket, "transferred", entry, reason=needed(reason), **place)


def start(ticket: Ticket, entry: Entry) -> Event:
    """Work on it began."""
    return tell(ticket, "started", entry)


def pause(ticket: Ticket, entry: Entry, *, reason: str, until: datetime | None = None) -> Event:
    """It waits, for `reason`: the clocks that stops stand still until resumed; `until` is when we look again."""
    return tell(ticket, "paused", entry, reason=needed(reason), until=_epoch(until))


def resume(ticket: Ticket, entry: Entry) -> Event:
    """What was waited for has come."""
    return tell(ticket, "resumed", entry)


def accept(ticket: Ticket, entry: Entry) -> Event:
    """Second line takes it; who tells us owns it now."""
    return tell(ticket, "accepted", entry, owner=entry.by.pk if entry.by else None)


def return_(ticket: Ticket, entry: Entry, *, reason: str) -> Event:
    """Second line hands it back."""
    return tell(ticket, "returned", entry, reason=needed(reason), pool=0, owner=0)


def reprioritise(ticket: Ticket, entry: Entry, *, priority: str, reason: str | None = None) -> Event:
    """The promises of the new priority hold, measured from the start (C22)."""
    return tell(ticket, "reprioritised", entry, priority=priority, was=ticket.priority, reason=reason)


@transaction.atomic
def chase(ticket: Ticket, entry: Entry) -> Event:
    """The customer asks where we are (催单); counted, never a repeat (D5). Often enough, by rule, it raises."""
    event = tell(ticket, "chased", entry)
    higher = urgency.chased(ticket)
    if higher != ticket.priority:
        reprioritise(ticket, replace(entry, note=""), priority=higher, reason="chased")
    return event


def agree_visit(ticket: Ticket, entry: Entry, *, agreed: datetime, asked_by: str = "customer") -> Event:
    """A time was agreed. The customer's wish moves the promised arrival, ours does not (C18, C19)."""
    return tell(ticket, "visit_agreed", entry, agreed=_epoch(agreed), asked_by=asked_by)


def reschedule(ticket: Ticket, entry: Entry, *, agreed: datetime, asked_by: str, reason: str | None = None) -> Event:
    """Another time was agreed."""
    return tell(ticket, "rescheduled", entry, agreed=_epoch(agreed), asked_by=asked_by, reason=reason)


def dispatch(
    ticket: Ticket,
    entry: Entry,
    *,
    engineer: Person | None = None,
    supplier: Supplier | None = None,
    point: ServicePoint | None = None,
) -> Event:
    """An engineer or a third party is on the way."""
    sent = {"owner": engineer, "supplier": supplier, "point": point}
    return tell(ticket, "dispatched", entry, **{name: who.pk for name, who in sent.items() if who})


def arrive(ticket: Ticket, entry: Entry) -> Event:
    """The engineer stands at the door."""
    return tell(ticket, "arrived", entry)


def leave(ticket: Ticket, entry: Entry) -> Event:
    """The engineer has left."""
    return tell(ticket, "left", entry)


def diagnose(ticket: Ticket, entry: Entry, *, fault: str | None = None, **found: str) -> Event:
    """What is wrong: a fault code, the words in the note (D14)."""
    return tell(ticket, "diagnosed", entry, fault=fault, **found)


def confirm(ticket: Ticket, entry: Entry) -> Event:
    """Done, says the customer."""
    return tell(ticket, "confirmed", entry)


def reopen(ticket: Ticket, entry: Entry, *, reason: str) -> Event:
    """It was not done after all: the resolution clock runs on, in its next cycle."""
    return tell(ticket, "reopened", entry, reason=needed(reason))


def cancel(ticket: Ticket, entry: Entry, *, reason: str) -> Event:
    """It need not be done (C21)."""
    return tell(ticket, "cancelled", entry, reason=needed(reason))


def close(ticket: Ticket, entry: Entry, *, reasons: Mapping[str, str] | None = None) -> Event:
    """Nothing more will come; `reasons` say by clock why its promise was broken (D14)."""
    return tell(ticket, "closed", entry, reasons=dict(reasons) if reasons else None)


def merge(ticket: Ticket, entry: Entry, *, into: Ticket) -> Event:
    """The same matter as `into`, where work goes on. Refuses itself and a ticket that is over."""
    if into.pk == ticket.pk or into.open_since is None:
        raise Refused("cannot-merge", number=into.number)
    return tell(ticket, "merged", entry, into=into.pk)


def needed(reason: str) -> str:
    if not reason.strip():
        raise Refused("reason-missing")
    return reason


def _place(team: Team) -> dict[str, int | None]:
    return {"pool": team.pk} if team.line > 1 else {"team": team.pk, "department": team.department_id, "pool": 0}


def _epoch(at: datetime | None) -> int | None:
    return None if at is None else seconds(at)
