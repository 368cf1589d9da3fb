"""The room of those who lead: who waits for somebody, what is offered, what was answered, who holds how much."""

from datetime import datetime, timedelta

from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from jishi.assigning.models import Offer, Waiting
from jishi.directory.eyes import eyes
from jishi.directory.lists import names as list_names
from jishi.directory.models import Person, Team
from jishi.directory.scope import scope

from ..doors import needs
from .explained import explain, names
from .loads import bars, teams
from .pending import RELATED, Pending, open_offers, pending

MOST = 50  # rows of each sheet; what is beyond is counted by nobody and found in the list
LATELY = timedelta(hours=24)
TICKET = ["ticket__customer", "ticket__contact", "ticket__site"]


@needs("offers")
@require_GET
def offers(request: HttpRequest) -> HttpResponse:
    now, mine = timezone.localtime(), scope(request.user).q("ticket__")
    shown = list(teams(request.user))
    team = _team(request, shown)
    waiting = list(Waiting.objects.filter(mine).select_related("team", "lead", *TICKET).order_by("since")[:MOST])
    named, sight = names(row.why for row in waiting), eyes(request.user)
    answered = Offer.objects.filter(mine, _lately(now))
    lately = list(answered.select_related(*RELATED).order_by("-answered_at", "-pk")[:MOST])
    reasons = list_names(one.reason for one in lately)
    context = {
        "waiting": [(row, explain(row.why, named, sight)) for row in waiting],
        "offered": together(pending(open_offers(now).filter(mine)[:MOST], now)),
        "lately": [(one, reasons.get(("refusal", one.reason), "")) for one in lately],
        "teams": shown,
        "team": team,
        "bars": bars(team, now) if team else [],
        "may_seek": request.user.may("assign"),
        "now": now,
    }
    return render(request, "offers/show.html", context)


def listed(person: Person, now: datetime) -> QuerySet[Offer]:
    """What is offered and what was answered, as far as the room shows it."""
    now_open = Q(state="offered", lapses_at__gt=now)
    return Offer.objects.filter(scope(person).q("ticket__"), now_open | _lately(now)).order_by("-made_at", "-pk")


def _lately(now: datetime) -> Q:
    return Q(answered_at__gte=now - LATELY) & ~Q(state="offered")


def together(offered: list[Pending]) -> list[tuple[Pending, list[Person]]]:
    """A ticket offered to several at once stands in one line."""
    lines: dict[int, list[Pending]] = {}
    for each in offered:
        lines.setdefault(each.offer.ticket_id, []).append(each)
    return [(line[0], [each.offer.person for each in line]) for line in lines.values()]


def _team(request: HttpRequest, shown: list[Team]) -> Team | None:
    """The team asked for, else one's own, else the first."""
    asked = request.GET.get("team", "")
    if asked:
        found = next((team for team in shown if str(team.pk) == asked), None)
        if found is None:
            raise Http404
        return found
    return next((team for team in shown if team.pk == request.user.team_id), shown[0] if shown else None)
