"""Files come in and go out here, and nowhere else."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET, require_POST

from jishi.core.refused import Refused
from jishi.directory.eyes import eyes
from jishi.directory.models import Person
from jishi.tickets.attaching import LARGEST, detach, lay, path_of
from jishi.tickets.models import Attachment
from jishi.tickets.redrawing import thumb_of
from jishi.tickets.sniffing import KINDS, PICTURES

from ..doors import staff
from ..ticket import seen
from .composer import tabs

ENDINGS = {"jpg": (".jpg", ".jpeg")}
ALONE = "sandbox; default-src 'none'; frame-ancestors 'none'"


@staff
@require_POST
def upload(request: HttpRequest, number: str) -> HttpResponse:
    """A file for words still being written; answers with the piece that stands for it."""
    ticket, given = seen(request.user, number), request.FILES.get("file")
    if not tabs(ticket, request.user):
        raise Refused("not-allowed", right="contact")
    if given is None:
        raise Refused("field-missing", field="file")
    if given.size > LARGEST:
        raise Refused("file-too-large", most=LARGEST // 1_000_000)
    file = lay(ticket, request.user, given.name or "", given.read(), timezone.now())
    return render(request, "talk/_waiting.html", {"file": file, "ticket": ticket}, status=201)


@staff
@require_POST
def remove(request: HttpRequest, number: str, stored: str) -> HttpResponse:
    """Taken back before it was sent."""
    seen(request.user, number)
    detach(request.user, stored)
    return HttpResponse(status=204)


@staff
@require_GET
def file(request: HttpRequest, number: str, stored: str) -> HttpResponse:
    """A picture is shown, everything else is handed over."""
    row = _hanging(request.user, number, stored)
    return _served(row, small=False)


@staff
@require_GET
def thumb(request: HttpRequest, number: str, stored: str) -> HttpResponse:
    row = _hanging(request.user, number, stored)
    if row.kind not in PICTURES:
        raise Http404
    return _served(row, small=True)


def _hanging(person: Person, number: str, stored: str) -> Attachment:
    """The file, if `person` may hear what it hangs on; one that waits is its sender's alone."""
    rows = Attachment.objects.select_related("event").filter(ticket=seen(person, number), stored=stored)
    row = rows.first()
    if row is None or (row.event is None and row.by_id != person.pk):
        raise Http404
    if row.event is not None and not eyes(person).hears(row.event.kind):
        raise Http404
    return row


def _served(row: Attachment, small: bool) -> HttpResponse:
    path = path_of(row.stored)
    if path is None:
        raise Http404
    content = (thumb_of(path) if small else path).read_bytes()
    answer = HttpResponse(content, content_type="image/webp" if small else KINDS[row.kind])
    answer["Content-Disposition"] = content_disposition_header(row.kind not in PICTURES, _name(row))
    answer["Content-Security-Policy"] = ALONE
    answer["Cache-Control"] = "private, no-store"
    return answer


def _name(row: Attachment) -> str:
    """Its ending says what it is."""
    fits = row.name.lower().endswith(ENDINGS.get(row.kind, (f".{row.kind}",)))
    return row.name if fits else f"{row.name}.{row.kind}"
