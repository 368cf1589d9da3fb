"""A link from an administrator: a password is chosen with it, once."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods

from jishi.core.refused import Refused
from jishi.directory import inviting

from ..doors import anyone
from .login import come_in


@anyone
@require_GET
def link(request: HttpRequest, token: str) -> HttpResponse:
    """The token leaves the address before anything is shown, so that no page and no log can pass it on."""
    invitation = inviting.found(token, timezone.now())
    if invitation is None:
        raise Http404
    request.session["invitation"] = invitation.pk
    response = redirect("join")
    response["Referrer-Policy"] = "no-referrer"
    return response


@anyone
@sensitive_post_parameters("password", "again")
@require_http_methods(["GET", "POST"])
def join(request: HttpRequest) -> HttpResponse:
    """A new password, twice; then as after a log-in, the second factor included."""
    now, refused = timezone.now(), None
    invitation = inviting.still_open(request.session.get("invitation"), now)
    if invitation is None:
        raise Http404
    if request.method == "POST":
        try:
            person = inviting.accept(invitation, twice(request), now)
        except Refused as no:
            refused = no
        else:
            request.session.pop("invitation")
            return come_in(request, person)
    context = {"person": invitation.person, "refused": refused}
    return render(request, "account/join.html", context, status=422 if refused else 200)


def twice(request: HttpRequest) -> str:
    """The new password as it was typed both times. Refused: "not-the-same"."""
    password = request.POST.get("password", "")
    if password != request.POST.get("again"):
        raise Refused("not-the-same")
    return password
