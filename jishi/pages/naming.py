"""What the facts of events say: the names behind ids, and behind the codes of lists people edit."""

from collections.abc import Iterable, Iterator

from django.db.models import Model

from jishi.directory import lists
from jishi.directory.eyes import Eyes
from jishi.directory.models import (
    Category,
    Contract,
    Customer,
    Department,
    Device,
    Person,
    Product,
    ServicePoint,
    ServiceType,
    Site,
    Supplier,
    Team,
)
from jishi.directory.models.lists import LISTS
from jishi.tickets.journal import Line
from jishi.tickets.models import Event, Ticket
from jishi.tickets.own_fields import names as own_names
from jishi.words import value as worded
from jishi.words.ticket import fact

Names = dict[tuple[str, str], str]

MODELS: dict[str, type[Model]] = {
    "owner": Person,
    "team": Team,
    "pool": Team,
    "department": Department,
    "supplier": Supplier,
    "point": ServicePoint,
    "service_type": ServiceType,
    "category": Category,
    "subcategory": Category,
    "product": Product,
    "device": Device,
    "customer": Customer,
    "contract": Contract,
    "site": Site,
    "beside": Ticket,
}
# Which facts of an event its line tells, in this order.
TELLS = {
    "received": ("emotion", "because", "apart", "beside"),
    "assigned": ("owner", "reason"),
    "transferred": ("team", "pool", "owner", "reason"),
    "paused": ("reason", "until"),
    "pause_asked": ("reason", "until"),
    "escalated": ("pool",),
    "explained": ("reason",),
    "returned": ("reason",),
    "reprioritised": ("was", "priority", "reason"),
    "attempted": ("outcome", "lasted"),
    "contacted": ("channel", "lasted"),
    "visit_agreed": ("agreed", "asked_by"),
    "rescheduled": ("agreed", "asked_by", "reason"),
    "dispatched": ("owner", "supplier", "point"),
    "diagnosed": ("fault",),
    "resolved": ("result", "cause"),
    "reopened": ("reason",),
    "cancelled": ("reason",),
    "closed": ("reason",),
    "changed": ("field", "was", "to"),
    "corrected": ("event", "reason"),
    "linked": ("link",),
    **dict.fromkeys(("granted", "grant_asked", "grant_declined"), ("goodwill", "money", "days")),
}
# Which facts are codes of a list people edit.
LISTED = {
    ("paused", "reason"): "pause",
    ("pause_asked", "reason"): "pause",
    ("explained", "reason"): "explain",
    ("cancelled", "reason"): "cancel",
    ("transferred", "reason"): "transfer",
    ("returned", "reason"): "return",
    ("diagnosed", "fault"): "fault",
    ("resolved", "result"): "result",
    **dict.fromkeys(((kind, "goodwill") for kind in ("granted", "grant_asked", "grant_declined")), "goodwill"),
}


def told(event: Event, names: Names) -> list[str]:
    """The facts of an event in words."""
    return [fact(name, names.get((of, str(value))) or worded(value, of)) for name, of, value in said(event)]


def named(lines: Iterable[Line], eyes: Eyes) -> Names:
    """The names behind these events, one query a kind of thing, one for all lists, one for own fields."""
    wanted: dict[str, set[str]] = {}
    for line in lines:
        for _, of, value in said(line.event):
            wanted.setdefault(of, set()).add(str(value))
    rows = {of: MODELS[of].objects.filter(pk__in=ids) for of, ids in wanted.items() if of in MODELS}
    codes = [code for of, listed in wanted.items() if of in LISTS for code in listed]
    own = {("field", address): name for address, name in own_names(wanted.get("field", ())).items()}
    return {(of, str(row.pk)): eyes.row(row) for of, found in rows.items() for row in found} | lists.names(codes) | own


def said(event: Event) -> Iterator[tuple[str, str, object]]:
    """The facts an event's line tells: (name, what its value names, value)."""
    for name in TELLS.get(event.kind, ()):
        if (value := event.facts.get(name)) in (None, "", 0):
            continue
        changes = event.kind == "changed" and name in ("was", "to")
        yield name, str(event.facts["field"]) if changes else LISTED.get((event.kind, name), name), value
