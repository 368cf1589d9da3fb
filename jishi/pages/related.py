"""What belongs together with a ticket, as far as the reader may see it."""

from typing import NamedTuple

from jishi.directory.models import Person
from jishi.tickets import journal
from jishi.tickets.linking import links
from jishi.tickets.models import Event, Ticket
from jishi.tickets.queries import SHOWN, visible


class Related(NamedTuple):
    """`link`: what the ticket one reads is to `ticket`."""

    ticket: Ticket
    link: str


def related(ticket: Ticket, person: Person) -> list[Related]:
    """Linked ones, where it was merged into, and what was merged into it; others do not exist for the reader."""
    found = links(journal.history(ticket)) | dict.fromkeys(_merged(ticket), "holds")
    seen = visible(person).filter(pk__in=found).select_related(*SHOWN).order_by("-received_at")
    return [Related(other, found[other.pk]) for other in seen]


def _merged(ticket: Ticket) -> list[int]:
    """The tickets that were merged into this one, asked of its customer's."""
    if ticket.customer_id is None:
        return []
    same = Ticket.objects.filter(customer=ticket.customer_id, status="merged").exclude(pk=ticket.pk)
    told = Event.objects.filter(ticket__in=same.values("pk"), kind="merged", facts__into=ticket.pk)
    return [*told.values_list("ticket_id", flat=True)]
