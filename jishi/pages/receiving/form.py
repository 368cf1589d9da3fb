"""The page a request is taken in on."""

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from jishi.core.refused import Refused
from jishi.directory.models import Category, Customer, Person, ServiceType
from jishi.tickets.models import Event
from jishi.tickets.once import once
from jishi.tickets.own_fields import own_fields
from jishi.tickets.queries import visible
from jishi.words.taking import EMOTIONS

from .. import choices
from ..doors import needs
from .card import card_of
from .taken import received
from .weighing import weighed

LISTS = ("service_type", "product", "channel", "zone", "team")


@needs("receive")
@require_http_methods(["GET", "POST"])
def receive(request: HttpRequest) -> HttpResponse:
    """The form; sent, a ticket with its clocks running, once however often it arrives."""
    if request.method == "GET":
        return _form(request, {"channel": "phone", "hand": "team", "key": uuid4().hex})
    try:
        number = _take(request, request.user)
    except Refused as refused:
        return _form(request, request.POST.dict(), refused)
    if visible(request.user).filter(number=number).exists():
        return redirect("ticket", number)
    response = redirect("receive")  # it went to where this person does not see
    response["Location"] += f"?taken={number}"
    return response


@needs("receive")
@require_GET
def own(request: HttpRequest) -> HttpResponse:
    """The fields a service type adds, when it is chosen."""
    return render(request, "receiving/_own.html", {"own": _own(request.GET)})


@needs("receive")
@require_GET
def subcategories(request: HttpRequest) -> HttpResponse:
    """What the category is divided into."""
    return render(request, "receiving/_subcategories.html", {"narrow": _narrow(request.GET)})


def _take(request: HttpRequest, person: Person) -> str:
    said = request.POST.dict()
    body = {name: value for name, value in said.items() if name != "csrfmiddlewaretoken"}
    return once(person, "receive", said.get("key", uuid4().hex)[:64], body, lambda: received(said, person).number)


def _form(request: HttpRequest, said: dict[str, str], refused: Refused | None = None) -> HttpResponse:
    context = {
        "said": said,
        "refused": refused,
        "options": {name: choices.options(name) for name in LISTS},
        "categories": [(str(row.pk), str(row)) for row in Category.objects.filter(parent=None).order_by("pk")],
        "narrow": _narrow(said),
        "own": _own(said),
        "emotions": list(EMOTIONS),
        "may_find": request.user.may("find"),
        "taken": _taken(request),
        **weighed(said, request.user),
        **_known(request.user, said),
    }
    return render(request, "receiving/form.html", context, status=422 if refused else 200)


def _known(person: Person, said: Mapping[str, str]) -> dict[str, Any]:
    """The card of the customer that was chosen before the form came back."""
    value = said.get("customer", "")
    if not (value.isdecimal() and len(value) < 18 and person.may("find")):
        return {}
    customer = Customer.objects.filter(pk=value, erased_at=None).first()
    return card_of(person, customer, said, timezone.localtime()) if customer else {}


def _own(said: Mapping[str, str]) -> list[tuple[object, str]]:
    kind = said.get("service_type", "")
    fields = own_fields(ServiceType.objects.filter(pk=kind).first() if kind.isdecimal() and len(kind) < 18 else None)
    return [(field, said.get(f"own.{field.code}", "")) for field in fields]


def _narrow(said: Mapping[str, str]) -> list[tuple[str, str]]:
    value = said.get("category", "")
    rows = Category.objects.filter(parent=value) if value.isdecimal() and len(value) < 18 else Category.objects.none()
    return [(str(row.pk), str(row)) for row in rows.order_by("pk")]


def _taken(request: HttpRequest) -> str:
    """The number of the request this person just took in for somebody else."""
    number = request.GET.get("taken", "")
    mine = Event.objects.filter(ticket__number=number, seq=1, by=request.user) if number else Event.objects.none()
    return number if mine.exists() else ""
