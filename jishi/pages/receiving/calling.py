"""Who calls: found by number, name or serial; the customer's card; what is open there is chased in one press."""

from typing import Any
from uuid import uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from jishi.core import telephone
from jishi.directory.customers import find as look_up
from jishi.directory.eyes import eyes
from jishi.directory.models import Contact, Customer, Device
from jishi.tickets import actions
from jishi.tickets.entry import Entry
from jishi.tickets.once import once

from ..doors import demand, needs
from ..looking_up import count, looked_up, number_of
from ..noting import note
from ..ticket import seen
from .card import card_of, hits, opened


@needs("find")
@require_POST
def find(request: HttpRequest) -> HttpResponse:
    """Whom the typed words may mean. A number that reveals somebody is written down, and not tried without end."""
    typed = request.POST.get("typed", "").strip()[:80]
    number, found = number_of(request, typed), look_up(typed)
    if number:
        looked_up(request, [hit.customer for hit in found], "phone")
    now = timezone.localtime()
    context = {"hits": hits(found, request.user, now), "typed": typed, "number": number, "now": now}
    return render(request, "receiving/_hits.html", context)


@needs("find")
@require_GET
def card(request: HttpRequest) -> HttpResponse:
    """The customer's card."""
    return _card(request, request.GET, opens=False)


@needs("unmask")
@require_POST
def unmask(request: HttpRequest) -> HttpResponse:
    """The card with names and numbers as they are, for this once."""
    demand(request.user, "find")
    return _card(request, request.POST, opens=True)


@needs("find")
@require_POST
def newcomer(request: HttpRequest) -> HttpResponse:
    """The fields of a customer we do not know, with what was typed in its place."""
    typed = request.POST.get("typed", "").strip()
    place = "phone" if telephone.read(typed) else "name"
    return render(request, "receiving/_newcomer.html", {"said": {place: typed[:80], "kind": "person"}})


@needs("chase")
@require_POST
def chase(request: HttpRequest, number: str) -> HttpResponse:
    """The customer asks where we are: told once however often it is pressed; answers with the ticket's line."""
    ticket = seen(request.user, number)
    key = request.POST.get("chase", "")[:64] or uuid4().hex
    once(request.user, f"{number}/chase", key, {}, lambda: actions.chase(ticket, Entry(request.user)).seq)
    ticket = seen(request.user, number)
    row = opened([ticket], timezone.localtime())[0]
    return render(request, "receiving/_open.html", {"row": row, "chased": True, "now": timezone.localtime()})


def _card(request: HttpRequest, said: Any, *, opens: bool) -> HttpResponse:
    count(request, "card")
    customer = _row(Customer, said, "customer")
    if customer is None or customer.erased_at:
        raise Http404
    if opens:
        note(request, "seen", "customer", customer.number)
    else:
        looked_up(request, [customer], "card")
    context = card_of(request.user, customer, said, timezone.localtime())
    sight = eyes(request.user, opened=opens)
    return render(request, "receiving/_card.html", context | {"eyes": sight})


def _row(model: Any, said: Any, name: str) -> Contact | Customer | Device | None:
    value = said.get(name, "")
    return model.objects.filter(pk=value).first() if value.isdecimal() and len(value) < 18 else None
