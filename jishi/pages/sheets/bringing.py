"""The room of sheets: bring one as a file or pasted, fetch a template to fill, see what came in before."""

from collections.abc import Iterable
from io import BytesIO

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_GET, require_http_methods

from jishi.core.refused import Refused
from jishi.directory.models import Category, ServiceType
from jishi.intake import template, uploads
from jishi.intake.models import Upload
from jishi.tickets.own_fields import own_fields
from jishi.words import sheets as words

from ..doors import needs
from .taking import TYPES

SHOWN = 20


@needs("import")
@require_http_methods(["GET", "POST"])
def sheets(request: HttpRequest) -> HttpResponse:
    """What can be brought and what was; sent, the sheet is read and shown as it will come in."""
    if request.method == "GET":
        return _room(request)
    try:
        name, pieces = _brought(request)
        upload = uploads.bring(request.user, name, pieces)
    except Refused as refused:
        return _room(request, refused)
    return redirect("sheet", upload.pk)


@needs("import")
@require_GET
def form(request: HttpRequest) -> HttpResponse:
    """A workbook to fill in: the fields of a kind of service, in the reader's language."""
    kind = _kind(request.GET.get("type", ""))
    language, made = get_language() or "", BytesIO()
    kinds = [kind] if kind else ServiceType.objects.filter(active=True)
    chosen = {
        "category": [str(each) for each in Category.objects.filter(parent=None).order_by("id")[:300]],
        "service_type": [str(each) for each in kinds],
    }
    template.write(made, language, own_fields(kind), chosen)
    made.seek(0)
    name = f"{words.template_name(kind or '')}.xlsx"
    return FileResponse(made, as_attachment=True, filename=name, content_type=TYPES["xlsx"])


def _brought(request: HttpRequest) -> tuple[str, Iterable[bytes]]:
    """The name and the bytes: a file, else what was pasted. Refused: "nothing-brought", "too-large"."""
    file, text = request.FILES.get("file"), request.POST.get("text", "")
    if file is not None:
        if file.size > uploads.MOST:
            raise Refused("too-large", file=file.name, limit=uploads.MOST)
        return file.name, file.chunks()
    if not text.strip():
        raise Refused("nothing-brought")
    return "", [text.encode("utf-8")]


def _kind(pk: str) -> ServiceType | None:
    if not pk:
        return None
    found = ServiceType.objects.filter(pk=pk, active=True).first() if pk.isdecimal() and len(pk) < 18 else None
    if found is None:
        raise Http404
    return found


def _room(request: HttpRequest, refused: Refused | None = None) -> HttpResponse:
    before = request.GET.get("before", "")
    past = Upload.objects.exclude(state="read").select_related("by").order_by("-pk")
    if before.isdecimal() and len(before) < 18:
        past = past.filter(pk__lt=int(before))
    shown = list(past[: SHOWN + 1])
    context = {
        "past": shown[:SHOWN],
        "earlier": shown[SHOWN - 1].pk if len(shown) > SHOWN else None,
        "waiting": Upload.objects.filter(state="read", by=request.user).order_by("-pk")[:5],
        "types": ServiceType.objects.filter(active=True),
        "most": uploads.MOST >> 20,
        "now": timezone.now(),
        "refused": refused,
        "text": request.POST.get("text", "") if refused else "",
    }
    return render(request, "sheets/room.html", context, status=422 if refused else 200)
