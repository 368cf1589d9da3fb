"""First line hands a ticket to the second, or says why it keeps it (R55, D4)."""

from django.db import transaction

from jishi.core.refused import Refused
from jishi.directory.models import Customer, Team

from .changing import change, rewrite
from .entry import Entry
from .models import Event, Ticket
from .verbs import tell

DEMANDS = ("description", "customer", "tried")


@transaction.atomic
def escalate(
    ticket: Ticket, entry: Entry, *, pool: Team, description: str = "", customer: Customer | None = None
) -> Event:
    """To the pool of `pool`; the note says what was tried. Refuses gaps, naming them ("handover-incomplete")."""
    given = {"description": description.strip(), "customer": customer, "tried": entry.note.strip()}
    lacks = [demand for demand in lacking(ticket) if not given[demand]]
    if lacks:
        raise Refused("handover-incomplete", lacks=lacks)
    if description and not ticket.description.strip():
        rewrite(ticket, entry, "description", description)
    if customer and ticket.customer_id is None:
        change(ticket, entry, field="customer", to=customer)
    return tell(ticket, "escalated", entry, pool=pool.pk)


def lacking(ticket: Ticket) -> list[str]:
    """What second line would have to ask for: description, customer, and always what was tried."""
    known = {"description": bool(ticket.description.strip()), "customer": ticket.customer_id is not None}
    return [demand for demand in DEMANDS if not known.get(demand)]


def explain(ticket: Ticket, entry: Entry, *, reason: str) -> Event:
    """It stays with first line, for a reason: the hand-over clock is called off. Refuses what was handed over."""
    if ticket.pool_id is not None:
        raise Refused("handed-over", number=ticket.number)
    return tell(ticket, "explained", entry, reason=reason)
