"""The list of tickets."""

from collections.abc import Iterator
from datetime import datetime
from itertools import groupby
from uuid import uuid4

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from jishi.directory.models import Person
from jishi.tickets import paging
from jishi.tickets.models import Ticket
from jishi.tickets.queries import SHOWN, named, sought, visible

from . import asked, choices
from .asked import ALL, Asked
from .doors import staff
from .looking_up import searched
from .preferences import keep
from .rows import Row, rows
from .together import able

TABS = ("unfinished", "mine", "team", "due_soon", "breached", "unassigned", "paused", "asked")
STILL = 20  # tickets without a running deadline shown below the last one that has one
AHEAD = 8 * 3600  # working seconds to the right of now, when rows share one scale


@staff
@require_GET
def tickets(request: HttpRequest) -> HttpResponse:
    """The list; htmx receives its rows alone."""
    now, wanted = timezone.localtime(), asked.read(request.GET, request.COOKIES.get("columns", ""))
    searched(request, wanted.q)
    found = find(request.user, wanted, now)
    page = paging.page(found, _order(wanted), wanted.after, wanted.before)
    shown = list(rows(page.tickets, now, AHEAD if wanted.common else None))
    if wanted.order == "due" and not page.later:
        shown += rows(still(request.user, wanted, now), now, AHEAD if wanted.common else None)
    context = {"asked": wanted, "page": page, "groups": list(groups(shown, wanted, now)), "now": now, "q": wanted.q}
    context |= {"key": uuid4().hex, "able": able(request.user), "may_claim": request.user.may("claim")}
    context |= {"later": wanted.query(after=page.later), "earlier": wanted.query(before=page.earlier)}
    if request.headers.get("HX-Target") == "rows":
        return render(request, "tickets/_rows.html", context)
    return render(request, "tickets/list.html", context | _around(request.user, wanted, now))


@staff
@require_GET
def conditions(request: HttpRequest) -> HttpResponse:
    """The form that adds conditions, fetched when it is opened."""
    wanted = asked.read(request.GET)
    return render(
        request, "tickets/_conditions.html", {"asked": wanted, "fields": choices.fields(wanted, request.user)}
    )


@staff
@require_POST
def columns(request: HttpRequest) -> HttpResponse:
    """Which columns the list shows, kept in a cookie."""
    chosen = [name for name in asked.COLUMNS if name in request.POST.getlist("columns")]
    return keep(request, "columns", ".".join(chosen))


def find(person: Person, wanted: Asked, now: datetime) -> QuerySet[Ticket]:
    """The tickets asked for, within what `person` may see."""
    return sought(person, wanted.view, wanted.fields, wanted.q, now).select_related(*SHOWN)


def still(person: Person, wanted: Asked, now: datetime) -> QuerySet[Ticket]:
    """What the order by due leaves out: unfinished, but no deadline runs."""
    return find(person, wanted, now).filter(open_since__isnull=False, due_at=None).order_by("open_since")[:STILL]


def groups(shown: list[Row], wanted: Asked, now: datetime) -> Iterator[tuple[str, list[Row]]]:
    """Rows under "late", "next" and "still" in the order of due; else one group without a name."""
    for name, members in groupby(shown, lambda row: _group(row.ticket, now) if wanted.order == "due" else ""):
        yield name, list(members)


def _group(ticket: Ticket, now: datetime) -> str:
    if ticket.due_at is None:
        return "still"
    return "late" if ticket.due_at < now else "next"


def _order(wanted: Asked) -> paging.Order:
    return paging.order(wanted.order, unfinished=wanted.view != ALL)


def tabs(person: Person) -> list[str]:
    """The views one works from."""
    needs = {"team": person.team_id is not None, "asked": person.may("agree")}
    return [view for view in TABS if needs.get(view, True)]


def _around(person: Person, wanted: Asked, now: datetime) -> dict[str, object]:
    """Tabs with their counts, chips of the conditions, the columns to choose from."""
    seen = visible(person)
    return {
        "tabs": [(view, *paging.count(seen.filter(named(view, person, now)))) for view in tabs(person)],
        "chips": choices.chips(wanted, person),
        "columns": asked.COLUMNS,
        "orders": [(name, wanted.query(order=name)) for name in paging.ORDERS],
        "turned": wanted.query(common=not wanted.common),
        "here_now": wanted.query(after=wanted.after, before=wanted.before),
        "may_receive": person.may("receive"),
    }
