"""Rights by roles on one screen: read, and changed one cell at a time."""

from typing import NamedTuple

from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from jishi.directory import people
from jishi.directory import roles as rules
from jishi.directory.models import Person, Role
from jishi.directory.reach import REACHES
from jishi.directory.rights import EVERYTHING, GROUPS

from ..doors import needs


class Cell(NamedTuple):
    """Whether `role` has `right`, and whether the reader may change that."""

    role: Role
    right: str
    granted: bool
    open: bool


@needs("roles")
@require_GET
def roles(request: HttpRequest) -> HttpResponse:
    held = Count("people", filter=Q(people__is_active=True))
    shown = list(Role.objects.annotate(held=held).order_by("pk"))
    ruled = {role.pk for role in shown if people.within(request.user, role)}
    context = {
        "roles": [(role, role.pk in ruled, role.rights == EVERYTHING) for role in shown],
        "groups": [(group, list(_lines(request.user, rights, shown, ruled))) for group, rights in _once().items()],
        "reaches": REACHES,
        "likes": [role for role in shown if role.pk in ruled],
    }
    return render(request, "roles/show.html", context)


@needs("roles")
@require_POST
def right(request: HttpRequest, code: str, right: str) -> HttpResponse:
    """Given or taken away; the cell answers as it stands now."""
    role = found(code)
    rules.grant(request.user, role, right, bool(request.POST.get("granted")))
    return _answer(request, "roles/_cell.html", {"cell": _cell(request.user, found(code), right, open=True)})


@needs("roles")
@require_POST
def reach(request: HttpRequest, code: str) -> HttpResponse:
    rules.stretch(request.user, found(code), request.POST.get("reach", ""))
    return _answer(request, "roles/_reach.html", {"role": found(code), "reaches": REACHES, "open": True})


@needs("roles")
@require_POST
def factor(request: HttpRequest, code: str) -> HttpResponse:
    """Whether its people must have a second factor; they set it up when they next open a page."""
    rules.demand_factor(request.user, found(code), bool(request.POST.get("needed")))
    return _answer(request, "roles/_factor.html", {"role": found(code), "open": True})


@needs("roles")
@require_POST
def add(request: HttpRequest) -> HttpResponse:
    like = request.POST.get("like", "")
    rules.add(request.user, request.POST.get("name", ""), found(like) if like else None)
    return redirect("roles")


@needs("roles")
@require_POST
def remove(request: HttpRequest, code: str) -> HttpResponse:
    rules.remove(request.user, found(code))
    return redirect("roles")


def found(code: str) -> Role:
    role = Role.objects.filter(code=code).first()
    if role is None:
        raise Http404
    return role


def _once() -> dict[str, list[str]]:
    """The groups, each right in the first that names it."""
    seen: set[str] = set()
    groups = {}
    for name, rights in GROUPS.items():
        groups[name] = [right for right in rights if right not in seen]
        seen.update(rights)
    return groups


def _lines(by: Person, rights: list[str], roles: list[Role], ruled: set[int]):
    for right in rights:
        yield right, [_cell(by, role, right, role.pk in ruled) for role in roles]


def _cell(by: Person, role: Role, right: str, open: bool) -> Cell:
    whole = role.rights == EVERYTHING
    return Cell(role, right, whole or right in role.rights, open and not whole and by.may(right))


def _answer(request: HttpRequest, piece: str, context: dict[str, object]) -> HttpResponse:
    return render(request, piece, context) if request.headers.get("HX-Request") else redirect("roles")
