"""Leave: one's own, and what waits for a decision."""

from datetime import date, datetime, time, timedelta

from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from jishi.core.refused import Refused
from jishi.directory import leaving
from jishi.directory.groups import led_by
from jishi.directory.models import Leave, Person
from jishi.directory.models.leave import LEAVE_KINDS

from .. import written
from ..doors import needs, staff
from . import place

SHOWN = 20  # of one's own, the newest first
AHEAD = timedelta(days=30)


@staff
@require_http_methods(["GET", "POST"])
def leave(request: HttpRequest) -> HttpResponse:
    """One's own leave and the form that asks for more; sent, it is asked for, or the form says why not."""
    if request.method == "GET":
        return _page(request, {})
    try:
        since, until = _span(request.POST)
        told = request.POST.get("kind", ""), since, until, request.POST.get("words", "").strip()
        leaving.ask(request.user, *told, timezone.now())
    except Refused as refused:
        return _page(request, request.POST.dict(), refused)
    return redirect("leave")


@needs("roster")
@require_POST
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Approved or refused, by whoever draws up the roster of that person."""
    found = Leave.objects.filter(pk=pk, person__in=led_by(request.user)).first()
    if found is None:
        raise Http404
    leaving.decide(found, request.user, request.POST.get("approved") == "1", timezone.now())
    return redirect("leave")


@staff
@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    found = Leave.objects.filter(pk=pk, person=request.user).first()
    if found is None:
        raise Http404
    leaving.withdraw(found, request.user, timezone.now())
    return redirect("leave")


def _page(request: HttpRequest, said: dict[str, str], refused: Refused | None = None) -> HttpResponse:
    now = timezone.now()
    own = Leave.objects.filter(person=request.user).select_related("decided_by").order_by("-since", "-pk")[:SHOWN]
    coming = Leave.objects.filter(_coming(now), person__in=led_by(request.user))
    told = {"own": own, "said": said, "refused": refused, "now": now, "kinds": LEAVE_KINDS}
    told |= {"waiting": leaving.to_decide(request.user)[:100], "leads": request.user.may("roster")}
    told |= {"coming": coming.select_related("person").order_by("since", "pk")[:100], "monday": place.today(now)}
    told |= {"group": place.group(request.user, request.GET)}
    return render(request, "roster/leave.html", told, status=422 if refused else 200)


def listed(person: Person, now: datetime) -> QuerySet[Leave]:
    """All that stands on the page of `person`."""
    return Leave.objects.filter(Q(person=person) | Q(Q(state="asked") | _coming(now), person__in=led_by(person)))


def _coming(now: datetime) -> Q:
    return Q(state="approved", until__gt=now, since__lt=now + AHEAD)


def _span(said: QueryDict) -> tuple[datetime, datetime]:
    """Days both included; without times of day, whole ones."""
    since = written.day(said.get("since", ""), "leave-since")
    until = written.day(said.get("until", "") or said.get("since", ""), "leave-until")
    opens, closes = _time(said.get("from", "")), _time(said.get("to", ""))
    ends = _at(until, closes) if closes else _at(until + timedelta(days=1), time(0))
    return _at(since, opens or time(0)), ends


def _at(day: date, at: time) -> datetime:
    return timezone.make_aware(datetime.combine(day, at))


def _time(text: str) -> time | None:
    if not text.strip():
        return None
    try:
        return time.fromisoformat(text.strip())
    except ValueError as bad:
        raise Refused("bad-value", field="time", value=text[:20]) from bad
