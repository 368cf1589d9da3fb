"""One matter: asked from the ticket in one step, answered by the department, each change with its words."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from jishi.clocks.working_days import closing
from jishi.core.refused import Refused
from jishi.directory.models import Department, Person
from jishi.tickets import matters
from jishi.tickets.models import Matter, Ticket
from jishi.tickets.once import once
from jishi.tickets.queries import visible
from jishi.watch import notices

from .. import forms, written
from ..doors import demand, needs, staff
from ..ticket import seen as seen_ticket
from .room import openable, with_tickets

SAID = ("answered", "done", "again", "withdrawn", "decided")
DAYS = 2  # working days, unless somebody says otherwise
MOST = 60


@staff
@require_http_methods(["GET", "POST"])
def on_ticket(request: HttpRequest, number: str) -> HttpResponse:
    """The matters of a ticket, and the form for another; sent, the department is asked."""
    ticket = seen_ticket(request.user, number)
    if request.method == "POST":
        demand(request.user, "coordinate")
        _once(request, f"matters/{number}", lambda: _asked(request, ticket).pk)
        if not request.headers.get("HX-Request"):
            return redirect("ticket", number)
    told = with_tickets(matters.concerning(request.user).filter(tickets=ticket)).order_by("-asked_at")
    context = {"ticket": ticket, "matters": told, "now": timezone.localtime()}
    return render(request, "matters/_beside.html", context | _form(request.user))


@needs("coordinate")
@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    person, matter = request.user, seen(request.user, pk)
    moves = matters.moves(matter, person)
    return render(
        request,
        "matters/show.html",
        {
            "matter": matter,
            "mine": openable(person, [matter]),
            "changes": matter.changes.select_related("by").order_by("at", "id"),
            "says": [kind for kind in SAID if kind in moves],
            "moves": moves,
            "now": timezone.localtime(),
            **_form(person),
        },
    )


@needs("coordinate")
@require_POST
def tell(request: HttpRequest, pk: int) -> HttpResponse:
    matter, kind = seen(request.user, pk), request.POST.get("kind", "")
    if kind not in SAID:
        raise Refused("bad-value", field="kind", value=kind[:40])

    def act() -> int:
        told = matters.tell(matter, kind, request.user, timezone.now(), request.POST.get("words", ""))
        notices.tell([matter.by, *matters.spokespeople(matter)], "matter_told", told.at, by=request.user, matter=pk)
        return told.pk

    _once(request, f"matter/{pk}/{kind}", act)
    return redirect("matter", pk)


@needs("coordinate")
@require_POST
def own(request: HttpRequest, pk: int) -> HttpResponse:
    """The reader takes care of it."""
    matters.own(seen(request.user, pk), request.user, timezone.now(), request.user)
    return redirect("matter", pk)


@needs("coordinate")
@require_POST
def postpone(request: HttpRequest, pk: int) -> HttpResponse:
    now = timezone.now()
    matters.postpone(seen(request.user, pk), request.user, now, _due(request, now), request.POST.get("words", ""))
    return redirect("matter", pk)


@needs("coordinate")
@require_POST
def join(request: HttpRequest, pk: int) -> HttpResponse:
    """It is about another ticket, too."""
    matter, number = seen(request.user, pk), request.POST.get("number", "").strip()
    ticket = visible(request.user).filter(number__iexact=number).first()
    if ticket is None:
        raise Refused("bad-value", field="into", value=number[:40])
    matters.join(matter, ticket)
    return redirect("matter", pk)


def seen(person: Person, pk: int) -> Matter:
    """The matter, if `person` may see it; any other does not exist for them."""
    return get_object_or_404(with_tickets(matters.concerning(person)), pk=pk)


def _asked(request: HttpRequest, ticket: Ticket) -> Matter:
    said, now = request.POST, timezone.now()
    department = _row(Department.objects.all(), "department", said.get("department", ""))
    people = Person.objects.filter(is_active=True)
    owner = _row(people, "owner", said["owner"]) if said.get("owner") else None
    told = {"department": department, "asked": said.get("asked", ""), "due_at": _due(request, now), "owner": owner}
    matter = matters.ask(ticket, request.user, now, **told)
    notices.tell(matters.spokespeople(matter), "matter_asked", now, by=request.user, matter=matter.pk)
    return matter


def _due(request: HttpRequest, now: datetime) -> datetime:
    """Closing time of the nth working day from today."""
    days = written.whole(request.POST.get("days", ""), "days", MOST)
    if days is None:
        raise Refused("bad-value", field="days", value="")
    return closing(now, days)


def _row(rows: Any, name: str, value: str) -> Any:
    row = rows.filter(pk=value).first() if value.isdecimal() and len(value) < 18 else None
    if row is None:
        raise Refused("bad-value", field=name, value=value[:40])
    return row


def _form(person: Person) -> dict[str, Any]:
    """Departments, with whoever in them answers for others."""
    able = [one for one in forms.known_to(person).select_related("role", "department") if one.may("coordinate")]
    groups = [
        (each, [one for one in able if one.department_id == each.pk]) for each in Department.objects.order_by("pk")
    ]
    return {"departments": groups, "days": DAYS, "may_ask": person.may("coordinate"), "key": uuid4().hex}


def _once(request: HttpRequest, endpoint: str, act: Callable[[], int]) -> None:
    body = {name: value for name, value in request.POST.items() if name != "csrfmiddlewaretoken"}
    once(request.user, endpoint, (request.POST.get("key") or uuid4().hex)[:64], body, act)
