"""The rows of a draft: a cell retyped, a row with all its terms, its place."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from jishi.clocks import drafting, versions
from jishi.clocks.book import ALWAYS, book
from jishi.clocks.conflicts import PRIORITIES
from jishi.clocks.models import PolicyRow, PolicyVersion
from jishi.core.refused import Refused

from . import matrix, policies, written
from .doors import needs
from .matrix import CHANNELS, CLOCKS, FIELDS, Row

MOST_DAYS = 60  # of a window
LONGEST = 80  # characters of a name or of a contract level


@needs("publish")
@require_POST
def target(request: HttpRequest, row: int) -> HttpResponse:
    """The length promised by a row, as somebody typed it. The cell comes back, and with it what follows from it."""
    typed, inside, found = request.POST.get("target", ""), request.POST.get("inside"), _row(row)
    try:
        drafting.amend_row(found, {"target": written.length(typed)})
    except Refused as refused:
        told = {"row": _shown(found), "refused": refused, "typed": typed, "editing": True, "inside": inside}
        told |= {"own": versions.calendar_names()}
        return render(request, "policies/_cell.html", told, status=422)
    request.GET = QueryDict(f"version={found.version_id}")
    around = policies.context(request, timezone.now())
    shown = next(each for each in around["rows"] if each.row.pk == found.pk)
    response = render(request, "policies/_retyped.html", around | {"row": shown, "inside": inside})
    response.headers["HX-Trigger"] = "retyped"
    return response


@needs("publish")
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, version: int) -> HttpResponse:
    """The form of a new row; sent, it stands behind all others."""
    draft = policies.found(version)
    if request.method == "POST":
        drafting.add_row(draft, terms(request.POST))
        return policies.to_version(draft)
    return _form(request, draft, PolicyRow(clock="contact", calendar="service"))


@needs("publish")
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, row: int) -> HttpResponse:
    """The form of a row with all its terms."""
    found = _row(row)
    if request.method == "POST":
        drafting.amend_row(found, terms(request.POST))
        return policies.to_version(found.version)
    return _form(request, found.version, found)


@needs("publish")
@require_POST
def move(request: HttpRequest, row: int) -> HttpResponse:
    found = _row(row)
    drafting.move_row(found, up=request.POST.get("way") == "up")
    return policies.to_version(found.version)


@needs("publish")
@require_POST
def remove(request: HttpRequest, row: int) -> HttpResponse:
    found = _row(row)
    drafting.remove_row(found)
    return policies.to_version(found.version)


def terms(said: QueryDict) -> dict[str, Any]:
    """The columns of a row as its form says them. Refuses what cannot be read, and half a window ("half-window")."""
    first, last = (written.whole(said.get(name, ""), name, MOST_DAYS) for name in ("window_first", "window_last"))
    if (first is None) != (last is None):
        raise Refused("half-window")
    warn = written.whole(said.get("warn", ""), "warn", 100) or 75
    return {
        "clock": _one_of(said, "clock", CLOCKS),
        "name": said.get("name", "").strip()[:LONGEST],
        "target": None if first else written.length(said.get("target", "")),
        "window_first": first,
        "window_last": last,
        "calendar": _one_of(said, "calendar", tuple(book().calendars)),
        "warn": warn / 100,
        "fields": _fields(said),
    }


def _fields(said: QueryDict) -> dict[str, list[str]]:
    """Whom a row is for: only what is asked stands in it."""
    asked = {name: said.getlist(name) for name in FIELDS if name != "contract"}
    asked["contract"] = [level.strip()[:LONGEST] for level in said.get("contract", "").replace("，", ",").split(",")]
    return {name: list(dict.fromkeys(filter(None, values))) for name, values in asked.items() if any(values)}


def _one_of(said: QueryDict, name: str, known: tuple[str, ...]) -> str:
    value = said.get(name, "")
    if value not in known:
        raise Refused("bad-value", field=name, value=value[:LONGEST])
    return value


def _row(row: int) -> PolicyRow:
    found = PolicyRow.objects.select_related("version").filter(pk=row).first()
    if found is None:
        raise Http404
    return found


def _shown(found: PolicyRow) -> Row:
    """The row among its version's, compared as on the page."""
    stored = list(found.version.rows.all())
    shown = matrix.rows(stored, drafting.published_rules())
    return next(each for each in shown if each.row.pk == found.pk)


def _boxes(name: str, known: Sequence[str], asked: Sequence[str], names: Mapping[str, str]) -> list[tuple]:
    """(value, words, ticked); also for what the row asks and nobody knows any more, so that it is not lost."""
    return [(code, matrix.value(name, code, names), code in asked) for code in dict.fromkeys((*known, *asked))]


def _form(request: HttpRequest, draft: PolicyVersion, row: PolicyRow) -> HttpResponse:
    names = matrix.type_names()
    codes = {"priority": PRIORITIES, "channel": CHANNELS, "service_type": tuple(names)}
    codes["zone"] = ("same_city", "other_city")
    conditions = [(name, _boxes(name, known, row.fields.get(name, ()), names)) for name, known in codes.items()]
    told = {"draft": draft, "row": row, "conditions": conditions, "clocks": CLOCKS}
    told |= {"own": versions.calendar_names(), "calendars": sorted(book().calendars, key=lambda code: code != ALWAYS)}
    return render(request, "policies/_row_form.html", told)
