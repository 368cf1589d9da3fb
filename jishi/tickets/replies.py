"""Saved replies: words that are often sent. Their placeholders are a table, nothing is ever evaluated."""

import re
from collections.abc import Collection, Mapping

from django.db.models import F, Q, QuerySet

from jishi.core.refused import Refused
from jishi.directory.eyes import Eyes
from jishi.directory.models import Person
from jishi.words.moments import full_day, hour

from .models import SavedReply, Ticket

PLACEHOLDER = re.compile(r"\{([a-z]+)\}")
PLACEHOLDERS = ("customer", "contact", "number", "agent", "product", "serial", "appointment")
OFFERED = 20


def offered(person: Person, words: str = "") -> QuerySet[SavedReply]:
    """Those of everybody and of one's team that hold `words`, the most used first."""
    own = SavedReply.objects.filter(Q(team=None) | Q(team=person.team_id))
    for word in words.split()[:5]:
        own = own.filter(Q(title__icontains=word) | Q(body__icontains=word) | Q(body_en__icontains=word))
    return own.order_by("-used", "pk")


def values(ticket: Ticket, by: Person) -> dict[str, str]:
    """What each placeholder stands for; "" for what is not known. Customers get the staff number (D8)."""
    agreed = ticket.agreed_at
    return {
        "customer": ticket.customer.name if ticket.customer else "",
        "contact": ticket.contact.name if ticket.contact else "",
        "number": ticket.number,
        "agent": by.number,
        "product": str(ticket.product or ""),
        "serial": str(ticket.device or ""),
        "appointment": f"{full_day(agreed)} {hour(agreed)}" if agreed else "",
    }


def seen_values(ticket: Ticket, by: Person, eyes: Eyes) -> dict[str, str]:
    """Without what `eyes` see masked: that is filled in when it is sent."""
    known = values(ticket, by)
    masked = {"customer": eyes.customer(ticket.customer), "contact": eyes.name(known["contact"])}
    return {name: value for name, value in known.items() if masked.get(name, value) == value}


def fill(words: str, values: Mapping[str, str]) -> str:
    """Known placeholders become their values; whatever else stands in braces stays as it is."""
    return PLACEHOLDER.sub(lambda found: values.get(found[1]) or found[0], words)


def ready(words: str, ticket: Ticket, by: Person) -> str:
    """As it goes out. Refuses a placeholder that stands for nothing here ("placeholder-empty")."""
    filled = fill(words, values(ticket, by))
    for name in PLACEHOLDER.findall(filled):
        if name in PLACEHOLDERS:
            raise Refused("placeholder-empty", value=f"{{{name}}}")
    return filled


def use(replies: Collection[int]) -> None:
    """They were sent once more."""
    SavedReply.objects.filter(pk__in=replies).update(used=F("used") + 1)
