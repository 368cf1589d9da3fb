"""Language, and light or dark. Both are cookies, so that the first byte of a page is already right."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import check_for_language
from django.views.decorators.http import require_POST

from .doors import anyone

THEMES = ("auto", "light", "dark")
YEAR = 365 * 86_400


@anyone
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    wanted = request.POST.get("language", "")
    if not check_for_language(wanted):
        return HttpResponseRedirect(back(request))
    return keep(request, settings.LANGUAGE_COOKIE_NAME, wanted)


@anyone
@require_POST
def theme(request: HttpRequest) -> HttpResponse:
    wanted = request.POST.get("theme")
    return keep(request, "theme", wanted if wanted in THEMES else "auto")


def keep(request: HttpRequest, name: str, value: str) -> HttpResponse:
    """Back to where the reader came from, the value kept for a year."""
    response = HttpResponseRedirect(back(request))
    response.set_cookie(name, value, max_age=YEAR, secure=settings.HTTPS, httponly=True, samesite="Lax")
    return response


def back(request: HttpRequest) -> str:
    """Where the reader came from: a path of ours, else the first page."""
    for wanted in (request.POST.get("next"), request.META.get("HTTP_REFERER")):
        if wanted and url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure()):
            return wanted
    return "/"
