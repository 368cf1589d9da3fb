"""Customers: found by number, name or serial, and written down when we did not know them."""

import secrets
from typing import NamedTuple

from django.db.models import Q

from jishi.core import telephone

from .models import Contact, Customer, Device
from .telephones import answering, keep

FOUND = 8  # proposed while typing
LEAST = 2  # characters of a name


class Hit(NamedTuple):
    """Whom `typed` may mean, and by what they were found."""

    customer: Customer
    contact: Contact | None = None
    device: Device | None = None
    by: str = "name"


def find(typed: str) -> list[Hit]:
    """By telephone number, else by serial or customer number, else by name; a few, best first."""
    number = telephone.read(typed)
    if number:
        called = [Hit(each.customer, each, by="phone") for each in answering(number)[:FOUND]]
        return called or _numbered(typed)
    return _numbered(typed) or _named(typed)


def welcome(name: str, phone: str = "", kind: str = "person", person: str = "") -> tuple[Customer, Contact]:
    """The customer called `name`, new or known by that exact name and telephone; and whom to call there."""
    number = telephone.read(phone)
    known = answering(number).filter(customer__name=name).first() if number else None
    known = known or Contact.objects.filter(customer__name=name, phone=phone).select_related("customer").first()
    if known:
        return known.customer, known
    customer = Customer.objects.create(number=f"C-{secrets.token_hex(5)}", name=name, kind=kind)
    return customer, introduce(customer, person or name, phone)


def introduce(customer: Customer, name: str, phone: str = "") -> Contact:
    """Somebody else to call at `customer`."""
    contact = Contact.objects.create(customer=customer, name=name[:120], phone=phone[:32])
    keep(contact, phone)
    return contact


def _numbered(typed: str) -> list[Hit]:
    typed = typed.strip()
    if len(typed) < LEAST:
        return []
    owned = Device.objects.filter(customer__erased_at=None, customer__isnull=False)
    devices = owned.filter(serial__istartswith=typed).select_related("customer", "product")[:FOUND]
    if devices:
        return [Hit(each.customer, device=each, by="serial") for each in devices]
    return [Hit(each) for each in Customer.objects.filter(number__iexact=typed, erased_at=None)]


def _named(typed: str) -> list[Hit]:
    """Customers whose name holds the words, then contacts whose name begins so."""
    typed = typed.strip()
    if len(typed) < LEAST:
        return []
    customers = Customer.objects.filter(name__icontains=typed, erased_at=None).order_by("name", "pk")[:FOUND]
    hits = [Hit(each) for each in customers]
    others = ~Q(customer__in=[each.pk for each in customers]) & Q(customer__erased_at=None)
    people = Contact.objects.filter(others, name__startswith=typed).select_related("customer").order_by("pk")
    return hits + [Hit(each.customer, each) for each in people[: FOUND - len(hits)]]
