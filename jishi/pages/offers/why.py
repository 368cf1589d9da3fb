"""Why this person: the sheet on a ticket, and the button that has somebody sought."""

from uuid import uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from jishi.assigning import seeking
from jishi.assigning.candidates import place_of
from jishi.assigning.models import Offer, Waiting
from jishi.core.refused import Refused
from jishi.directory.eyes import eyes
from jishi.directory.lists import names as list_names

from ..doors import needs, staff
from ..ticket import seen
from .explained import explain, names
from .pending import pending

MOST = 20  # offers of a ticket that are shown
HOLDING = ("accepted", "given")


@staff
@require_GET
def why(request: HttpRequest, number: str) -> HttpResponse:
    """Who was sought, why this person, and what became of the other offers. Nothing for those outside (D8)."""
    ticket, now = seen(request.user, number), timezone.localtime()
    if request.user.is_outside:
        raise Http404
    offers = list(Offer.objects.filter(ticket=ticket).select_related("person", "by").order_by("-pk")[:MOST])
    waiting = Waiting.objects.filter(ticket=ticket).select_related("lead").first()
    holder = next((one for one in offers if one.state in HOLDING and one.person_id == ticket.owner_id), None)
    open_now = [one for one in offers if one.state == "offered"]
    decided = waiting or holder or (open_now[0] if open_now else None)
    free = not seeking.is_settled(ticket)
    reasons = list_names(one.reason for one in offers)
    context = {
        "ticket": ticket,
        "now": now,
        "waiting": waiting,
        "holder": holder,
        "open": pending(reversed(open_now), now),
        "past": [(one, reasons.get(("refusal", one.reason), "")) for one in offers if one not in (*open_now, holder)],
        "why": explain(decided.why, names([decided.why]), eyes(request.user)) if decided else None,
        "may_seek": free and not open_now and place_of(ticket) is not None and request.user.may("assign"),
        "key": uuid4().hex,
    }
    return render(request, "offers/_why.html", context)


@needs("assign")
@require_POST
def seek(request: HttpRequest, number: str) -> HttpResponse:
    """Somebody is sought now, rule or no rule. Refuses a ticket somebody has ("already-taken")."""
    ticket = seen(request.user, number)
    if seeking.seek(ticket.pk, timezone.now(), request.user) == "settled":
        raise Refused(
            "already-taken", number=ticket.number, who=eyes(request.user).staff(ticket.owner) or ticket.number
        )
    back = request.POST.get("back", "")
    return redirect("offers") if back == "offers" else redirect("ticket", number)
