"""The values a condition can have, by the names people know them by."""

from collections.abc import Iterator
from typing import NamedTuple

from django.db.models import Model

from jishi.core.lifecycle import STATES
from jishi.directory.eyes import eyes
from jishi.directory.models import Category, Department, Person, Product, ServiceType, Supplier, Team
from jishi.directory.staff import known
from jishi.tickets.models import Ticket
from jishi.tickets.own_fields import in_use, names
from jishi.tickets.queries import visible
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


def fields(asked: Asked, person: Person) -> Iterator[Field]:
    """Every field a condition can be set on, with the values `person` may know of."""
    for name in (*CODED, *LINKED):
        chosen = asked.fields.get(name, "").split(",")
        yield Field(name, field_name(name), [(value, words, value in chosen) for value, words in offered(name, person)])
    for own in in_use().values():
        chosen = asked.fields.get(f"own.{own.code}", "").split(",")
        if own.kind == "list":
            yield Field(f"own.{own.code}", str(own), [(value, value, value in chosen) for value in own.choices])


def offered(name: str, person: Person) -> list[tuple[str, str]]:
    """Of the staff, those `person` may know of, by the name they know them by."""
    if name != "owner":
        return options(name)
    return [(str(each.pk), eyes(person).staff(each)) for each in known(person).order_by("pk")[:MOST]]


def options(name: str) -> list[tuple[str, str]]:
    if name in CODED:
        values, words = CODED[name]
        return [(value, words(value)) for value in values]
    return [(str(row.pk), str(row)) for row in LINKED[name].objects.order_by("pk")[:MOST]]


def chips(asked: Asked, person: Person) -> list[Chip]:
    """The conditions that hold, each with the address without it."""
    called = names(asked.fields)
    return [
        Chip(called.get(name) or field_name(name), _said(name, values, person), asked.without(name))
        for name, values in asked.fields.items()
    ]


def _said(name: str, values: str, person: Person) -> str:
    """Rows by name, as far as `person` may know of them: those offered, and those of tickets they see."""
    if name in CODED:
        return "、".join(CODED[name][1](value) for value in values.split(","))
    if name.startswith("own.") or name == "source":
        return values
    ids = [int(value) for value in values.split(",") if value.isdecimal() and len(value) < 18]
    if name == "owner":
        rows = known(person).filter(pk__in=ids)
    elif name in LINKED:
        rows = LINKED[name].objects.filter(pk__in=ids)
    else:
        seen = visible(person).filter(**{f"{name}__in": ids}).values(name)
        rows = Ticket._meta.get_field(name).related_model.objects.filter(pk__in=seen)
    return "、".join(eyes(person).row(row) for row in rows)
