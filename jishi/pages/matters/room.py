"""The list of matters, by the day they are due."""

from collections.abc import Callable
from datetime import datetime

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from jishi.core.refused import Refused
from jishi.directory.models import Person
from jishi.tickets import paging
from jishi.tickets.matters import concerning
from jishi.tickets.models import Matter, Ticket
from jishi.tickets.queries import visible

from ..doors import needs

# What a list shows of a matter and its tickets without asking again.
SHOWN = ("department", "by", "owner")
TICKETS = ("tickets__customer", "tickets__contact", "tickets__site", "tickets__product")
DUE, SETTLED = paging.Order("due_at", descending=False), paging.Order("settled_at", descending=True)

VIEWS: dict[str, Callable[[Person, datetime], Q]] = {
    "pending": lambda person, now: Q(settled_at=None),
    "overdue": lambda person, now: Q(settled_at=None, due_at__lt=now),
    "mine": lambda person, now: Q(settled_at=None) & (Q(owner=person) | Q(by=person)),
    "to_us": lambda person, now: Q(settled_at=None, department=person.department_id),
    "by_us": lambda person, now: Q(settled_at=None, by__department=person.department_id),
    "settled": lambda person, now: Q(settled_at__isnull=False),
}


@needs("coordinate")
@require_GET
def matters(request: HttpRequest) -> HttpResponse:
    person, now, view = request.user, timezone.localtime(), request.GET.get("view", "pending")
    if view not in VIEWS:
        raise Refused("unknown-filter", filter=view[:40])
    seen = concerning(person)
    order = SETTLED if view == "settled" else DUE
    after, before = request.GET.get("after", ""), request.GET.get("before", "")
    page = paging.page(with_tickets(seen.filter(VIEWS[view](person, now))), order, after, before)
    context = {
        "view": view,
        "page": page,
        "tabs": [(name, *paging.count(seen.filter(told(person, now)))) for name, told in VIEWS.items()],
        "mine": openable(person, page.tickets),
        "now": now,
    }
    return render(request, "matters/list.html", context)


def with_tickets(matters: QuerySet[Matter]) -> QuerySet[Matter]:
    return matters.select_related(*SHOWN).prefetch_related(*TICKETS)


def openable(person: Person, matters: list[Matter]) -> set[int]:
    """The tickets of these matters that `person` may open; of the others they see what they need, and no more."""
    links = Matter.tickets.through.objects.filter(matter__in=[matter.pk for matter in matters])
    tickets = Ticket.objects.filter(pk__in=links.values("ticket"))
    return set(visible(person).filter(pk__in=tickets.values("pk")).values_list("pk", flat=True))
