"""In and out of the desk."""

from datetime import timedelta

from django.contrib import auth
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from jishi.core.refused import Refused
from jishi.directory import entering
from jishi.directory.models import Person

from ..doors import anyone
from ..noting import address, note
from ..refusing import STATUS

HALFWAY = timedelta(minutes=5)  # to type the code of the second factor


@anyone
@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def login(request: HttpRequest) -> HttpResponse:
    """A wrong number and a wrong password get the same answer, after the same work."""
    if request.method == "GET":
        return redirect("home") if request.user.is_authenticated else _form(request)
    number = request.POST.get("number", "").strip()[:64]
    try:
        person = entering.recognise(number, request.POST.get("password", ""), address(request), timezone.now())
    except Refused as refused:
        return _form(request, STATUS[refused.code], number=number, refused=refused)
    if person is None:
        return _form(request, 422, number=number, wrong=True)
    return come_in(request, person, local(request.POST.get("next", "")))


@anyone
@require_http_methods(["GET", "POST"])
def second(request: HttpRequest) -> HttpResponse:
    """The code of the second factor, after the password was right."""
    half = _halfway(request)
    if half is None:
        return redirect("login")
    if request.method == "GET":
        return render(request, "account/second.html")
    try:
        right = entering.confirm(half, request.POST.get("code", "")[:20], address(request), timezone.now())
    except Refused as refused:
        return render(request, "account/second.html", {"refused": refused}, status=STATUS[refused.code])
    if not right:
        return render(request, "account/second.html", {"refused": Refused("wrong-code")}, status=422)
    return _enter(request, half, request.session.pop("half")["then"])


@anyone
@require_POST
def logout(request: HttpRequest) -> HttpResponse:
    if request.user.is_authenticated:
        note(request, "left")
    auth.logout(request)
    return redirect("login")


@anyone
@require_GET
def lost(request: HttpRequest) -> HttpResponse:
    """The same for everybody: nothing is asked, so nothing is told."""
    return render(request, "account/lost.html")


def come_in(request: HttpRequest, person: Person, then: str = "") -> HttpResponse:
    """Whose password was right: at once, or by way of the second factor."""
    if not person.factor:
        return _enter(request, person, then)
    request.session.cycle_key()
    made = {"person": person.pk, "hash": person.get_session_auth_hash(), "at": timezone.now().timestamp()}
    request.session["half"] = made | {"then": then}
    return redirect("second")


def local(wanted: str) -> str:
    """A path of ours, else nothing."""
    return wanted if wanted.startswith("/") and url_has_allowed_host_and_scheme(wanted, None) else ""


def _halfway(request: HttpRequest) -> Person | None:
    """Who typed the right password a moment ago, unless something about them has changed since."""
    half = request.session.get("half", {})
    if timezone.now().timestamp() - half.get("at", 0) > HALFWAY.total_seconds():
        return None
    person = Person.objects.select_related("role").filter(pk=half["person"], is_active=True).first()
    return person if person and person.get_session_auth_hash() == half["hash"] else None


def _enter(request: HttpRequest, person: Person, then: str) -> HttpResponse:
    """The session gets another key here: whoever knew the old one stays outside."""
    auth.login(request, person)
    note(request, "came")
    return redirect(then or "home")


def _form(request: HttpRequest, status: int = 200, **context: object) -> HttpResponse:
    context["next"] = local(request.POST.get("next") or request.GET.get("next", ""))
    return render(request, "account/login.html", context, status=status)
