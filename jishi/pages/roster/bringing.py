"""A roster planned in Excel comes in: read, shown as what it would change, then set all at once or not at all."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_POST

from jishi.core.refused import Refused
from jishi.directory import planning
from jishi.directory.groups import Group
from jishi.intake import duties

from ..doors import needs
from ..handed_in import MOST, read_with
from . import month, place

FAULTS = 200  # shown


@needs("roster")
@require_http_methods(["GET", "POST"])
def bring(request: HttpRequest) -> HttpResponse:
    """The form; sent, what the sheet would change and what of it cannot be read. Nothing is set yet."""
    now, said = timezone.now(), request.POST if request.method == "POST" else request.GET
    group, first = place.needed(request.user, said), month.first_day(said, now)
    told: dict[str, Any] = {"group": group, "first": first, "monday": first, "most": MOST >> 20, "now": now}
    told |= {"here": "roster", "text": said.get("text", "")}
    if request.method == "GET":
        return render(request, "roster/bring.html", told)
    try:
        found = planning.plan(group, read_with(request, lambda path: duties.read(path, first)), place.today(now))
        if not found.changes and not found.faults:
            raise Refused("roster-same")
    except Refused as refused:
        return render(request, "roster/bring.html", told | {"refused": refused}, status=422)
    shown = {"changes": found.changes, "faults": found.faults[:FAULTS], "left": len(found.faults)}
    return render(request, "roster/brought.html", told | shown)


@needs("roster")
@require_POST
def carry_out(request: HttpRequest) -> HttpResponse:
    """What was shown is set; where somebody changed a day of it meanwhile, nothing is."""
    now = timezone.now()
    group, codes = place.needed(request.user, request.POST), request.POST.get("cells", "").split()
    if not codes:
        raise Refused("roster-same")
    n = planning.carry_out(group, codes, place.today(now))
    return redirect(_week(group, codes[0].split(":")[1], n))


def _week(group: Group, day: str, n: int) -> str:
    return f"{reverse('roster')}?{urlencode({group.kind: group.row.pk, 'week': day, 'brought': n})}"
