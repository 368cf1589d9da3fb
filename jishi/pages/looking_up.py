"""Who looked up which customer by a telephone number: written down, and not done without end."""

from collections.abc import Iterable

from django.http import HttpRequest
from django.utils import timezone

from jishi.core import telephone
from jishi.core.refused import Refused
from jishi.core.telephone import Number
from jishi.directory import throttle
from jishi.directory.models import Customer
from jishi.directory.telephones import answering

from .noting import note

MOST = 120  # numbers, and cards, of one person within the wait of the throttle
NAMED = 8  # customers of one number that are written down


def number_of(request: HttpRequest, typed: str) -> Number | None:
    """The number that was typed, if it is one, counted."""
    number = telephone.read(typed)
    if number:
        count(request, "number")
    return number


def count(request: HttpRequest, kind: str) -> None:
    """One look-up more. Refuses to try one after the other without end ("too-many-look-ups")."""
    try:
        throttle.claim(f"look-up-{kind}", request.user.number, MOST, timezone.now())
    except Refused as refused:
        raise Refused("too-many-look-ups", **refused.facts) from refused


def looked_up(request: HttpRequest, customers: Iterable[Customer], found: str) -> None:
    """`found`: by "phone", on the "card", in a "search"."""
    for customer in {each.pk: each for each in customers}.values():
        note(request, "looked-up", "customer", customer.number, found=found)


def searched(request: HttpRequest, words: str) -> None:
    """A list was searched for a number: whose it is was looked up."""
    if number := number_of(request, words):
        looked_up(request, [each.customer for each in answering(number)[:NAMED]], "search")
