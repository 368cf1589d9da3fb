"""What each list was asked for, read as its own page reads it, told as codes and ids."""

from collections.abc import Callable
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
from ..knowledge import articles
from ..matters import room
from ..people import listing


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


def people(request: HttpRequest) -> dict[str, Any]:
    return ids(listing.find(governed(request.user), listing.read(request.GET)))


def access_log(request: HttpRequest) -> dict[str, Any]:
    return ids(accesses.find(request.user, accesses.read(request.GET)).order_by("-pk"))


ASKED: dict[str, Callable[[HttpRequest], dict[str, Any]]] = {
    "tickets": tickets,
    "knowledge": knowledge,
    "matters": matters,
    "people": people,
    "accesses": access_log,
}
