"""A `Refused` anywhere becomes a page, or a piece, that says what is missing and what to do."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from jishi.core.refused import Refused

from .noting import note

MEANWHILE = (
    "changed-meanwhile",
    "already-taken",
    "roster-changed",
    "leave-decided",
    "presence-changed",
    "relief-waits",
    "relief-signed",
    "signed-already",
    "signed-meanwhile",
)
STATUS = {"not-allowed": 403, "too-many-tries": 429} | dict.fromkeys(MEANWHILE, 409)


class Refusing:
    """Middleware. Anything but `Refused` is a bug and reaches the log untouched."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.answer(request)

    def process_view(self, request: HttpRequest, *view: object) -> HttpResponse | None:
        """NUL is in nobody's words, and no database stores it."""
        if "\0" in request.path_info:
            return missing(request)
        said = (
            text for form in (request.GET, request.POST) for name, values in form.lists() for text in (name, *values)
        )
        return refuse(request, Refused("bad-value", field="", value="")) if any("\0" in text for text in said) else None

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, Refused):
            return None
        if exception.code == "not-allowed":
            note(request, "refused", "page", request.resolver_match.url_name, right=exception.facts["right"])
        return refuse(request, exception)


def refuse(request: HttpRequest, refused: Refused) -> HttpResponse:
    """The refusal as a page, or as the piece `_refused` for htmx."""
    piece = bool(request.headers.get("HX-Request"))
    template = "_refused.html" if piece else "refused.html"
    response = render(request, template, {"refused": refused}, status=STATUS.get(refused.code, 422))
    if piece:
        for name, value in {"Retarget": "#refused", "Reswap": "innerHTML", "Reselect": ".refused"}.items():
            response.headers[f"HX-{name}"] = value
    return response


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form that is not ours, or was open too long."""
    return refuse(request, Refused("stale-form"))


def missing(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "404.html", status=404)
