"""What each kind of service demands before it counts as done (D14)."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from jishi.core.completion import DEMANDS
from jishi.directory.models import ServiceType
from jishi.directory.models.lists import LISTS

from ..doors import needs


@needs("lists")
@require_GET
def types(request: HttpRequest) -> HttpResponse:
    kinds = [
        (kind, [(demand, demand in kind.demands) for demand in DEMANDS])
        for kind in ServiceType.objects.filter(active=True)
    ]
    return render(request, "lists/types.html", {"here": "lists", "lists": LISTS, "list": "types", "kinds": kinds})


@needs("lists")
@require_POST
def demand(request: HttpRequest, pk: int) -> HttpResponse:
    """The demands that are ticked hold from now on."""
    asked = request.POST.getlist("demands")
    if not ServiceType.objects.filter(pk=pk).update(demands=[each for each in DEMANDS if each in asked]):
        raise Http404
    return redirect("list-types")
