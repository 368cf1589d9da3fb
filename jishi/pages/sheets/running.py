"""A sheet comes in: begun, watched, cancelled; the rows that did not come in are fetched to be mended."""

from io import BytesIO

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from jishi.core.refused import Refused
from jishi.intake import bringing_in, mending, uploads
from jishi.reports.listings.books import write_xlsx
from jishi.reports.listings.listing import Column
from jishi.watch import jobs
from jishi.words import sheets as words

from ..doors import needs
from .reading import mine, page
from .taking import TYPES


@needs("import")
@require_POST
def begin(request: HttpRequest, upload: int) -> HttpResponse:
    """From now on it comes in; begun twice, it comes in once."""
    found = mine(request, upload)
    source = " ".join(request.POST.get("source", "").replace(",", " ").split())[:40]
    try:
        if not source:
            raise Refused("field-missing", field="source")
        if found.state == "importing" and found.job and found.job.dead:
            jobs.again(found.job)
        elif found.state != "importing":
            bringing_in.begin(found, source, timezone.now())
    except Refused as refused:
        return page(request, found, refused)
    return redirect("sheet", found.pk)


@needs("import")
@require_POST
def cancel(request: HttpRequest, upload: int) -> HttpResponse:
    """What is in stays in; nothing more comes."""
    found = mine(request, upload)
    bringing_in.cancel(found, timezone.now())
    return redirect("sheet", found.pk)


@needs("import")
@require_POST
def discard(request: HttpRequest, upload: int) -> HttpResponse:
    uploads.discard(mine(request, upload))
    return redirect("sheets")


@needs("import")
@require_GET
def progress(request: HttpRequest, upload: int) -> HttpResponse:
    """The piece that says how far it is."""
    return render(request, "sheets/_state.html", {"upload": mine(request, upload)})


@needs("import")
@require_GET
def bad_rows(request: HttpRequest, upload: int) -> HttpResponse:
    """The rows that could not be used as they stand in the sheet, each with its reasons."""
    found, made = mine(request, upload), BytesIO()
    names, rows = mending.bad_rows(found)
    columns = [Column(name, name, lambda row, n=n: row.cells[n], width=16) for n, name in enumerate(names)]
    reasons = Column("reason", words.heading("reason"), lambda row: words.reasons(row.reasons), width=48)
    write_xlsx(made, words.bad_rows_name(), [*columns, reasons], rows)
    made.seek(0)
    name = f"{words.bad_rows_name()} {found.source}.xlsx"
    return FileResponse(made, as_attachment=True, filename=name, content_type=TYPES["xlsx"])
