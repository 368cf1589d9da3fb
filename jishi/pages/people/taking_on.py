"""Somebody new: number, name, role and place; then a link for them, shown once."""

from django.db import transaction
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from jishi.core.refused import Refused
from jishi.directory import inviting, people
from jishi.directory.models import Person

from ..doors import needs
from . import placing
from .one import show


@needs("people")
@require_http_methods(["GET", "POST"])
def take_on(request: HttpRequest) -> HttpResponse:
    if request.method == "GET":
        return _form(request, {})
    try:
        person, token = _taken_on(request.user, request.POST)
    except Refused as refused:
        return _form(request, request.POST.dict(), refused)
    return show(request, person, token=token)


@transaction.atomic
def _taken_on(by: Person, said: QueryDict) -> tuple[Person, str]:
    words = {name: said.get(name, "").strip() for name in ("number", "name", "mail")}
    for name in ("number", "name"):
        if not words[name]:
            raise Refused("field-missing", field=name)
    words["name"], words["mail"] = words["name"][:120], words["mail"][:254]
    person = people.take_on(by, role=placing.role(said.get("role", "")), **words, **placing.place(by, said))
    return person, inviting.invite(person, by, timezone.now())


def _form(request: HttpRequest, said: dict[str, str], refused: Refused | None = None) -> HttpResponse:
    context = {"here": "people", "said": said, "refused": refused, **placing.choices(request.user, said)}
    return render(request, "people/take_on.html", context, status=422 if refused else 200)
