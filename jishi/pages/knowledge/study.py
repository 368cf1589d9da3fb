"""What is new is studied, and who has studied it is seen."""

from datetime import datetime

from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from jishi.core import markup
from jishi.knowledge import studying
from jishi.knowledge.models import Study

from .. import forms
from ..doors import needs, staff

AT_ONCE = 100  # people on a page
DAYS = 14  # of one's own confirmations shown


@staff
@require_http_methods(["GET", "POST"])
def study(request: HttpRequest) -> HttpResponse:
    """New since one last studied; the button confirms what the page showed."""
    person, now = request.user, timezone.localtime()
    if request.method == "POST":
        studying.confirm(person, timezone.now(), forms.moment(request.POST.get("through", "")))
        return redirect("knowledge-study")
    items = studying.sitting(person, now)
    last = max((item.version.published_at for item in items), default=now)
    done = Study.objects.filter(person=person).order_by("-day")[:DAYS]
    context = {
        "items": [(item, markup.read(item.version.body)) for item in items],
        "through": last.isoformat(),
        "total": studying.fresh(person, now).count(),
        "done": done,
        "today": next((each for each in done if each.day == now.date()), None),
        "now": now,
        "may_see_studies": person.may("studies"),
    }
    return render(request, "knowledge/study.html", context)


@needs("studies")
@require_GET
def studies(request: HttpRequest) -> HttpResponse:
    """Who has studied: as far as the reader's role reaches, by staff number."""
    now, after = timezone.localtime(), request.GET.get("after", "")[:64]
    staff = studying.led(request.user)
    told = staff.select_related("team", "role").annotate(last=studying.LAST, day=Max("studies__day"))
    rows = list(told.filter(number__gt=after).order_by("number")[: AT_ONCE + 1])
    waiting = studying.behind(rows, now)
    context = {
        "people": [(one, waiting[one.pk]) for one in rows[:AT_ONCE]],
        "later": rows[AT_ONCE - 1].number if len(rows) > AT_ONCE else "",
        "n": staff.count(),
        "studied": _today(staff, now),
        "today": now.date(),
    }
    return render(request, "knowledge/studies.html", context)


def _today(staff, now: datetime) -> int:
    return Study.objects.filter(person__in=staff, day=timezone.localdate(now)).count()
