"""In and out of the desk."""

from django.contrib import auth
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from .doors import anyone
from .preferences import back


@anyone
@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def login(request: HttpRequest) -> HttpResponse:
    """A wrong number and a wrong password get the same answer."""
    if request.method == "GET":
        return redirect("home") if request.user.is_authenticated else _form(request)
    number = request.POST.get("number", "").strip()
    person = auth.authenticate(request, username=number, password=request.POST.get("password", ""))
    if person is None:
        return _form(request, number=number, wrong=True)
    auth.login(request, person)
    return redirect(back(request) if request.POST.get("next") else "home")


@anyone
@require_POST
def logout(request: HttpRequest) -> HttpResponse:
    auth.logout(request)
    return redirect("login")


def _form(request: HttpRequest, **context: object) -> HttpResponse:
    context["next"] = request.POST.get("next") or request.GET.get("next", "")
    return render(request, "login.html", context, status=422 if context.get("wrong") else 200)
