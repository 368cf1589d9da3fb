"""What each list was asked for, read as its own page reads it, told as codes and ids."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from jishi.core.refused import Refused
from jishi.directory.staff import governed
from jishi.knowledge import search
from jishi.reports.listings.chosen import ids
from jishi.tickets.matters import concerning

from .. import asked
from ..accesses import accesses as accesses
from ..customers import listing as register
from ..goodwill import room as given
from ..knowledge import articles
from ..matters import room
from ..offers.room import listed
from ..people import listing
from ..records import queue
from ..roster import leave, month, place


def tickets(request: HttpRequest) -> dict[str, Any]:
    wanted = asked.read(request.GET, request.COOKIES.get("columns", ""))
    said = {"view": wanted.view, "q": wanted.q, "order": wanted.order}
    return said | {"fields": dict(wanted.fields), "columns": list(wanted.columns)}


def knowledge(request: HttpRequest) -> dict[str, Any]:
    said, words = request.GET, request.GET.get("q", "").strip()[:200]
    fields = {name: value for name in articles.FILTERS if (value := said.get(name))}
    found = articles.found(request.user, said.get("view", "in_force"), fields, timezone.localtime())
    return {"ids": [each.pk for each in search.found(found, words, articles.BEST)]} if words else ids(found)


def matters(request: HttpRequest) -> dict[str, Any]:
    view = request.GET.get("view", "pending")
    if view not in room.VIEWS:
        raise Refused("unknown-filter", filter=view[:40])
    return ids(concerning(request.user).filter(room.VIEWS[view](request.user, timezone.localtime())))


def customers(request: HttpRequest) -> dict[str, Any]:
    return ids(register.find(register.read(request.GET)))


def people(request: HttpRequest) -> dict[str, Any]:
    return ids(listing.find(governed(request.user), listing.read(request.GET)))


def access_log(request: HttpRequest) -> dict[str, Any]:
    return ids(accesses.find(request.user, accesses.read(request.GET)).order_by("-pk"))


def roster(request: HttpRequest) -> dict[str, Any]:
    now = timezone.now()
    return _duties(request, place.monday(request.GET, now), 7)


def roster_of_month(request: HttpRequest) -> dict[str, Any]:
    first = month.first_day(request.GET, timezone.now())
    return _duties(request, first, month.length(first))


def leaves(request: HttpRequest) -> dict[str, Any]:
    return ids(leave.listed(request.user, timezone.now()))


def doubts(request: HttpRequest) -> dict[str, Any]:
    return ids(queue.found(request.user, queue.asked(request.GET)).order_by("-arose_at", "-pk"))


def offered(request: HttpRequest) -> dict[str, Any]:
    return ids(listed(request.user, timezone.now()))


def grants(request: HttpRequest) -> dict[str, Any]:
    return ids(given.granted(request.user, given.asked(request.GET)))


def _duties(request: HttpRequest, since: date, days: int) -> dict[str, Any]:
    group = place.needed(request.user, request.GET)
    return {"group": [group.kind, group.row.pk], "since": since.isoformat(), "days": days}


ASKED: dict[str, Callable[[HttpRequest], dict[str, Any]]] = {
    "tickets": tickets,
    "knowledge": knowledge,
    "matters": matters,
    "customers": customers,
    "people": people,
    "accesses": access_log,
    "roster": roster,
    "roster-month": roster_of_month,
    "leave": leaves,
    "records": doubts,
    "offers": offered,
    "goodwill": grants,
}
