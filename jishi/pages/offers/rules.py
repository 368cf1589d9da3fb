"""The rules of assignment, in their order; what is changed holds from now on."""

from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from jishi.assigning import rules as keeping
from jishi.assigning.models import Rule
from jishi.assigning.models.rules import PATHS
from jishi.core.assignment import STRATEGIES
from jishi.core.refused import Refused
from jishi.directory.models import ServiceType, Team

from ..doors import needs

NUMBERS = ("minutes", "most", "urgent_minutes", "width")
FORMER = 20  # ended rules that are shown


@needs("publish")
@require_GET
def rules(request: HttpRequest) -> HttpResponse:
    now = timezone.localtime()
    former = Rule.objects.exclude(until=None).select_related("team", "service_type", "by").order_by("-until", "-pk")
    holding = list(keeping.in_force(now).select_related("team", "service_type", "by"))
    return render(request, "offers/rules.html", {"rules": holding, "former": former[:FORMER], "now": now})


@needs("publish")
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """The form of a new rule; sent, it stands last."""
    if request.method == "POST":
        keeping.add(request.user, timezone.now(), **terms(request.POST))
        return redirect("offer-rules")
    return _form(request, Rule())


@needs("publish")
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    rule = _rule(pk, timezone.now())
    if request.method == "POST":
        keeping.change(rule, request.user, timezone.now(), **terms(request.POST))
        return redirect("offer-rules")
    return _form(request, rule)


@needs("publish")
@require_POST
def move(request: HttpRequest, pk: int) -> HttpResponse:
    now = timezone.now()
    keeping.move(_rule(pk, now), request.POST.get("way") == "up", now)
    return redirect("offer-rules")


@needs("publish")
@require_POST
def end(request: HttpRequest, pk: int) -> HttpResponse:
    now = timezone.now()
    keeping.end(_rule(pk, now), now)
    return redirect("offer-rules")


def terms(said: QueryDict) -> dict[str, Any]:
    """What the form says. Refuses what is no number, no row, no strategy ("bad-value")."""
    told: dict[str, Any] = {
        "team": _row(Team, "team", said.get("team", "")),
        "service_type": _row(ServiceType, "service_type", said.get("service_type", "")),
        "automatic": said.get("automatic") == "1",
    }
    for name, known in (("strategy", STRATEGIES), ("urgent", PATHS)):
        told[name] = said.get(name, "")
        if told[name] not in known:
            raise Refused("bad-value", field=name, value=told[name][:20])
    for name in NUMBERS:
        value = said.get(name, "").strip()
        if not value.isdecimal() or len(value) > 4:
            raise Refused("bad-value", field=name, value=value[:20])
        told[name] = int(value)
    return told


def _rule(pk: int, now: datetime) -> Rule:
    rule = keeping.in_force(now).select_related("team", "service_type").filter(pk=pk).first()
    if rule is None:
        raise Http404
    return rule


def _row(model: type, name: str, value: str) -> Any:
    """Nothing means all of them."""
    if not value:
        return None
    row = model.objects.filter(pk=value).first() if value.isdecimal() and len(value) < 18 else None
    if row is None:
        raise Refused("bad-value", field=name, value=value[:20])
    return row


def _form(request: HttpRequest, rule: Rule) -> HttpResponse:
    context = {
        "rule": rule,
        "teams": Team.objects.order_by("pk"),
        "types": ServiceType.objects.filter(active=True),
        "strategies": list(STRATEGIES),
        "paths": PATHS,
    }
    return render(request, "offers/_rule_form.html", context)
