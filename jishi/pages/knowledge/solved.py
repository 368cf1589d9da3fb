"""A solved ticket as the beginning of an article: what was seen, found and done, without anybody's name in it."""

from typing import Any

from jishi.core import masking
from jishi.core.refused import Refused
from jishi.directory.eyes import CLOSED
from jishi.directory.models import Contact
from jishi.tickets.journal import timeline
from jishi.tickets.models import Ticket
from jishi.words.knowledge import body
from jishi.words.text import listed

from .. import naming

SOLVED = ("resolved", "closed")
TOLD = {"diagnosed": "found", "resolved": "done"}  # which entry says which part


def draft_of(ticket: Ticket) -> dict[str, Any]:
    """What the form begins with. Refused: "not-solved"."""
    if ticket.status not in SOLVED:
        raise Refused("not-solved", number=ticket.number)
    parts = {"seen": ticket.description or ticket.title, "done": ticket.measure} | _told(ticket)
    return {
        "title": anonymous(ticket, ticket.title)[:160],
        "body": anonymous(ticket, body(parts)),
        "category": str(ticket.category_id or ""),
        "subcategory": str(ticket.subcategory_id or ""),
        "products": [str(ticket.product_id)] if ticket.product_id else [],
        "service_types": [str(ticket.service_type_id)] if ticket.service_type_id else [],
    }


def _told(ticket: Ticket) -> dict[str, str]:
    """The latest words of the journal on each part, and the result by its name."""
    lines = [line for line in timeline(ticket) if not line.void and line.event.kind in TOLD]
    parts = {TOLD[line.event.kind]: line.note for line in lines if line.note}
    results = [line for line in lines if line.event.kind == "resolved"][-1:]
    said = [words for line in results for words in naming.told(line.event, naming.named(results, CLOSED))]
    return parts | ({"result": listed(said)} if said else {})


def anonymous(ticket: Ticket, words: str) -> str:
    """Without the customer's names, numbers, addresses and serial numbers."""
    customer = ticket.customer
    people = Contact.objects.filter(customer=customer).values_list("name", flat=True) if customer else []
    person = customer and customer.kind != "company"
    places = [ticket.site.address if ticket.site else "", ticket.device.serial if ticket.device else ""]
    places += [customer.name] if customer and not person else []
    return masking.text(words, [*people, *([customer.name] if person else [])], places)
