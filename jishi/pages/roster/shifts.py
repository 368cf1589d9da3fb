"""The kinds of shift: their hours, letters and keys."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from jishi.core.refused import Refused
from jishi.directory import shifting
from jishi.directory.models import Shift

from .. import written
from ..doors import demand, needs
from . import place

WORDS = {"name": 40, "name_en": 40, "letter": 2, "key": 1}


@needs("roster")
@require_http_methods(["GET", "POST"])
def shifts(request: HttpRequest) -> HttpResponse:
    """All of them; sent, a new one. Only who may publish changes what holds for everybody."""
    if request.method == "POST":
        demand(request.user, "publish")
        shifting.add(**_told(request))
        return redirect("shifts")
    told = {"shifts": Shift.objects.all(), "may": request.user.may("publish"), "monday": place.today(timezone.now())}
    return render(request, "roster/shifts.html", told | {"group": place.group(request.user, request.GET)})


@needs("publish")
@require_POST
def amend(request: HttpRequest, code: str) -> HttpResponse:
    """Its words, and its hours while nobody has worked it; or it ends, or begins again."""
    shift = get_object_or_404(Shift, code=code)
    if "active" in request.POST:
        shifting.end(shift, request.POST["active"] == "0")
    else:
        shifting.amend(shift, **_told(request))
    return redirect("shifts")


def _told(request: HttpRequest) -> dict[str, object]:
    told: dict[str, object] = {name: request.POST.get(name, "").strip()[:most] for name, most in WORDS.items()}
    for name in ("name", "letter", "key"):
        if not told[name]:
            raise Refused("field-missing", field=f"shift-{name}")
    hours = written.hours(request.POST.get("hours", ""))
    if not hours:
        raise Refused("field-missing", field="shift-hours")
    return told | {"hours": hours, "zone": request.POST.get("zone", "").strip() or place.zone()}
