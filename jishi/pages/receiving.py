"""A request is taken in at the desk."""

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from jishi.core.refused import Refused
from jishi.directory.customers import welcome
from jishi.directory.models import Category, Customer, Device, Person, Product, ServiceType, Team
from jishi.tickets.entry import Entry
from jishi.tickets.once import once
from jishi.tickets.own_fields import own_fields
from jishi.tickets.receiving import receive as take_in

from . import choices, forms
from .doors import needs

WORDS = {"title": 300, "description": 20_000, "remark": 5_000}
ROWS = {"service_type": ServiceType, "category": Category, "product": Product, "team": Team}
CODES = ("priority", "channel", "zone")
FOUND = 8  # customers proposed while typing


@needs("receive")
@require_http_methods(["GET", "POST"])
def receive(request: HttpRequest) -> HttpResponse:
    """The form; sent, a ticket with its clocks running, once however often it arrives."""
    if request.method == "GET":
        return _form(request, {"channel": "phone", "priority": "P2", "key": uuid4().hex})
    try:
        number = _take(request, request.user)
    except Refused as refused:
        return _form(request, request.POST.dict(), refused)
    return redirect("ticket", number)


@needs("receive")
@require_GET
def own(request: HttpRequest) -> HttpResponse:
    """The fields a service type adds, when it is chosen."""
    return render(request, "tickets/_own.html", {"own": _own(request.GET.get("service_type", "")), "said": {}})


@needs("receive")
@require_GET
def customers(request: HttpRequest) -> HttpResponse:
    """Names that begin as what is being typed."""
    typed = request.GET.get("customer", "").strip()
    found = Customer.objects.filter(name__startswith=typed, erased_at=None)[:FOUND] if len(typed) > 1 else []
    return render(request, "tickets/_customers.html", {"customers": found})


def _take(request: HttpRequest, person: Person) -> str:
    said = request.POST.dict()
    body = {name: value for name, value in said.items() if name != "csrfmiddlewaretoken"}
    return once(person, "receive", said.get("key", uuid4().hex)[:64], body, lambda: _received(said, person).number)


@transaction.atomic
def _received(said: Mapping[str, str], person: Person) -> Any:
    if not said.get("title", "").strip():
        raise Refused("field-missing", field="title")
    words = {name: said.get(name, "").strip()[:most] for name, most in WORDS.items()}
    fields = {name: _row(name, said.get(name, "")) for name in ROWS} | _codes(said) | _device(said) | _customer(said)
    if not fields["team"] and person.team and person.team.line == 1:
        fields["team"] = person.team
    own = {name[4:]: value for name, value in said.items() if name.startswith("own.")}
    at = said.get("at", "")
    entry = Entry(person, "desk", forms.moment(at) if at else None, words["description"])
    return take_in(entry, **words, own=own, **fields)


def _row(name: str, value: str) -> Any:
    if not value:
        return None
    row = ROWS[name].objects.filter(pk=value).first() if value.isdecimal() and len(value) < 18 else None
    if row is None:
        raise Refused("bad-value", field=name, value=value)
    return row


def _codes(said: Mapping[str, str]) -> dict[str, str]:
    for name in CODES:
        if said.get(name) and said[name] not in choices.CODED[name][0]:
            raise Refused("bad-value", field=name, value=said[name])
    return {name: said.get(name, "") for name in CODES}


def _device(said: Mapping[str, str]) -> dict[str, Any]:
    serial = said.get("serial", "").strip()
    if not serial:
        return {}
    device = Device.objects.filter(serial__iexact=serial).select_related("product", "customer", "site__point").first()
    if device is None:
        raise Refused("unknown-serial", value=serial)
    return {"device": device}


def _customer(said: Mapping[str, str]) -> dict[str, Any]:
    name, phone = said.get("customer", "").strip()[:200], said.get("phone", "").strip()[:32]
    if not name:
        return {}
    known = Customer.objects.filter(name=name, erased_at=None)
    if not phone and known.count() == 1:
        return {"customer": known.get()}
    customer, contact = welcome(name, phone)
    return {"customer": customer, "contact": contact}


def _own(service_type: str) -> list:
    return own_fields(ServiceType.objects.filter(pk=service_type).first() if service_type.isdecimal() else None)


def _form(request: HttpRequest, said: dict[str, str], refused: Refused | None = None) -> HttpResponse:
    options = {name: choices.options(name) for name in (*ROWS, *CODES)}
    context = {"said": said, "refused": refused, "options": options, "own": _own(said.get("service_type", ""))}
    return render(request, "tickets/receive.html", context, status=422 if refused else 200)
