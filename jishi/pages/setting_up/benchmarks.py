"""Numbers to be measured against, each with its source (C24)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from jishi.core.refused import Refused
from jishi.directory.benchmarks import add
from jishi.directory.benchmarks import remove as take_away
from jishi.directory.models import Benchmark
from jishi.indicators.catalogue import INDICATORS

from ..doors import needs


@needs("set_up")
@require_http_methods(["GET", "POST"])
def benchmarks(request: HttpRequest) -> HttpResponse:
    """All of them, and the form for another; what is refused stands in the form again."""
    refused = None
    if request.method == "POST":
        try:
            _add(request)
            return redirect("set-up-benchmarks")
        except Refused as no:
            refused = no
    rows = [(row, INDICATORS[row.indicator]) for row in Benchmark.objects.all() if row.indicator in INDICATORS]
    context = {
        "rows": rows,
        "indicators": INDICATORS.values(),
        "said": request.POST,
        "refused": refused,
        "here": "setting-up",
    }
    return render(request, "setting_up/benchmarks.html", context, status=422 if refused else 200)


@needs("set_up")
@require_POST
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    take_away(request.user, pk)
    return redirect("set-up-benchmarks")


def _add(request: HttpRequest) -> None:
    indicator = INDICATORS.get(request.POST.get("indicator", ""))
    if indicator is None:
        raise Refused("field-missing", field="indicator")
    add(request.user, indicator.name, indicator.unit, request.POST)
