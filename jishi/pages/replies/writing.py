"""The saved replies of everybody and of the teams one answers for."""

from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from jishi.core.refused import Refused
from jishi.directory.models import Person, Team
from jishi.tickets.models import SavedReply
from jishi.tickets.replies import PLACEHOLDERS

from ..doors import needs

SHOWN = 200
TEXTS = {"title": 80, "body": 4_000, "body_en": 4_000}


@needs("replies")
@require_GET
def replies(request: HttpRequest) -> HttpResponse:
    """All of them, the most used first."""
    typed = request.GET.get("words", "").strip()[:80]
    rows = _own(request.user).order_by("-used", "pk").select_related("team")
    if typed:
        rows = rows.filter(Q(title__icontains=typed) | Q(body__icontains=typed) | Q(body_en__icontains=typed))
    context = {"rows": rows[:SHOWN], "typed": typed, "sees_all": request.user.sees_all}
    return render(request, "replies/list.html", context)


@needs("replies")
@require_http_methods(["GET", "POST"])
def write(request: HttpRequest, reply: int | None = None) -> HttpResponse:
    """A new one, or one that stands; refused, it is shown again as it was typed."""
    row = _found(request.user, reply) if reply else SavedReply(team=None if request.user.sees_all else _first(request))
    if request.method == "GET":
        return _form(request, row)
    for name, most in TEXTS.items():
        setattr(row, name, request.POST.get(name, "").strip()[:most])
    try:
        row.team = _team(request.user, request.POST.get("team", ""))
        _demand_words(row)
    except Refused as refused:
        return _form(request, row, refused)
    row.save()
    return redirect("replies")


@needs("replies")
@require_POST
def remove(request: HttpRequest, reply: int) -> HttpResponse:
    _found(request.user, reply).delete()
    return redirect("replies")


def teams(person: Person) -> QuerySet[Team]:
    """Those whose words one answers for."""
    every = Team.objects.order_by("name")
    return every if person.sees_all else every.filter(department=person.department_id, department__isnull=False)


def _own(person: Person) -> QuerySet[SavedReply]:
    return SavedReply.objects.all() if person.sees_all else SavedReply.objects.filter(team__in=teams(person))


def _found(person: Person, reply: int) -> SavedReply:
    row = _own(person).filter(pk=reply).first()
    if row is None:
        raise Http404
    return row


def _first(request: HttpRequest) -> Team | None:
    return request.user.team if request.user.team else teams(request.user).first()


def _team(person: Person, value: str) -> Team | None:
    """One of them, or everybody for those who see everything."""
    if not value and person.sees_all:
        return None
    team = teams(person).filter(pk=value).first() if value.isdecimal() and len(value) < 18 else None
    if team is None:
        raise Refused("bad-value", field="team", value=value[:40])
    return team


def _demand_words(row: SavedReply) -> None:
    if not row.title:
        raise Refused("field-missing", field="title")
    if not (row.body or row.body_en):
        raise Refused("field-missing", field="body")


def _form(request: HttpRequest, row: SavedReply, refused: Refused | None = None) -> HttpResponse:
    context = {"row": row, "refused": refused, "teams": teams(request.user), "placeholders": PLACEHOLDERS}
    return render(request, "replies/write.html", context, status=422 if refused else 200)
