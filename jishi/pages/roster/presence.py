"""The switch in the menu of the person: available, busy, away, off."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_POST

from jishi.directory import presence

from ..doors import staff
from ..preferences import back


@staff
@require_POST
def say(request: HttpRequest) -> HttpResponse:
    """One's own word; htmx receives the switch alone."""
    presence.say(request.user, request.POST.get("presence", ""), timezone.now())
    if request.headers.get("HX-Request"):
        return render(request, "_presence_answer.html")
    return HttpResponseRedirect(back(request))
