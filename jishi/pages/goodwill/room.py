"""The room of goodwill: what waits for an answer, the sums of a month, and every grant behind a sum."""

import re
from collections.abc import Mapping
from urllib.parse import urlencode

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from jishi.core.refused import Refused
from jishi.directory.models import Item, Person
from jishi.directory.scope import scope
from jishi.tickets import paging
from jishi.tickets.models import Goodwill
from jishi.tickets.numbering import month

from ..doors import needs
from .totals import AXES, by_axis, by_month

MONTH = re.compile(r"20\d\d-(0[1-9]|1[0-2])")
SHOWN = ("ticket__customer", "ticket__contact", "ticket__site", "team", "by", "decided_by")
LATEST = paging.Order("at", descending=True)
FIELDS = ("month", "kind", *AXES)
MOST = 50  # waiting ones that are shown; more than that wait for more than an answer


@needs("goodwill")
@require_GET
def goodwill(request: HttpRequest) -> HttpResponse:
    person, now = request.user, timezone.localtime()
    wanted = _month(request.GET.get("month") or month(now))
    seen, kinds = within(person), all_kinds()
    granted = seen.filter(state="granted")
    of_month, months = granted.filter(month=wanted), by_month(granted, kinds)
    context = {
        "month": wanted,
        "months": months,
        "choices": sorted({wanted, month(now), *(line.key for line in months)}, reverse=True),
        "waiting": seen.filter(state="asked").select_related(*SHOWN).order_by("at")[:MOST],
        "axes": [(axis, by_axis(of_month, axis, kinds, now)) for axis in AXES],
        "kinds": kinds,
        "names": {kind.code: str(kind) for kind in kinds},
        "now": now,
    }
    return render(request, "goodwill/show.html", context)


@needs("goodwill")
@require_GET
def grants(request: HttpRequest) -> HttpResponse:
    """Each grant behind a sum, the latest first."""
    kinds, said = all_kinds(), asked(request.GET)
    found = granted(request.user, said).select_related(*SHOWN)
    page = paging.page(found, LATEST, request.GET.get("after", ""), request.GET.get("before", ""))
    context = {
        "page": page,
        "said": said,
        "query": urlencode(said),
        "names": {kind.code: str(kind) for kind in kinds},
        "now": timezone.localtime(),
    }
    return render(request, "goodwill/grants.html", context)


def asked(said: Mapping[str, str]) -> dict[str, str]:
    return {name: said[name] for name in FIELDS if said.get(name)}


def granted(person: Person, said: Mapping[str, str]) -> QuerySet[Goodwill]:
    return within(person).filter(_asked(said), state="granted")


def within(person: Person) -> QuerySet[Goodwill]:
    """The goodwill on tickets `person` may see."""
    return Goodwill.objects.filter(scope(person).q("ticket__"))


def all_kinds() -> list[Item]:
    """Retired ones too: what was given of them still counts."""
    return list(Item.objects.filter(list="goodwill").order_by("-active", "position", "id"))


def _asked(said: Mapping[str, str]) -> Q:
    """Refuses what no field holds ("bad-value")."""
    for name in ("decided_by", "team"):
        if name in said and not (said[name] == "none" or (said[name].isdecimal() and len(said[name]) < 18)):
            raise Refused("bad-value", field=name, value=said[name][:40])
    if "month" in said:
        _month(said["month"])
    return Q(**{name: None if value == "none" else value for name, value in said.items()})


def _month(value: str) -> str:
    if not MONTH.fullmatch(value):
        raise Refused("bad-value", field="month", value=value[:20])
    return value
