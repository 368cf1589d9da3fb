"""The rules of urgency, read and changed; words to try them with."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from jishi.core.priority import KINDS, ORDER, UP
from jishi.core.refused import Refused
from jishi.directory.models import Category, Product, ServiceType
from jishi.tickets import urgency as rules
from jishi.tickets.models import PriorityRule
from jishi.words.taking import EMOTIONS

from ..doors import needs
from .reasons import reasons, standing


@needs("publish")
@require_GET
def urgency(request: HttpRequest) -> HttpResponse:
    """All rules by what they hear."""
    told = standing(PriorityRule.objects.filter(active=True).order_by("priority", "-weight", "pk"))
    by_kind = [(kind, [reason for reason in told if reason.rule.kind == kind]) for kind in KINDS]
    things = {
        "product": [(str(row.pk), str(row)) for row in Product.objects.order_by("name")],
        "category": [(str(row.pk), str(row)) for row in Category.objects.order_by("pk")],
        "service_type": [(row.code, str(row)) for row in ServiceType.objects.all()],
        "emotion": [(code, str(words)) for code, words in EMOTIONS.items()],
    }
    priorities = {kind: ORDER if kind in ("word", "chases") else (*ORDER, UP) for kind in KINDS}
    sheets = [(kind, held, things.get(kind), priorities[kind]) for kind, held in by_kind if kind != "vip" or held]
    return render(request, "receiving/urgency.html", {"sheets": sheets})


@needs("publish")
@require_POST
def try_words(request: HttpRequest) -> HttpResponse:
    """What the rules make of a few words."""
    found = rules.propose(request.POST.get("words", "")[:2000], {}, request.POST.get("emotion", ""))
    return render(request, "receiving/_tried.html", {"proposal": found, "reasons": reasons(found.reasons)})


@needs("publish")
@require_POST
def lay_down(request: HttpRequest) -> HttpResponse:
    """A rule more, or another priority for what is said already."""
    said = request.POST
    weight = said.get("weight", "") or "100"
    if not (weight.isdecimal() and len(weight) < 5):
        raise Refused("bad-value", field="weight", value=weight[:20])
    rules.lay_down(request.user, said.get("kind", ""), said.get("says", ""), said.get("priority", ""), int(weight))
    return redirect("urgency")


@needs("publish")
@require_POST
def retire(request: HttpRequest, rule: int) -> HttpResponse:
    row = PriorityRule.objects.filter(pk=rule).first()
    if row is None:
        raise Http404
    rules.retire(request.user, row)
    return redirect("urgency")
