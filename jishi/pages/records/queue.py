"""One queue of unfinished and doubtful records, by reason and team, each with the way to mend it."""

from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from jishi.core.doubt import CODES
from jishi.core.refused import Refused
from jishi.directory.models import Person, Team
from jishi.tickets import paging
from jishi.watch import signing
from jishi.watch.models import Doubt
from jishi.watch.models.records import STATES

from ..doors import needs
from ..written import whole

NEWEST = paging.Order("arose_at", descending=True)
SHOWN = ("ticket__customer", "ticket__contact", "ticket__site", "ticket__team", "ticket__owner", "by")
MOST = 2**31 - 1
TOGETHER = 200  # doubts explained at once


@needs("records")
@require_GET
def records(request: HttpRequest) -> HttpResponse:
    person, now = request.user, timezone.localtime()
    wanted = asked(request.GET)
    shown = found(person, wanted).select_related(*SHOWN)
    page = paging.page(shown, NEWEST, request.GET.get("after", ""), request.GET.get("before", ""))
    context = {
        "asked": wanted,
        "page": page,
        "now": now,
        "states": STATES,
        "narrowed": bool(wanted["code"] or wanted["team"]),
        "query": urlencode({name: value for name, value in wanted.items() if value}),
        "habits": signing.habits(person).filter(words="").select_related("person__team").order_by("-month", "pk")[:50],
        "may_sign": person.may("sign"),
    }
    return render(request, "records/queue.html", context | _beside(person, wanted) | _unsigned(person, now))


@needs("sign")
@require_POST
def explain(request: HttpRequest) -> HttpResponse:
    """What was chosen is as it should be, for a reason."""
    chosen = [whole(pk, "doubt", MOST) or 0 for pk in request.POST.getlist("doubt")[:TOGETHER]]
    if not chosen:
        raise Refused("nothing-chosen")
    signing.explain(request.user, chosen, request.POST.get("words", ""), timezone.now())
    return redirect(_back(request.POST))


@needs("sign")
@require_POST
def excuse(request: HttpRequest, pk: int) -> HttpResponse:
    """The round minutes of a person have a reason."""
    signing.excuse(request.user, pk, request.POST.get("words", ""))
    return redirect("records")


def asked(said: Mapping[str, str]) -> dict[str, str]:
    """State, reason and team as the address has them; the open ones if it names no state."""
    wanted = {name: said.get(name, "") for name in ("state", "code", "team")}
    return wanted | {"state": wanted["state"] or "open"}


def found(person: Person, wanted: Mapping[str, str]) -> QuerySet[Doubt]:
    return signing.doubts(person).filter(**conditions(wanted))


def conditions(asked: Mapping[str, str]) -> dict[str, object]:
    """Refuses states, reasons and teams that do not exist ("unknown-filter", "bad-value")."""
    if asked["state"] not in STATES or asked["code"] not in ("", *CODES):
        raise Refused("unknown-filter", filter=(asked["code"] or asked["state"])[:40])
    told: dict[str, object] = {"state": asked["state"]}
    if asked["code"]:
        told["code"] = asked["code"]
    if team := whole(asked["team"], "team", MOST):
        told["ticket__team"] = team
    return told


def _beside(person: Person, asked: Mapping[str, str]) -> dict[str, object]:
    """How many are open by reason and by team, each as the other narrows it."""
    counted = signing.counts(person)
    names = Team.objects.in_bulk({team for team, _ in counted if team})
    reasons, teams = Counter[str](), Counter[int]()
    for (team, code), n in counted.items():
        if asked["team"] in ("", str(team)):
            reasons[code] += n
        if team and asked["code"] in ("", code):
            teams[team] += n
    return {
        "total": sum(counted.values()),
        "reasons": [(code, reasons[code]) for code in CODES if reasons[code] or code == asked["code"]],
        "teams": [(names[pk], n) for pk, n in teams.most_common()],
    }


def _unsigned(person: Person, now: datetime) -> dict[str, object]:
    """One's teams whose last week still wants a signature, and whether its day is over."""
    mine = set(signing.teams(person).values_list("pk", flat=True))
    waiting = [team for team in signing.unsigned(now) if team.pk in mine]
    return {"unsigned": waiting, "week": signing.last_week(now), "overdue": now > signing.due(now)}


def _back(said: Mapping[str, str]) -> str:
    kept = {name: said.get(f"was_{name}", "") for name in ("state", "code", "team")}
    return f"{reverse('records')}?{urlencode({name: value for name, value in kept.items() if value})}"
