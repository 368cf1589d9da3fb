"""Who came in, who saw or changed what, who was refused: newest first, one page after the other."""

from collections.abc import Callable
from datetime import timedelta

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from jishi.core.refused import Refused
from jishi.directory.access import ACTS
from jishi.directory.models import Access, Person
from jishi.directory.staff import governed

from .. import forms
from ..doors import needs
from ..narrowing import address, narrowed

SIZE = 100
KNOWN = ("person", "act", "day", "before")


@needs("audit")
@require_GET
def accesses(request: HttpRequest) -> HttpResponse:
    asked = read(request.GET)
    shown = list(find(request.user, asked).select_related("by").order_by("-at", "-pk")[: SIZE + 1])
    further = asked | {"before": str(shown[SIZE - 1].pk)} if len(shown) > SIZE else None
    context = {
        "asked": asked,
        "entries": shown[:SIZE],
        "acts": ACTS,
        "now": timezone.now(),
        "narrowed": any(asked[name] for name in KNOWN),
        "further": address(further) if further else "",
    }
    return render(request, "accesses/show.html", context)


def read(said: QueryDict) -> dict[str, str]:
    """What the address asks for. Refuses names and values that do not exist ("unknown-filter", "bad-value")."""
    asked = narrowed(said, KNOWN)
    if asked["act"] and asked["act"] not in ACTS:
        raise Refused("bad-value", field="act", value=asked["act"][:40])
    return asked


def find(reader: Person, asked: dict[str, str]) -> QuerySet[Access]:
    """Within what the reader's role sees of the staff."""
    found = Access.objects.all() if reader.sees_all else Access.objects.filter(by__in=governed(reader))
    for name, narrow in NARROWED.items():
        found = found.filter(narrow(asked[name])) if asked[name] else found
    return found


def _person(number: str) -> Q:
    """By somebody, or about them."""
    return Q(by__number__iexact=number) | Q(of="person", key=number)


def _day(day: str) -> Q:
    since = forms.moment(f"{day}T00:00")
    return Q(at__gte=since, at__lt=since + timedelta(days=1))


def _before(mark: str) -> Q:
    """What was written before the entry of that id."""
    last = Access.objects.filter(pk=mark).first() if mark.isdecimal() and len(mark) < 18 else None
    if last is None:
        raise Refused("bad-mark")
    return Q(at__lte=last.at) & (Q(at__lt=last.at) | Q(pk__lt=last.pk))


NARROWED: dict[str, Callable[[str], Q]] = {
    "person": _person,
    "act": lambda act: Q(act=act),
    "day": _day,
    "before": _before,
}
