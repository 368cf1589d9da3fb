"""Customers and what they have, as rows tell it: what is new, what would change, what cannot be read; then all of it.

A row tells of a customer, somebody to call there, a device, a contract: whatever of it is filled. An empty cell, and
one that is covered ("王*"), changes nothing. The form on a customer's page is one such row.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from django.db import IntegrityError, transaction
from django.db.models import Model

from jishi.core.refused import Refused

from ..access import write
from ..models import Contact, Contract, Customer, Device, Person, Product, Site, Telephone
from ..sheet_rows import Fault, Row
from .faults import wrong
from .known import Register, known
from .telling import told

ORDER: dict[type[Model], tuple[str, ...]] = {
    Product: ("name",),
    Customer: ("name", "kind", "vip"),
    Site: ("province", "city", "district", "address", "point"),
    Contact: ("name", "phone", "mail"),
    Telephone: ("said",),
    Device: ("product", "site", "sold_on", "warranty_until"),
    Contract: ("level", "since", "until"),
}  # written in this order: who is pointed at, first


class Told(NamedTuple):
    """What a row does: "customer-new", "device-changed" …"""

    row: int
    customer: Customer
    serial: str
    does: list[str]


@dataclass
class Plan:
    """`same`: how many rows tell what is known already."""

    told: list[Told] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    same: int = 0


def plan(rows: Sequence[Row]) -> Plan:
    """Nothing is written. A dozen queries, however many rows."""
    return _planned(rows)[0]


@transaction.atomic
def bring(by: Person, rows: Sequence[Row]) -> Plan:
    """All of it, or nothing. Refused: "register-fault" (the first there is), "register-raced"."""
    made, register = _planned(rows)
    if made.faults:
        first = made.faults[0]
        raise Refused("register-fault", cell=first.column, value=first.value, why=first.reason)
    try:
        with transaction.atomic():
            _write(register)
    except IntegrityError as faster:
        raise Refused("register-raced") from faster
    numbers = {each.customer.number for each in made.told}
    if len(numbers) == 1:
        write(by, "registered", "customer", *numbers)
    elif numbers:
        write(by, "registered", "list", "customers", rows=len(made.told))
    return made


def _write(register: Register) -> None:
    for model, columns in ORDER.items():
        model._default_manager.bulk_create(register.new(model), batch_size=200)
        model._default_manager.bulk_update(register.changed(model), columns, batch_size=200)


def _planned(rows: Sequence[Row]) -> tuple[Plan, Register]:
    made, register = Plan(), known(rows)
    for row in rows:
        said = {name: text for name, text in row.said.items() if "*" not in text and "＊" not in text}
        faults = [Fault(row.number, name, row.said.get(name, "")[:80], why) for name, why in wrong(said, register)]
        made.faults += faults
        if faults:
            continue
        customer, does = told(said, register)
        if does:
            made.told.append(Told(row.number, customer, said.get("serial", ""), does))
        else:
            made.same += 1
    return made, register
