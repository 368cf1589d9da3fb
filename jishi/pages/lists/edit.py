"""Items of a list: added, renamed, moved, retired."""

import re
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from jishi.core.definition import STANDARD
from jishi.core.goodwill import UNITS
from jishi.core.refused import Refused
from jishi.directory import lists
from jishi.directory.models import Item
from jishi.directory.models.lists import LISTS

from ..doors import needs
from ..written import length

CODE = re.compile(r"[\w-]{1,40}", re.ASCII)
CLOCKS = ("contact", "arrival", "handover", "takeover", "resolution")  # what a pause may stop


@needs("lists")
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, name: str) -> HttpResponse:
    """The form of a new item; sent, it stands last."""
    if name not in LISTS:
        raise Http404
    if request.method == "POST":
        lists.add(name, _terms(name, request.POST))
        return redirect("list", name)
    return _form(request, Item(list=name, facts={"clocks": ["arrival", "resolution"]}))


@needs("lists")
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    item = _item(pk)
    if request.method == "POST":
        lists.amend(item, _terms(item.list, request.POST, item.facts))
        return redirect("list", item.list)
    return _form(request, item)


@needs("lists")
@require_POST
def move(request: HttpRequest, pk: int) -> HttpResponse:
    item = _item(pk)
    lists.move(item, up=request.POST.get("way") == "up")
    return redirect("list", item.list)


@needs("lists")
@require_POST
def retire(request: HttpRequest, pk: int) -> HttpResponse:
    """Offered no longer; sent with `again`, offered again."""
    item = _item(pk)
    lists.retire(item, active="again" in request.POST)
    return redirect("list", item.list)


def _item(pk: int) -> Item:
    item = Item.objects.filter(pk=pk).first()
    if item is None:
        raise Http404
    return item


def _terms(name: str, said: QueryDict, before: dict[str, Any] | None = None) -> dict[str, Any]:
    """What the form says; `before`: the facts so far. Refuses a code of other signs and unreadable values."""
    code = said.get("code", "").strip()
    if code and not CODE.fullmatch(code):
        raise Refused("bad-value", field="code", value=code[:40])
    terms = {"code": code, "name": said.get("name", ""), "name_en": said.get("name_en", "")}
    if name == "goodwill":
        return terms | {"facts": before or {"unit": _unit(said)}}
    return terms | ({"facts": _pause(said)} if name == "pause" else {})


def _unit(said: QueryDict) -> str:
    """What it is counted in, for ever: limits and grants are in it."""
    if (unit := said.get("unit", "")) not in UNITS:
        raise Refused("bad-value", field="unit", value=unit[:20])
    return unit


def _pause(said: QueryDict) -> dict[str, Any]:
    facts: dict[str, Any] = {"clocks": [clock for clock in CLOCKS if clock in said.getlist("clocks")]}
    if said.get("approval"):
        facts["approval"] = True
    if (longest := length(said.get("longest", ""))) is not None:
        facts["longest"] = longest
    return facts


def _form(request: HttpRequest, item: Item) -> HttpResponse:
    stopped = item.facts.get("clocks", [])
    clocks = [(clock, clock in stopped) for clock in STANDARD if clock in CLOCKS]
    return render(request, "lists/_form.html", {"item": item, "clocks": clocks, "units": UNITS})
