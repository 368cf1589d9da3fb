"""The first page, and the page behind “more” on a phone."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from . import rooms
from .doors import staff


@staff
@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """The first room that is open to this person."""
    open_rooms = rooms.open_to(request.user)
    return redirect(open_rooms[0].code if open_rooms else "more")


@staff
@require_GET
def more(request: HttpRequest) -> HttpResponse:
    return render(request, "more.html")
