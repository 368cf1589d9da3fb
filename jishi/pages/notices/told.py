"""What I was told: the bell in the rail, and the list behind it."""

from typing import NamedTuple

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from jishi.directory.eyes import Eyes, eyes
from jishi.directory.models import Person
from jishi.tickets.matters import concerning
from jishi.tickets.models import Matter
from jishi.watch.models import Notice
from jishi.watch.notices import of, see
from jishi.words.notices import notice

from ..doors import staff
from ..matters.room import with_tickets
from ..written import whole

SIZE = 50
MOST = 2**31 - 1


class Told(NamedTuple):
    """`matter`: what it is about, where it is one that its reader may see."""

    row: Notice
    words: str
    by: str
    matter: Matter | None = None


@staff
@require_GET
def notices(request: HttpRequest) -> HttpResponse:
    """Newest first, fifty at a time."""
    before = whole(request.GET.get("before", ""), "before", MOST)
    rows = of(request.user).order_by("-pk").select_related("ticket__customer", "ticket__contact", "ticket__site", "by")
    shown = list((rows.filter(pk__lt=before) if before else rows)[: SIZE + 1])
    matters = _matters(shown[:SIZE], request.user)
    told = [_told(row, eyes(request.user), matters) for row in shown[:SIZE]]
    later = shown[SIZE - 1].pk if len(shown) > SIZE else None
    context = {"told": told, "later": later, "now": timezone.localtime(), "newest": shown[0].pk if shown else 0}
    return render(request, "notices/list.html", context)


@staff
@require_GET
def bell(request: HttpRequest) -> HttpResponse:
    """How many are unseen, alone."""
    return render(request, "notices/_bell.html")


@staff
@require_POST
def see_all(request: HttpRequest) -> HttpResponse:
    """They have been read, up to the newest that was shown."""
    see(request.user, timezone.now(), whole(request.POST.get("upto", ""), "upto", MOST))
    return redirect("notices")


@staff
@require_POST
def open_one(request: HttpRequest, notice: int) -> HttpResponse:
    """Seen, and on to what it is about."""
    row = of(request.user).select_related("ticket").filter(pk=notice).first()
    if row is None:
        raise Http404
    of(request.user).filter(pk=row.pk, seen_at=None).update(seen_at=timezone.now())
    if matter := row.facts.get("matter"):
        return redirect("matter", matter)
    if "records" in row.facts:
        return redirect("records-sheet", row.facts["records"], "week", row.facts["week"])
    if row.ticket is None:
        return redirect("notices")
    entry = row.facts.get("event")
    return redirect(reverse("ticket", args=[row.ticket.number]) + (f"#entry-{entry}" if entry else ""))


def _matters(rows: list[Notice], person: Person) -> dict[int, Matter]:
    """By number; those that `person` may see."""
    asked = {row.facts["matter"] for row in rows if "matter" in row.facts}
    found = with_tickets(concerning(person).filter(pk__in=asked)) if asked else ()
    return {matter.pk: matter for matter in found}


def _told(row: Notice, sight: Eyes, matters: dict[int, Matter]) -> Told:
    by = sight.staff(row.by)
    return Told(row, notice(row.code, by, row.facts), by, matters.get(row.facts.get("matter", 0)))
