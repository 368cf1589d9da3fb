"""What the people of a group can do, and how much at once."""

from typing import Any

from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from jishi.directory import duty, equipping
from jishi.directory.groups import led_by, members
from jishi.directory.models import Person
from jishi.tickets.models import Ticket

from .. import written
from ..doors import needs
from . import place


@needs("roster")
@require_GET
def people(request: HttpRequest) -> HttpResponse:
    """Everybody of the group with skills, capacity and what they have now."""
    now = timezone.now()
    group = place.group(request.user, request.GET)
    told: dict[str, Any] = {"group": group, "monday": place.today(now), "now": now}
    if group:
        today = place.today(now)
        here = list(members(group, today, today))
        told |= {"people": _told(here, now), "led": set(led_by(request.user).values_list("pk", flat=True))}
        told |= {"known": _by_kind()} | place.choices(request.user)
    return render(request, "roster/people.html", told)


@needs("roster")
@require_POST
def equip(request: HttpRequest, pk: int) -> HttpResponse:
    """Skills and capacity as the form says them."""
    person = led_by(request.user).filter(pk=pk).first()
    if person is None:
        raise Http404
    pairs = [skill.partition(":") for skill in request.POST.getlist("skill")]
    equipping.equip(person, _capacity(request.POST.get("capacity", "")), [(of, code) for of, _, code in pairs])
    group = place.needed(request.user, request.POST)
    return redirect(f"{reverse('roster-people')}?{group.kind}={group.row.pk}#person-{person.pk}")


def _capacity(text: str) -> int | None:
    return 0 if text.strip() == "0" else written.whole(text, "capacity", equipping.MOST)


def _told(here: list[Person], now: Any) -> list[dict[str, Any]]:
    """Five queries, however many people."""
    can, there = duty.skills_of(here), duty.present(here, now)
    open_ = Q(owner__in=here, open_since__isnull=False)
    load = dict(Ticket.objects.filter(open_).values_list("owner").annotate(n=Count("pk")))
    return [
        {
            "person": each,
            "skills": can[each.pk],
            "present": each.pk in there,
            "load": load.get(each.pk, 0),
            "capacity": duty.capacity(each),
        }
        for each in here
    ]


def _by_kind() -> dict[str, list[tuple[tuple[str, str], str]]]:
    """Every skill there is, ((kind, code), name) by its kind."""
    found: dict[str, list[tuple[tuple[str, str], str]]] = {}
    for of, code, name in equipping.known_skills():
        found.setdefault(of, []).append(((of, code), name))
    return found
