"""A shift handed over (交接班): drawn up from what is open, signed by who goes and by who comes, kept."""

from typing import Any
from uuid import uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from jishi.core.refused import Refused
from jishi.directory.groups import Group
from jishi.directory.models import Team
from jishi.tickets import relieving
from jishi.tickets.models import Relief, ReliefLine
from jishi.tickets.once import once
from jishi.tickets.queries import SHOWN, visible

from ..doors import staff
from . import place

HOURS = (2, 4, 8, 12)
USUAL = 8
PAGE = 30


@staff
@require_GET
def reliefs(request: HttpRequest) -> HttpResponse:
    """Those of a team, the newest first; the one that waits on top."""
    group, before = place.group(request.user, request.GET), request.GET.get("before", "")
    told: dict[str, Any] = {"group": group, "monday": place.today(timezone.now()), "now": timezone.now()}
    if group and group.kind == "team":
        found = relieving.reliefs(request.user).filter(team=group.row).order_by("-pk")
        found = found.filter(pk__lt=int(before[:18])) if before.isdecimal() else found
        shown = list(found[: PAGE + 1])
        told["may_give"] = relieving.of_team(request.user, group.row)
        told |= {"reliefs": shown[:PAGE], "earlier": shown[PAGE - 1].pk if len(shown) > PAGE else None}
    return render(request, "roster/reliefs.html", told | place.choices(request.user))


@staff
@require_http_methods(["GET", "POST"])
def give(request: HttpRequest) -> HttpResponse:
    """What the next ones must know, with room for words; sent, it is signed, once however often it arrives."""
    team = _team(request)
    if request.method == "GET":
        return _form(request, team, {"key": uuid4().hex})
    try:
        pk = _given(request, team)
    except Refused as refused:
        return _form(request, team, request.POST.dict(), refused)
    return redirect("relief", pk)


@staff
@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """As it was handed over; what the reader may not see of it is counted, not shown."""
    relief = found(request, pk)
    lines = list(relief.lines.select_related("note", "owner"))
    seen = visible(request.user).filter(pk__in=[line.ticket_id for line in lines]).select_related(*SHOWN)
    tickets = {ticket.pk: ticket for ticket in seen}
    told = {
        "relief": relief,
        "parts": _parts(lines, tickets),
        "tickets": tickets.values(),
        "hidden": len(lines) - len(tickets),
        "note": relief.notes.filter(line=None).first(),
        "may_take": _waits(relief)
        and relief.given_by_id != request.user.pk
        and relieving.of_team(request.user, relief.team),
        "may_withdraw": _waits(relief) and relief.given_by_id == request.user.pk,
        "group": Group("team", relief.team),
        "monday": place.today(relief.at),
        "now": timezone.now(),
    }
    return render(request, "roster/relief.html", told)


@staff
@require_POST
def take(request: HttpRequest, pk: int) -> HttpResponse:
    """The second signature."""
    relieving.take(found(request, pk), request.user, timezone.now())
    return redirect("relief", pk)


@staff
@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    relief = found(request, pk)
    relieving.withdraw(relief, request.user, timezone.now())
    return redirect(f"{reverse('reliefs')}?team={relief.team_id}")


def found(request: HttpRequest, pk: int) -> Relief:
    relief = relieving.reliefs(request.user).filter(pk=pk).first()
    if relief is None:
        raise Http404
    return relief


def _waits(relief: Relief) -> bool:
    return relief.taken_at is None and relief.withdrawn_at is None


def _team(request: HttpRequest) -> Team:
    group = place.needed(request.user, request.POST if request.method == "POST" else request.GET)
    if not isinstance(group.row, Team):
        raise Http404
    return group.row


def _form(request: HttpRequest, team: Team, said: dict[str, str], refused: Refused | None = None) -> HttpResponse:
    now, hours = timezone.now(), said.get("hours") or request.GET.get("hours", "")
    ahead = int(hours[:3]) if hours.isdecimal() and int(hours[:3]) in relieving.AHEAD else USUAL
    told = relieving.worth_telling(request.user, team, ahead, now)
    parts = [(why, [(ticket, said.get(f"remark-{ticket.pk}", "")) for ticket in told[why]]) for why in relieving.WHY]
    context = {
        "team": team,
        "parts": parts,
        "said": said,
        "refused": refused,
        "hours": ahead,
        "choices": HOURS,
        "now": now,
    }
    context |= {"group": Group("team", team), "monday": place.today(now)}
    return render(request, "roster/give.html", context, status=422 if refused else 200)


def _given(request: HttpRequest, team: Team) -> int:
    said, now = request.POST, timezone.now()
    hours = said.get("hours", "")
    remarks = {
        int(name[7:]): words for name, words in said.items() if name.startswith("remark-") and name[7:].isdecimal()
    }
    body = {name: value for name, value in said.items() if name != "csrfmiddlewaretoken"}
    told = (int(hours[:3]) if hours.isdecimal() else 0, said.get("note", ""), remarks, now)
    key = (said.get("key") or uuid4().hex)[:64]
    return once(request.user, f"relief/{team.pk}", key, body, lambda: relieving.give(request.user, team, *told).pk)


def _parts(lines: list[ReliefLine], tickets: dict[int, Any]) -> list[tuple[str, list[tuple[ReliefLine, Any]]]]:
    """By why they were spoken of."""
    seen = [(line, tickets[line.ticket_id]) for line in lines if line.ticket_id in tickets]
    return [(why, [each for each in seen if each[0].why == why]) for why in relieving.WHY]
