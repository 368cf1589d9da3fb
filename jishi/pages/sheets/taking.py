"""A list is taken along: at once when it is short, else a page that says how far it is and then hands out the file."""

from io import BytesIO
from typing import Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_GET, require_POST

from jishi.core.refused import Refused
from jishi.reports.listings import taking
from jishi.reports.listings.books import BOOKS
from jishi.reports.listings.catalogue import LISTS
from jishi.reports.listings.listing import Listing
from jishi.watch.models import Job
from jishi.words import sheets

from ..doors import needs, staff
from .asking import ASKED

TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}


@needs("export")
@require_POST
def take(request: HttpRequest, code: str) -> HttpResponse:
    """The list as it stands at this address; people as they are only with that right, and written down."""
    listing, form = LISTS.get(code), request.POST.get("form", "xlsx")
    if listing is None:
        raise Http404
    if form not in BOOKS:
        raise Refused("bad-value", field="form", value=form[:40])
    opened = request.POST.get("opened") == "1"
    taking.demand(request.user, listing, opened)
    return _taken(request, listing, form, opened)


@staff
@require_GET
def taken(request: HttpRequest, job: int) -> HttpResponse:
    """How far it is; htmx receives the piece alone."""
    template = "sheets/_taken.html" if request.headers.get("HX-Request") else "sheets/taken.html"
    return render(request, template, {"job": _mine(request, job)})


@staff
@require_GET
def file(request: HttpRequest, job: int) -> HttpResponse:
    """The file, for who asked, until it expires."""
    found = _mine(request, job)
    path = taking.folder() / (found.answer or {}).get("file", "-")
    if not path.is_file():
        raise Http404
    return _answer(path.open("rb"), found.facts["list"], found.facts["form"])


def _taken(request: HttpRequest, listing: Listing, form: str, opened: bool) -> HttpResponse:
    said = ASKED[listing.code](request)
    wanted, address = taking.wish(request.user, said, opened, timezone.now()), request.META.get("REMOTE_ADDR", "")
    if taking.length(listing, wanted, form) > taking.AT_ONCE:
        language = get_language() or ""
        return redirect("taken", taking.put(request.user, listing.code, said, form, opened, language, address).pk)
    written = BytesIO()
    n = taking.take(written, listing, wanted, form)
    taking.written_down(request.user, listing.code, n, form, opened, address)
    written.seek(0)
    return _answer(written, listing.code, form)


def _mine(request: HttpRequest, job: int) -> Job:
    """Somebody else's does not exist."""
    found = Job.objects.filter(pk=job, kind="export", by=request.user).first()
    if found is None:
        raise Http404
    return found


def _answer(content: Any, code: str, form: str) -> FileResponse:
    name = f"{sheets.title(code)} {timezone.localtime():%Y-%m-%d %H%M}.{form}"
    return FileResponse(content, as_attachment=True, filename=name, content_type=TYPES[form])
