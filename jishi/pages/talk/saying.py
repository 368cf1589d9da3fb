"""What was written into the composer is said: once, however often it arrives."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from jishi.core.refused import Refused
from jishi.tickets import actions
from jishi.tickets.attaching import attach
from jishi.tickets.mentions import mentioned
from jishi.tickets.models import Event, Ticket
from jishi.tickets.replies import ready, use

from ..doors import demand, staff
from ..ticket import done_once, entry, seen
from ..written import whole
from .composer import CHANNELS, OUTCOMES

LONGEST_CALL = 600  # minutes


@staff
@require_POST
def reply(request: HttpRequest, number: str) -> HttpResponse:
    """Words to the customer: a contact."""
    ticket = _spoken_of(request, number, "contact")
    channel = _chosen(request, "channel", CHANNELS)
    told = entry(request)

    def act() -> Event:
        use([int(pk) for pk in request.POST.get("used", "").split(",") if pk.isdecimal() and len(pk) < 18])
        return actions.contact(ticket, replace(told, note=ready(told.note, ticket, request.user)), channel=channel)

    return _say(request, ticket, "reply", act)


@staff
@require_POST
def note(request: HttpRequest, number: str) -> HttpResponse:
    """Words among us; who is named in them is told."""
    ticket = _spoken_of(request, number, "note")
    if request.user.is_outside:
        raise Refused("not-allowed", right="note")
    told = entry(request)
    return _say(request, ticket, "note", lambda: actions.note(ticket, told, to=mentioned(ticket, told.note)))


@staff
@require_POST
def call(request: HttpRequest, number: str) -> HttpResponse:
    """A call: connected it is a contact, else an attempt (D1)."""
    seen(request.user, number)  # what is foreign is missing before anything is wrong with the form
    outcome = _chosen(request, "outcome", OUTCOMES)
    ticket = _spoken_of(request, number, "contact" if outcome == "connected" else "attempt")
    minutes, told = whole(request.POST.get("minutes", ""), "minutes", LONGEST_CALL), entry(request)
    lasted = minutes * 60 if minutes else None

    def act() -> Event:
        if outcome == "connected":
            return actions.contact(ticket, told, channel="phone", lasted=lasted)
        return actions.attempt(ticket, told, outcome=outcome, lasted=lasted)

    return _say(request, ticket, "call", act)


def _spoken_of(request: HttpRequest, number: str, right: str) -> Ticket:
    ticket = seen(request.user, number)
    demand(request.user, right)
    return ticket


def _chosen(request: HttpRequest, field: str, among: Sequence[str]) -> str:
    value = request.POST.get(field, "")
    if value not in among:
        raise Refused("bad-value", field=field, value=value[:40])
    return value


def _say(request: HttpRequest, ticket: Ticket, tab: str, act: Callable[[], Event]) -> HttpResponse:
    files = [stored for stored in request.POST.get("files", "").split(",") if stored]
    if tab != "call" and not files and not request.POST.get("note", "").strip():
        raise Refused("field-missing", field="note")

    def said() -> int:
        event = act()
        if files:
            attach(event, request.user, files)
        return event.seq

    done_once(request, f"{ticket.number}/{tab}", said)
    return redirect("ticket", ticket.number)
