"""One of the staff: role and place, the way in, and what was written down about them."""

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from jishi.directory import inviting, people
from jishi.directory.models import Access, Invitation, Person
from jishi.directory.staff import governed

from ..doors import needs
from . import placing
from .listing import SHOWN

RECENT = 12  # entries of the access log


@needs("people")
@require_GET
def person(request: HttpRequest, number: str) -> HttpResponse:
    return show(request, found(request.user, number))


@needs("people")
@require_POST
def move(request: HttpRequest, number: str) -> HttpResponse:
    """Another role or place; with another role, their sessions end."""
    moved, by = found(request.user, number), request.user
    people.move(by, moved, placing.role(request.POST.get("role", "")), **placing.place(by, request.POST))
    return redirect("person", number)


@needs("people")
@require_POST
def invite(request: HttpRequest, number: str) -> HttpResponse:
    """A new link, shown once; the one before is void."""
    invited = found(request.user, number)
    return show(request, invited, token=inviting.invite(invited, request.user, timezone.now()))


@needs("people")
@require_POST
def lock(request: HttpRequest, number: str) -> HttpResponse:
    people.lock(request.user, found(request.user, number))
    return redirect("person", number)


@needs("people")
@require_POST
def disable(request: HttpRequest, number: str) -> HttpResponse:
    people.disable(request.user, found(request.user, number))
    return redirect("person", number)


@needs("people")
@require_POST
def enable(request: HttpRequest, number: str) -> HttpResponse:
    people.enable(request.user, found(request.user, number))
    return redirect("person", number)


def found(by: Person, number: str) -> Person:
    """One of those `by` may rule; anybody else does not exist for them."""
    one = governed(by).select_related(*SHOWN).filter(number__iexact=number).first()
    if one is None:
        raise Http404
    return one


def show(request: HttpRequest, person: Person, token: str = "") -> HttpResponse:
    by, now = request.user, timezone.now()
    about = Q(by=person) | Q(of="person", key=person.number)
    context = {
        "here": "people",
        "person": person,
        "now": now,
        "address": request.build_absolute_uri(f"/join/{token}/") if token else "",
        "waiting": Invitation.objects.filter(person=person, used_at=None, expires_at__gt=now).first(),
        "may_rule": people.within(by, person.role),
        "oneself": by.pk == person.pk,
        "accesses": Access.objects.filter(about).select_related("by").order_by("-at", "-pk")[:RECENT]
        if by.may("audit")
        else [],
        **placing.choices(by, placing.said_of(person)),
    }
    return render(request, "people/show.html", context)
