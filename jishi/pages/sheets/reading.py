"""One sheet that was brought: what its columns were taken for, its first rows, what could not be read."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from jishi.core.refused import Refused
from jishi.intake import uploads
from jishi.intake.columns.headings import FIELDS
from jishi.intake.models import Profile, Upload
from jishi.intake.preview import CODES
from jishi.tickets.own_fields import in_use
from jishi.words import field as field_words
from jishi.words import moment, value

from ..doors import needs

FAULTS = 50
ZONES = ("Asia/Shanghai", "Asia/Hong_Kong", "Asia/Tokyo", "Asia/Singapore", "Europe/Berlin", "America/New_York", "UTC")
CODED = frozenset(CODES)


@needs("import")
@require_GET
def sheet(request: HttpRequest, upload: int) -> HttpResponse:
    return page(request, mine(request, upload))


@needs("import")
@require_POST
def read(request: HttpRequest, upload: int) -> HttpResponse:
    """Read it again as the form says."""
    found = mine(request, upload)
    try:
        uploads.read(found, chosen(request, found))
    except Refused as refused:
        return page(request, found, refused)
    return page(request, found) if request.headers.get("HX-Request") else redirect("sheet", found.pk)


@needs("import")
@require_GET
def faults(request: HttpRequest, upload: int) -> HttpResponse:
    """More of what could not be read."""
    found, after = mine(request, upload), request.GET.get("after", "0")
    return render(request, "sheets/_faults.html", {"upload": found} | listed(found, after))


def mine(request: HttpRequest, upload: int) -> Upload:
    """Somebody else's does not exist."""
    found = Upload.objects.select_related("job").filter(pk=upload, by=request.user).first()
    if found is None:
        raise Http404
    return found


def chosen(request: HttpRequest, upload: Upload) -> dict[str, Any]:
    """The mapping as the form says it: a field for each column, a code for each word, zone and order of dates."""
    said, names = request.POST, [column[0] for column in upload.told.get("columns", [])]
    fields = {name: said[f"column.{n}"] for n, name in enumerate(names) if said.get(f"column.{n}")}
    words = {field: dict(upload.mapping.get("values", {}).get(field, {})) for field in CODES}
    for field in CODES:
        for word, code in zip(said.getlist(f"word.{field}"), said.getlist(f"code.{field}"), strict=False):
            if code in CODES[field]:
                words[field][word] = code
    first = {"day": True, "month": False}.get(said.get("first", ""))
    rest = {"zone": said.get("zone", "").strip(), "day_first": first, "kind": ""}
    return uploads.chosen({**upload.mapping, **rest}, fields, words)


def page(request: HttpRequest, upload: Upload, refused: Refused | None = None) -> HttpResponse:
    """Refused: by what was just sent, or by the sheet as it was read last."""
    told, called = upload.told, names()
    if refused is None and "refused" in told:
        refused = Refused(told["refused"][0], **told["refused"][1])
    context = {
        "here": "sheets",
        "upload": upload,
        "refused": refused,
        "options": options(called),
        "zones": ZONES,
        "columns": [(n, *column) for n, column in enumerate(told.get("columns", []))],
        "words": words(told),
        "heads": [called.get(field) or called.get(f"own.{field}", field) for field in told.get("fields", [])],
        "rows": [(number, cells(said, told)) for number, said in told.get("rows", [])],
        "notes": told.get("notes", []),
        "sources": Profile.objects.order_by("source").values_list("source", flat=True)[:200],
        "reasons": upload.faults.values_list("reason").annotate(n=Count("pk")).order_by("-n"),
    } | listed(upload, "0")
    return render(request, "sheets/sheet.html", context, status=422 if refused and request.method == "POST" else 200)


def listed(upload: Upload, after: str) -> dict[str, Any]:
    """A page of faults behind the mark `after`."""
    since = int(after) if after.isdecimal() and len(after) < 18 else 0
    found = list(upload.faults.filter(pk__gt=since).order_by("pk")[: FAULTS + 1])
    return {"faults": found[:FAULTS], "more": found[FAULTS - 1].pk if len(found) > FAULTS else None}


def names() -> dict[str, str]:
    """What everything is called that a column can be."""
    return {name: field_words(name) for name in FIELDS} | {f"own.{code}": str(each) for code, each in in_use().items()}


def options(called: dict[str, str]) -> list[tuple[str, list[tuple[str, str]]]]:
    """The same in groups, for a select."""
    groups: dict[str, list[tuple[str, str]]] = {"texts": [], "moments": [], "spans": [], "own": []}
    for name, words in called.items():
        group = FIELDS.get(name, "own")
        groups["texts" if group == "counts" else group].append((name, words))
    return [(group, fields) for group, fields in groups.items() if fields]


def words(told: dict[str, Any]) -> list[tuple[str, list, list, list[tuple[str, str]]]]:
    """(field, words nobody knew with their counts, words understood with their codes, codes) where there are any."""
    found = []
    for name, unknown in told.get("unknown", {}).items():
        codes = [(code, value(code, name)) for code in CODES[name]]
        found.append((name, unknown, told["values"].get(name, []), codes))
    return [each for each in found if each[1] or each[2]]


def cells(said: dict[str, Any], told: dict[str, Any]) -> list[str]:
    return [cell(field, said.get(field), told["zone"]) for field in told["fields"]]


def cell(field: str, said: Any, zone: str) -> str:
    """As it will be read. Nobody is masked: the page is the bringer's alone, who holds the sheet."""
    if said is None or said == "":
        return ""
    if FIELDS.get(field) == "moments":
        return moment(datetime.fromtimestamp(int(said), ZoneInfo(zone)))
    return value(said, field) if field in CODED else str(said)
