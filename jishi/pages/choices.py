"""The values a condition can have, by the names people know them by."""

from collections.abc import Iterator
from typing import NamedTuple

from django.db.models import Model

from jishi.core.lifecycle import STATES
from jishi.directory.models import Category, Department, FieldDef, Person, Product, ServiceType, Supplier, Team
from jishi.tickets.models import Ticket
from jishi.words import channel, priority, status
from jishi.words.desk import field_name, zone

from .asked import Asked

LINKED: dict[str, type[Model]] = {
    "department": Department,
    "team": Team,
    "owner": Person,
    "service_type": ServiceType,
    "category": Category,
    "product": Product,
    "supplier": Supplier,
}
CODED = {
    "priority": (("P0", "P1", "P2", "P3"), priority),
    "channel": (("phone", "chat", "mail", "form", "onsite", "app", "api"), channel),
    "status": (STATES, status),
    "zone": (("same_city", "other_city"), zone),
}
MOST = 300  # options of one list; beyond that people search


class Field(NamedTuple):
    """A field with its options (value, words, chosen)."""

    name: str
    label: str
    options: list[tuple[str, str, bool]]


class Chip(NamedTuple):
    label: str
    values: str
    without: str


def fields(asked: Asked) -> Iterator[Field]:
    """Every field a condition can be set on."""
    for name in (*CODED, *LINKED):
        chosen = asked.fields.get(name, "").split(",")
        yield Field(name, field_name(name), [(value, words, value in chosen) for value, words in options(name)])
    for own in FieldDef.objects.filter(active=True, kind="list"):
        chosen = asked.fields.get(f"own.{own.code}", "").split(",")
        yield Field(f"own.{own.code}", own.name, [(value, value, value in chosen) for value in own.choices])


def options(name: str) -> list[tuple[str, str]]:
    if name in CODED:
        values, words = CODED[name]
        return [(value, words(value)) for value in values]
    return [(str(row.pk), str(row)) for row in LINKED[name].objects.order_by("pk")[:MOST]]


def chips(asked: Asked) -> list[Chip]:
    """The conditions that hold, each with the address without it."""
    return [Chip(field_name(name), _said(name, values), asked.without(name)) for name, values in asked.fields.items()]


def _said(name: str, values: str) -> str:
    if name in CODED:
        return "、".join(CODED[name][1](value) for value in values.split(","))
    if name.startswith("own.") or name == "source":
        return values
    model = Ticket._meta.get_field(name).related_model
    ids = [int(value) for value in values.split(",") if value.isdecimal()]
    return "、".join(str(row) for row in model.objects.filter(pk__in=ids))
