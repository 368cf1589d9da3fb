"""Who may grant how much: read by whoever grants, laid down from a moment on by whoever publishes promises."""

from datetime import datetime
from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from jishi.core.goodwill import Limit, hundredths
from jishi.core.priority import ORDER
from jishi.core.refused import Refused
from jishi.directory import lists
from jishi.directory.models import Item, Role
from jishi.tickets import allowances
from jishi.tickets.models import GoodwillLimit

from .. import forms
from ..doors import needs


class Line(NamedTuple):
    """One kind: the row that holds for each priority, None where one has to ask."""

    kind: Item
    rows: list[tuple[str, GoodwillLimit | None]]


@needs("goodwill")
@require_GET
def limits(request: HttpRequest) -> HttpResponse:
    now, kinds, roles = timezone.localtime(), list(lists.choices("goodwill")), list(Role.objects.order_by("pk"))
    held = allowances.in_force(now)
    context = {
        "roles": [(role, lines) for role in roles if (lines := _lines(role, kinds, held))],
        "coming": GoodwillLimit.objects.filter(since__gt=now).select_related("role").order_by("since", "pk"),
        "all_roles": [role for role in roles if role.rights == ["*"] or "goodwill" in role.rights],
        "kinds": kinds,
        "names": {kind.code: kind for kind in kinds},
        "priorities": ORDER,
        "may_lay_down": request.user.may("publish"),
        "now": now,
    }
    return render(request, "goodwill/limits.html", context)


@needs("publish")
@require_POST
def lay_down(request: HttpRequest) -> HttpResponse:
    """From a moment on, at once if none is said."""
    said, now = request.POST, timezone.now()
    role = Role.objects.filter(code=said.get("role", "")).first()
    if role is None:
        raise Refused("bad-value", field="role", value=said.get("role", "")[:40])
    kind = lists.chosen("goodwill", said.get("kind", ""))
    told = Limit(*(_amount(said, name, kind) for name in ("per_case", "per_month")))
    allowances.lay_down(request.user, role, said.getlist("priority"), kind.code, told, _since(said, now), now)
    return redirect("goodwill-limits")


def _lines(role: Role, kinds: list[Item], held: dict[Any, GoodwillLimit]) -> list[Line]:
    lines = [Line(kind, [(priority, held.get((role.pk, priority, kind.code))) for priority in ORDER]) for kind in kinds]
    return [line for line in lines if any(limit for _, limit in line.rows)]


def _amount(said: QueryDict, name: str, kind: Item) -> int:
    """Nothing is an amount here: it takes the authority away."""
    value = said.get(name, "").strip()
    if not value:
        raise Refused("field-missing", field=name)
    return hundredths(value, kind.facts["unit"])


def _since(said: QueryDict, now: datetime) -> datetime:
    return forms.moment(said["since"]) if said.get("since") else now
