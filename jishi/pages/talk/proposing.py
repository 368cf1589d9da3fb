"""What is proposed while one writes: saved replies after a semicolon, colleagues after an @."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from jishi.directory.eyes import eyes
from jishi.tickets.mentions import proposed
from jishi.tickets.replies import OFFERED, fill, offered, seen_values

from ..doors import needs
from ..ticket import seen


@needs("contact")
@require_GET
def replies(request: HttpRequest, number: str) -> HttpResponse:
    """Saved replies that hold the words typed, filled in for this ticket."""
    ticket, typed = seen(request.user, number), request.GET.get("q", "")[:80]
    known = seen_values(ticket, request.user, eyes(request.user))
    found = [(row, fill(row.body, known), fill(row.body_en, known)) for row in offered(request.user, typed)[:OFFERED]]
    may_edit = request.user.may("replies")
    return render(request, "talk/_replies.html", {"found": found, "typed": typed, "may_edit": may_edit})


@needs("note")
@require_GET
def mentions(request: HttpRequest, number: str) -> HttpResponse:
    """Colleagues who may open this ticket."""
    ticket, typed = seen(request.user, number), request.GET.get("q", "")[:40]
    people = [] if request.user.is_outside else proposed(ticket, typed, request.user)
    return render(request, "talk/_mentions.html", {"people": people})
