"""One's own account: password, second factor, sessions."""

from collections.abc import Callable

import segno
from django.conf import settings
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_POST

from jishi.core.refused import Refused
from jishi.directory import entering, factor
from jishi.directory.models import Access
from jishi.directory.sealing import seal, unseal

from ..doors import staff
from ..refusing import STATUS
from .joining import twice

CHANGED = ("password", "factor", "dropped", "sessions")
RECENT = 6  # log-ins shown


@staff
@require_GET
def account(request: HttpRequest) -> HttpResponse:
    return _page(request)


@staff
@sensitive_post_parameters("own", "password", "again")
@require_POST
def password(request: HttpRequest) -> HttpResponse:
    def change() -> None:
        entering.demand_own(request.user, request.POST.get("own", ""), timezone.now())
        entering.change_password(request.user, twice(request))

    return _tried(request, "password", change)


@staff
@require_POST
def factor_begin(request: HttpRequest) -> HttpResponse:
    """A new secret, shown until it is confirmed or the session ends."""
    request.session["secret"] = seal(factor.begin())
    return redirect("account")


@staff
@require_POST
def factor_confirm(request: HttpRequest) -> HttpResponse:
    """The first code of the new secret; from then on log-ins ask for one."""

    def take_up() -> None:
        if "secret" not in request.session:
            raise Refused("nothing-begun")
        secret = unseal(request.session["secret"])
        factor.take_up(request.user, secret, request.POST.get("code", "")[:20], timezone.now())
        del request.session["secret"]

    return _tried(request, "factor", take_up)


@staff
@sensitive_post_parameters("own")
@require_POST
def factor_drop(request: HttpRequest) -> HttpResponse:
    def drop() -> None:
        entering.demand_own(request.user, request.POST.get("own", ""), timezone.now())
        factor.drop(request.user)

    return _tried(request, "dropped", drop)


@staff
@require_POST
def sessions(request: HttpRequest) -> HttpResponse:
    return _tried(request, "sessions", lambda: entering.end_sessions(request.user))


def _tried(request: HttpRequest, what: str, act: Callable[[], None]) -> HttpResponse:
    """Done: this session goes on under a new key, all others have ended. Refused: the page says why."""
    try:
        act()
    except Refused as refused:
        return _page(request, STATUS.get(refused.code, 422), refused=refused, at=what)
    update_session_auth_hash(request, request.user)
    response = redirect("account")
    response["Location"] += f"?changed={what}"
    return response


def _page(request: HttpRequest, status: int = 200, **context: object) -> HttpResponse:
    person, changed = request.user, request.GET.get("changed", "")
    secret = unseal(request.session["secret"]) if "secret" in request.session and not person.factor else ""
    context |= {
        "changed": changed if changed in CHANGED else "",
        "secret": " ".join(secret[at : at + 4] for at in range(0, len(secret), 4)),
        "picture": _picture(factor.address(person, secret, settings.COMPANY)) if secret else "",
        "came": Access.objects.filter(by=person, act="came").order_by("-at")[:RECENT],
        "needed": person.role.needs_factor and not person.factor,
    }
    return render(request, "account/show.html", context, status=status)


def _picture(address: str) -> SafeString:
    """The code for the telephone's camera: black on white in either light, no styles of its own."""
    return mark_safe(segno.make(address, micro=False).svg_inline(scale=4, light="#fff"))
