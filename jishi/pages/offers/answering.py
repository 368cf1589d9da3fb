"""What is offered to me: on top of my list, to be accepted or refused before its time is over."""

from uuid import uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from jishi.assigning import answering
from jishi.assigning.models import Offer
from jishi.directory import lists
from jishi.tickets.once import once

from ..doors import needs, staff
from .pending import open_offers, pending


@staff
@require_GET
def mine(request: HttpRequest) -> HttpResponse:
    """The piece on top of the list; asked for anew while the list is open."""
    now = timezone.localtime()
    offers = pending(open_offers(now).filter(person=request.user), now)
    return render(request, "offers/_mine.html", {"offers": offers, "key": uuid4().hex, "now": now})


@needs("resolve")
@require_POST
def accept(request: HttpRequest, pk: int) -> HttpResponse:
    """Only who works on tickets, whatever role they had when it was offered."""
    offer = _mine(request, pk)
    key = request.POST.get("key") or uuid4().hex

    def act() -> int:
        return answering.accept(offer, request.user, timezone.now()).seq

    once(request.user, f"offers/{pk}/accept", key[:64], {}, act)
    return redirect("ticket", offer.ticket.number)


@staff
@require_http_methods(["GET", "POST"])
def refuse(request: HttpRequest, pk: int) -> HttpResponse:
    """The form that asks why; sent, the next person is asked."""
    offer = _mine(request, pk)
    if request.method == "GET":
        return render(request, "offers/_refuse.html", {"offer": offer, "reasons": lists.choices("refusal")})
    reason, words = request.POST.get("reason", ""), request.POST.get("words", "")
    answering.refuse(offer, request.user, reason, words, timezone.now())
    return redirect("tickets")


def _mine(request: HttpRequest, pk: int) -> Offer:
    """Somebody else's does not exist."""
    offer = Offer.objects.select_related("ticket").filter(pk=pk, person=request.user).first()
    if offer is None:
        raise Http404
    return offer
