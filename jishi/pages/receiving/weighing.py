"""While somebody types: how urgent it seems and why, and whether we know of it already."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_POST

from jishi.clocks.foretelling import foretell
from jishi.core.priority import ORDER
from jishi.core.refused import Refused
from jishi.directory.models import Person
from jishi.tickets.alike import again
from jishi.tickets.receiving import facts
from jishi.words.taking import APART, BECAUSE

from ..doors import needs
from .card import opened
from .judging import judge
from .reasons import reasons
from .taken import fields_of


@needs("receive")
@require_POST
def weigh(request: HttpRequest) -> HttpResponse:
    return render(request, "receiving/_weighed.html", weighed(request.POST.dict(), request.user))


def weighed(said: Mapping[str, str], person: Person) -> dict[str, Any]:
    """What the piece is fed with. What cannot be read yet is left out until it can."""
    fields, now = _readable(said, person), timezone.localtime()
    found = judge(said, person, fields)
    shown = opened([known.ticket for known in found.known], now)
    return {
        "judgement": found,
        "reasons": reasons(found.proposal.reasons),
        "promised": foretell(facts(fields | {"priority": found.priority}), now),
        "priorities": ORDER,
        "known": [(row, known.by) for row, known in zip(shown, found.known, strict=True)],
        "again": again(person, fields, now),
        "said": said,
        "codes": {"because": list(BECAUSE), "apart": list(APART)},
        "may_rule": person.may("publish"),
        "now": now,
    }


def _readable(said: Mapping[str, str], person: Person) -> dict[str, Any]:
    try:
        return fields_of(said, person)
    except Refused:
        try:
            return fields_of({name: value for name, value in said.items() if name != "serial"}, person)
        except Refused:
            return {}
