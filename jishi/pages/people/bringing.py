"""A list of staff from Excel comes in: read, shown as who would be taken on, then all at once or nobody."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from jishi.core.refused import Refused
from jishi.directory import enlisting
from jishi.intake import staff
from jishi.intake.grid import ROWS

from ..doors import needs
from ..handed_in import MOST, read_with, sent_back, written

FAULTS = 200  # shown


@needs("people")
@require_http_methods(["GET", "POST"])
def bring(request: HttpRequest) -> HttpResponse:
    """The form; sent, who of the sheet is new and what of it cannot be read. Nobody is taken on yet."""
    told = {"here": "people", "most": MOST >> 20, "text": request.POST.get("text", "")}
    if request.method == "GET":
        return render(request, "people/bring.html", told)
    try:
        found = enlisting.enlist(request.user, read_with(request, staff.read))
        if not found.newcomers and not found.faults:
            raise Refused("staff-same")
    except Refused as refused:
        return render(request, "people/bring.html", told | {"refused": refused}, status=422)
    kept = written(each.said for each in found.newcomers)
    shown = {"found": found, "kept": kept, "faults": found.faults[:FAULTS], "left": len(found.faults)}
    return render(request, "people/brought.html", told | shown)


@needs("people")
@require_POST
def take_on_all(request: HttpRequest) -> HttpResponse:
    """Those who were shown; each with a link, shown once."""
    rows = sent_back(request.POST.get("rows", ""), staff.HEADINGS, ROWS)
    taken = enlisting.take_on_all(request.user, rows, timezone.now())
    links = [(person, request.build_absolute_uri(f"/join/{token}/")) for person, token in taken]
    return render(request, "people/taken_on.html", {"here": "people", "links": links})
