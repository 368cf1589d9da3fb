"""Departments, teams and service points: added and renamed."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from jishi.directory.models import Department, ServicePoint, Team
from jishi.directory.organising import KINDS, LINES, keep

from ..doors import needs


@needs("set_up")
@require_GET
def organisation(request: HttpRequest) -> HttpResponse:
    context = {
        "departments": Department.objects.order_by("pk"),
        "teams": Team.objects.select_related("department").order_by("department_id", "line", "pk"),
        "points": ServicePoint.objects.order_by("pk"),
        "lines": LINES,
        "here": "setting-up",
    }
    return render(request, "setting_up/organisation.html", context)


@needs("set_up")
@require_POST
def add(request: HttpRequest, code: str) -> HttpResponse:
    if code not in KINDS:
        raise Http404
    keep(request.user, code, request.POST)
    return redirect("organisation")


@needs("set_up")
@require_POST
def rename(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    if code not in KINDS or not KINDS[code]._default_manager.filter(pk=pk).exists():
        raise Http404
    keep(request.user, code, request.POST, pk)
    return redirect("organisation")
