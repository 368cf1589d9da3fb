"""Who may open a page. Every view says so, and tests/pages walks all addresses to see that it does."""

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse

from jishi.core.refused import Refused

View = Callable[..., HttpResponse]


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
                return _to_login(request)
            if right and not request.user.may(right):
                raise Refused("not-allowed", right=right)
            return view(request, *args, **named)

        door.right = right or "staff"
        return door

    return guarded


def _to_login(request: HttpRequest) -> HttpResponse:
    """A piece cannot show the log-in: the whole page goes there."""
    if request.headers.get("HX-Request"):
        return HttpResponse(status=401, headers={"HX-Redirect": "/login/"})
    return redirect_to_login(request.get_full_path())
