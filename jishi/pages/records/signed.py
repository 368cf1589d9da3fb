"""What a team's lead signs for: the records of a day or a week. And all that was signed."""

from datetime import date, timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from jishi.core.doubt import CODES
from jishi.core.refused import Refused
from jishi.directory.models import Person, Team
from jishi.watch import signing
from jishi.watch.models import SignOff
from jishi.watch.signing import Period

from ..doors import demand, needs
from ..written import day as read_day
from ..written import whole

SIZE = 50
MOST = 2**31 - 1


@needs("records")
@require_GET
def history(request: HttpRequest) -> HttpResponse:
    """Newest first, fifty at a time."""
    before = whole(request.GET.get("before", ""), "before", MOST)
    rows = SignOff.objects.filter(team__in=signing.teams(request.user)).select_related("team", "by").order_by("-pk")
    shown = list((rows.filter(pk__lt=before) if before else rows)[: SIZE + 1])
    later = shown[SIZE - 1].pk if len(shown) > SIZE else None
    rows_ = [(row, Period(row.span, row.since), _states(row.facts)) for row in shown[:SIZE]]
    return render(request, "records/signed.html", {"signed": rows_, "later": later, "here": "records"})


@needs("records")
@require_http_methods(["GET", "POST"])
def sheet(request: HttpRequest, team: int, span: str, day: str) -> HttpResponse:
    """As it was signed; until then as it stands, with the form. Sent, it is signed."""
    person, now = request.user, timezone.localtime()
    mine, period = _team(person, team), signing.period(span, _day(day))
    if request.method == "POST":
        demand(person, "sign")
        signing.sign(person, mine, period, now, request.POST.get("note", ""))
        return redirect("records-sheet", team, span, period.since.isoformat())
    row = SignOff.objects.filter(team=mine, span=span, since=period.since).select_related("by").first()
    facts = row.facts if row else signing.looked_at(mine, period)
    context = {
        "team": mine,
        "teams": signing.teams(person),
        "period": period,
        "row": row,
        "facts": facts,
        "doubts": [(code, facts["doubts"][code]) for code in CODES if code in facts["doubts"]],
        "states": _states(facts),
        "over": period.moments()[1] <= now,
        "earlier": period.since - timedelta(days=1),
        "later": period.until if period.moments()[1] <= now else None,
        "may_sign": person.may("sign"),
        "now": now,
        "here": "records",
    }
    return render(request, "records/sheet.html", context)


def _team(person: Person, pk: int) -> Team:
    team = signing.teams(person).filter(pk=pk).first()
    if team is None:
        raise Http404
    return team


def _day(text: str) -> date:
    day = read_day(text, "day")
    if not 2000 <= day.year <= 2100:
        raise Refused("bad-value", field="day", value=text[:40])
    return day


def _states(facts: dict) -> dict[str, int]:
    """How many doubts were mended, explained, left open."""
    told = dict.fromkeys(("mended", "explained", "open"), 0)
    for states in facts["doubts"].values():
        for state, n in states.items():
            told[state] += n
    return told
