"""Whether we know of it already: open tickets of the same customer about the same thing, and what came again (D5)."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import NamedTuple

from django.db import transaction
from django.db.models import Q

from jishi.directory.models import Person

from .entry import Entry
from .models import Ticket
from .queries import SHOWN, visible
from .search import grams
from .verbs import tell

MOST = 50  # open tickets of one customer that are compared
LIKE = 0.5  # so much of the shorter text stands in the longer one too
FEW = 4  # pairs of characters say too little
WINDOW = timedelta(days=7)  # of a repeat, from the first contact


class Known(NamedTuple):
    """`by`: what makes it look the same: "device", "subcategory", "words"."""

    ticket: Ticket
    by: tuple[str, ...]


def alike(person: Person, fields: Mapping[str, object], words: str) -> tuple[list[Known], int]:
    """Open tickets that may be the same matter; those `person` may not see are only counted."""
    if not fields.get("customer"):
        return [], 0
    open_ones = Ticket.objects.filter(customer=fields["customer"], open_since__isnull=False)
    compared = open_ones.select_related(*SHOWN, "device").order_by("-open_since", "-pk")[:MOST]
    found = [Known(ticket, by) for ticket in compared if (by := _same(ticket, fields, words))]
    seen = _seen(person, [known.ticket for known in found])
    mine = [known for known in found if known.ticket.pk in seen]
    return mine, len(found) - len(mine)


def again(person: Person, fields: Mapping[str, object], now: datetime) -> list[Ticket]:
    """What `person` may see of finished tickets this one would repeat: same customer, thing and sub-category (D5)."""
    thing = next((name for name in ("device", "product") if fields.get(name)), "")
    if not fields.get("customer") or not (thing or fields.get("subcategory")):
        return []
    same = Q(customer=fields["customer"], open_since=None, received_at__gte=now - WINDOW, received_at__lte=now)
    for name in (thing, "subcategory"):
        if name and fields.get(name):
            same &= Q(**{name: fields[name]})
    return list(visible(person).filter(same).exclude(status__in=("cancelled", "merged")).order_by("received_at"))


@transaction.atomic
def tie(ticket: Ticket, known: Ticket, entry: Entry) -> None:
    """Both are one matter: each journal says so from its own side."""
    for one, other in ((known, ticket), (ticket, known)):
        tell(one, "linked", entry, other=other.pk, link="same_cause")


def similar(words: str, others: str) -> bool:
    first, second = grams(words), grams(others)
    shorter = min(len(first), len(second))
    return shorter >= FEW and len(first & second) >= LIKE * shorter


def _same(ticket: Ticket, fields: Mapping[str, object], words: str) -> tuple[str, ...]:
    told = [name for name in ("device", "subcategory") if fields.get(name) and getattr(ticket, name) == fields[name]]
    return tuple([*told, "words"] if similar(words, f"{ticket.title} {ticket.description}") else told)


def _seen(person: Person, tickets: list[Ticket]) -> set[int]:
    return set(visible(person).filter(pk__in=[ticket.pk for ticket in tickets]).values_list("pk", flat=True))
