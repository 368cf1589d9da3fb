"""The steps of setting up, in order: what is there, what is missing, and where it is done."""

from typing import NamedTuple
from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from jishi.clocks import standing
from jishi.clocks.models import SetUp
from jishi.clocks.signing_up import changes
from jishi.directory.company import name_it
from jishi.directory.models import Person

from ..doors import needs

# section -> (the address where it is done, the right that opens it)
DONE_AT = {
    "departments": ("organisation", "set_up"),
    "teams": ("organisation", "set_up"),
    "points": ("organisation", "set_up"),
    "people": ("people", "people"),
    "types": ("set-up-types", "set_up"),
    "fields": ("set-up-fields", "set_up"),
    "promises": ("policy", "promises"),
    "calendars": ("calendar", "promises"),
    "roster": ("roster", "set_up"),
    "lists": ("lists", "lists"),
    "benchmarks": ("set-up-benchmarks", "set_up"),
}


class Step(NamedTuple):
    """`address`: where it is done, "" where the reader may not or it is done here."""

    section: str
    lines: dict[str, dict]
    lacks: bool
    address: str


@needs("set_up")
@require_GET
def steps(request: HttpRequest) -> HttpResponse:
    now, person = timezone.localtime(), request.user
    facts, last = standing.standing(now), SetUp.objects.select_related("by", "responsible").first()
    missing = standing.lacks(facts, now)
    context = {
        "steps": [Step(name, facts[name], name in missing, _address(person, name)) for name in standing.SECTIONS],
        "missing": missing,
        "desk": facts["company"]["desk"],
        "last": last,
        "records": SetUp.objects.select_related("by")[:20],
        "changes": changes(last.facts if last else None, facts),
        "people": Person.objects.filter(is_active=True, supplier=None).order_by("number")[:500],
        "key": uuid4().hex,
    }
    return render(request, "setting_up/steps.html", context)


@needs("set_up")
@require_POST
def company(request: HttpRequest) -> HttpResponse:
    name_it(request.user, request.POST.get("name", ""))
    return redirect("setting-up")


def _address(person: Person, section: str) -> str:
    name, right = DONE_AT.get(section, ("", ""))
    return name if name and person.may(right) else ""
