"""Kinds of service with the start and the end of their response (R9), and the fields they add to a ticket."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from jishi.core.refused import Refused
from jishi.directory.kinds import ENDS, STARTS, keep_field, keep_type
from jishi.directory.models import FieldDef, ServiceType
from jishi.directory.models.types import FIELD_KINDS

from ..doors import needs


@needs("set_up")
@require_http_methods(["GET", "POST"])
def types(request: HttpRequest) -> HttpResponse:
    """All of them, and the form for another."""
    return _kept(request, "type", None)


@needs("set_up")
@require_http_methods(["GET", "POST"])
def one_type(request: HttpRequest, pk: int) -> HttpResponse:
    kind = ServiceType.objects.filter(pk=pk).first()
    if kind is None:
        raise Http404
    return _kept(request, "type", kind)


@needs("set_up")
@require_http_methods(["GET", "POST"])
def fields(request: HttpRequest) -> HttpResponse:
    """Those of all tickets and of each kind, and the form for another."""
    return _kept(request, "field", None)


@needs("set_up")
@require_http_methods(["GET", "POST"])
def one_field(request: HttpRequest, pk: int) -> HttpResponse:
    field = FieldDef.objects.select_related("service_type").filter(pk=pk).first()
    if field is None:
        raise Http404
    return _kept(request, "field", field)


def _kept(request: HttpRequest, what: str, row: ServiceType | FieldDef | None) -> HttpResponse:
    """What the form says is kept; what is refused stands in the form again."""
    refused, said = None, None
    if request.method == "POST":
        said = request.POST
        try:
            (keep_type if what == "type" else keep_field)(request.user, said, row)
            return redirect(f"set-up-{what}s")
        except Refused as no:
            refused = no
    context = {
        "one": row,
        "said": said or _told(row),
        "refused": refused,
        "kinds": ServiceType.objects.order_by("-active", "position", "pk"),
        "fields": FieldDef.objects.select_related("service_type").order_by(
            "-active", "service_type__position", "position"
        ),
        "starts": STARTS,
        "ends": ENDS,
        "field_kinds": FIELD_KINDS,
        "here": "setting-up",
    }
    return render(request, f"setting_up/{what}s.html", context, status=422 if refused else 200)


def _told(row: ServiceType | FieldDef | None) -> dict[str, object]:
    """The row as a form says it."""
    if row is None:
        return {}
    told = {name: getattr(row, name) for name in ("name", "name_en", "code")} | ({} if row.active else {"gone": True})
    if isinstance(row, ServiceType):
        return told | {name: getattr(row, name) for name in ("visits", "starts", "ends")}
    return (
        told
        | {name: getattr(row, name) for name in ("kind", "required", "masked")}
        | {"choices": "\n".join(row.choices)}
    )
