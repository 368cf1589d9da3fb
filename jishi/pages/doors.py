"""Who may open a page. Every view says so, and tests/pages walks all addresses to see that it does."""

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from jishi.core.refused import Refused
from jishi.directory.models import Person

View = Callable[..., HttpResponse]
# open while a second factor is still to be set up
SETTING_UP = frozenset(["account", "password", "factor_begin", "factor_confirm", "more"])


def anyone(view: View) -> View:
    """Open without logging in."""
    view.right = "anyone"
    return view


def staff(view: View) -> View:
    """Open to everybody who is logged in; the scope says what they see."""
    return needs("")(view)


def needs(right: str) -> Callable[[View], View]:
    """Open to those whose role grants `right` (directory/rights.py); else refused ("not-allowed")."""

    def guarded(view: View) -> View:
        @wraps(view)
        def door(request: HttpRequest, *args: object, **named: object) -> HttpResponse:
            if not request.user.is_authenticated:
                return _to("login", request)
            if request.user.role.needs_factor and not request.user.factor and view.__name__ not in SETTING_UP:
                return _to("account", request)
            if right:
                demand(request.user, right)
            return view(request, *args, **named)

        door.right = right or "staff"
        return door

    return guarded


def demand(person: Person, right: str) -> None:
    """Refuses whoever's role does not grant `right` ("not-allowed")."""
    if not person.may(right):
        raise Refused("not-allowed", right=right)


def _to(page: str, request: HttpRequest) -> HttpResponse:
    """A piece cannot show another page: the whole page goes there."""
    if request.headers.get("HX-Request"):
        return HttpResponse(status=401, headers={"HX-Redirect": reverse(page)})
    return redirect_to_login(request.get_full_path()) if page == "login" else redirect(page)
