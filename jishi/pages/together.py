"""Many tickets at once: each by its own verb; what is refused is listed with its reason, the rest is done."""

from collections.abc import Callable, Collection
from dataclasses import replace
from typing import Any
from uuid import uuid4

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from jishi.clocks.breaches import broken
from jishi.core.refused import Refused
from jishi.directory.models import Person
from jishi.tickets.models import Ticket
from jishi.tickets.queries import SHOWN, visible

from . import forms, verbs
from .doors import demand, staff
from .ticket import done_once, entry
from .verbs import Verb

ABLE = ("claim", "assign", "transfer", "pause", "reprioritise", "close")
IN_A_ROW = ("escalate", "explain")  # told of one ticket, from its row in the pool
MOST = 200


@staff
@require_http_methods(["GET", "POST"])
def together(request: HttpRequest, code: str) -> HttpResponse:
    """The form of a verb for the tickets that are marked; sent, it is done to each."""
    demand(request.user, named(code).needed)
    said = request.POST if request.method == "POST" else request.GET
    tickets = marked(request.user, said.getlist("tickets"))
    wanted = asked(code, tickets)
    context: dict[str, Any] = {"verb": wanted, "tickets": tickets, "key": uuid4().hex}
    if request.method == "GET":
        context["fields"] = forms.fields(wanted, request.user)
        return render(request, "tickets/_together_form.html", context)
    told = forms.read(wanted, request.POST, request.user)
    context["refused"] = [each for ticket in tickets if (each := _try(request, wanted, ticket, told))]
    context["done"] = len(tickets) - len(context["refused"])
    response = render(request, "tickets/_together.html", context)
    response.headers["HX-Trigger"] = "done-together"
    return response


def able(person: Person) -> list[Verb]:
    """What `person` may do to many at once."""
    return [verb for code in ABLE if person.may((verb := verbs.BY_CODE[code]).needed)]


def named(code: str) -> Verb:
    """The verb; closing many asks one reason for all their broken promises."""
    if code not in (*ABLE, *IN_A_ROW):
        raise Http404
    verb = verbs.BY_CODE[code]
    return replace(verb, may=("reason",)) if code == "close" else verb


def asked(code: str, tickets: Collection[Ticket]) -> Verb:
    """The verb; in a row with what this one ticket lacks for it."""
    verb, only = named(code), next(iter(tickets), None)
    return verbs.asking(verb, only) if only and len(tickets) == 1 and code in IN_A_ROW else verb


def marked(person: Person, numbers: list[str]) -> QuerySet[Ticket]:
    """Those of them `person` may see; the others do not exist."""
    return visible(person).filter(number__in=numbers[:MOST]).select_related(*SHOWN).order_by("number")


def _try(request: HttpRequest, verb: Verb, ticket: Ticket, told: dict[str, Any]) -> tuple[Ticket, Refused] | None:
    """Done, or the ticket with what the house says against it."""
    if verb.code == "close":
        clocks, reason = broken(ticket, timezone.now()), told.get("reason")
        told = {"reasons": dict.fromkeys(clocks, reason)} if reason else {}
    act: Callable[[], int] = lambda: verb.act(ticket, entry(request), **told).seq  # noqa: E731
    try:
        done_once(request, f"{ticket.number}/{verb.code}", act)
    except Refused as refused:
        return ticket, refused
    return None
