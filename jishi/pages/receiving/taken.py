"""What was typed of a request, read as rows and codes; and the request taken in."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from jishi.core.refused import Refused
from jishi.directory.customers import introduce, welcome
from jishi.directory.models import (
    Category,
    Contact,
    Contract,
    Customer,
    Device,
    Person,
    Product,
    ServiceType,
    Team,
)
from jishi.directory.telephones import keep
from jishi.tickets import actions
from jishi.tickets.alike import tie
from jishi.tickets.entry import Entry
from jishi.tickets.models import Ticket
from jishi.tickets.receiving import imply
from jishi.tickets.receiving import receive as take_in

from .. import choices, forms
from ..doors import demand
from .judging import judged

WORDS = {"title": 300, "description": 20_000, "remark": 5_000}
ROWS = {
    "service_type": ServiceType,
    "category": Category,
    "subcategory": Category,
    "product": Product,
    "team": Team,
    "customer": Customer,
    "contact": Contact,
    "device": Device,
}
CODES = ("channel", "zone")
Said = Mapping[str, str]


@transaction.atomic
def received(said: Said, person: Person) -> Ticket:
    """The ticket, its clocks started, in the hands it was given to. Refuses what is missing or cannot be."""
    if not said.get("title", "").strip():
        raise Refused("field-missing", field="title")
    words = {name: said.get(name, "").strip()[:most] for name, most in WORDS.items()}
    fields = written(fields_of(said, person), said)
    own = {name[4:]: value for name, value in said.items() if name.startswith("own.")}
    judgement = judged(said, person, fields)
    ticket = take_in(_entry(said, person, words["description"]), **words, own=own, **fields, **judgement)
    _answered(ticket, said, person)
    if judgement.get("apart") == "linked":
        tie(ticket, Ticket.objects.get(pk=judgement["beside"]), Entry(person))
    if said.get("hand") == "me":
        actions.assign(ticket, Entry(person), owner=person)
    return ticket


def fields_of(said: Said, person: Person) -> dict[str, Any]:
    """Rows and codes by the ticket's column names, with what follows from them. Refuses what does not belong."""
    told = {name: _row(name, said.get(name, "")) for name in ROWS} | _codes(said) | _device(said)
    if any(told[name] for name in ("customer", "contact", "device")):
        demand(person, "find")
    if not told["team"] and person.team and person.team.line == 1:
        told["team"] = person.team
    fields = imply({name: value for name, value in told.items() if value})
    _demand_one(fields)
    if contract := in_force(fields.get("customer"), timezone.localdate()):
        fields["contract"] = contract
    return fields


def written(fields: dict[str, Any], said: Said) -> dict[str, Any]:
    """A customer, a contact, a number we did not know is written down."""
    name, phone, who = (said.get(field, "").strip() for field in ("name", "phone", "person"))
    customer, contact = fields.get("customer"), fields.get("contact")
    if customer is None:
        return fields | (_newcomer(name, phone, said.get("kind", ""), who) if name else {})
    if who:
        return fields | {"contact": introduce(customer, who, phone)}
    if phone:
        fields["contact"] = contact or introduce(customer, customer.name, phone)
        keep(fields["contact"], phone)
    return fields


def in_force(customer: Customer | None, today: date) -> Contract | None:
    """The contract of today that began last."""
    if customer is None:
        return None
    held = [each for each in customer.contracts.all() if each.since <= today <= (each.until or today)]
    return max(held, key=lambda each: (each.since, each.pk), default=None)


def _row(name: str, value: str) -> Any:
    if not value:
        return None
    row = ROWS[name].objects.filter(pk=value).first() if value.isdecimal() and len(value) < 18 else None
    if row is None:
        raise Refused("bad-value", field=name, value=value[:40])
    return row


def _codes(said: Said) -> dict[str, str]:
    for name in CODES:
        if said.get(name) and said[name] not in choices.CODED[name][0]:
            raise Refused("bad-value", field=name, value=said[name][:40])
    return {name: said.get(name, "") for name in CODES}


def _device(said: Said) -> dict[str, Any]:
    serial = said.get("serial", "").strip()
    if not serial:
        return {}
    device = Device.objects.filter(serial__iexact=serial).select_related("product", "customer", "site__point").first()
    if device is None:
        raise Refused("unknown-serial", value=serial[:80])
    return {"device": device}


def _demand_one(fields: dict[str, Any]) -> None:
    """The contact and the device are the customer's, the sub-category is the category's."""
    customer = fields.get("customer")
    for name in ("contact", "device"):
        owner = getattr(fields.get(name), "customer", None)
        if owner and owner != customer:
            raise Refused("not-theirs", field=name, value=str(fields[name]) if name == "device" else "")
    if narrow := fields.get("subcategory"):
        fields["category"] = narrow.parent or narrow


def _newcomer(name: str, phone: str, kind: str, who: str) -> dict[str, Any]:
    known = Customer.objects.filter(name=name[:200], erased_at=None)
    if not phone and known.count() == 1:
        return {"customer": known.get()}
    customer, contact = welcome(name[:200], phone[:32], "company" if kind == "company" else "person", who[:120])
    return {"customer": customer, "contact": contact}


def _entry(said: Said, person: Person, words: str) -> Entry:
    return Entry(person, "desk", _moment(said, "at") or _moment(said, "queued_at"), words)


def _answered(ticket: Ticket, said: Said, person: Person) -> None:
    """How long the caller waited, where somebody knows; else the answer clock has no queue data (D1)."""
    queued, answered = _moment(said, "queued_at"), _moment(said, "answered_at")
    if queued and answered:
        actions.queue(ticket, Entry(person, at=queued))
        actions.answer(ticket, Entry(person, at=answered))


def _moment(said: Said, name: str) -> datetime | None:
    return forms.moment(said[name]) if said.get(name) else None
