"""The list of people: by number, searched and narrowed, one page after the other."""

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_GET

from jishi.core.refused import Refused
from jishi.directory.models import Person, Role, Team
from jishi.directory.staff import governed

from ..doors import needs
from ..narrowing import address, narrowed
from .placing import marked

SIZE = 50
STANDINGS = {"here": Q(is_active=True), "gone": Q(is_active=False), "all": Q()}
LINKS = {"role": Role, "team": Team}
KNOWN = frozenset(["q", "standing", "after", *LINKS])
SHOWN = ("role", "department", "team", "point", "supplier")


@needs("people")
@require_GET
def people(request: HttpRequest) -> HttpResponse:
    asked = read(request.GET)
    found = find(governed(request.user), asked)
    shown = list(found.filter(number__gt=asked["after"]).order_by("number")[: SIZE + 1])
    further = asked | {"after": shown[SIZE - 1].number} if len(shown) > SIZE else None
    context = {
        "asked": asked,
        "people": shown[:SIZE],
        "standings": STANDINGS,
        "roles": marked(Role.objects.order_by("pk"), asked["role"]),
        "teams": marked(Team.objects.order_by("name"), asked["team"]),
        "narrowed": any(asked[name] for name in ("q", *LINKS)),
        "further": address(further) if further else "",
        "first": address(asked | {"after": ""}) if asked["after"] else "",
    }
    return render(request, "people/list.html", context)


def read(said: QueryDict) -> dict[str, str]:
    """What the address asks for. Refuses what does not exist ("unknown-filter", "bad-value")."""
    asked = narrowed(said, KNOWN)
    asked["standing"] = asked["standing"] or "here"
    for name in LINKS:
        if (value := asked[name]) and not (value.isdecimal() and len(value) < 18):
            raise Refused("bad-value", field=name, value=value[:40])
    if asked["standing"] not in STANDINGS:
        raise Refused("bad-value", field="standing", value=asked["standing"][:40])
    return asked


def find(people: QuerySet[Person], asked: dict[str, str]) -> QuerySet[Person]:
    found = people.filter(STANDINGS[asked["standing"]]).select_related(*SHOWN)
    for name in LINKS:
        found = found.filter(**{name: asked[name]}) if asked[name] else found
    q = asked["q"]
    return found.filter(Q(number__istartswith=q) | Q(name__icontains=q)) if q else found
