"""Colleagues who are named in a note: @王磊 or @1002. Only those who may open the ticket can be."""

import re
from collections.abc import Iterable

from django.db.models import Q, QuerySet

from jishi.directory.models import Person
from jishi.directory.reach import SUPPLIER
from jishi.directory.scope import scope

from .models import Ticket

NAMED = re.compile(r"[@＠](\S{1,40})")
MOST = 20  # in one note
LOOKED_AT, OFFERED = 60, 8


def mentioned(ticket: Ticket, words: str) -> list[Person]:
    """Everybody named after an @; the longest name that fits, all of that name."""
    said = NAMED.findall(words)[:MOST]
    starts = {each[:length] for each in said for length in range(1, len(each) + 1)}
    known = list(colleagues().filter(Q(name__in=starts) | Q(number__in=starts))) if starts else []
    meant = {person.pk: person for each in said for person in _meant(each, known)}
    return [person for person in meant.values() if scope(person).holds(ticket)]


def proposed(ticket: Ticket, typed: str, by: Person) -> list[Person]:
    """Whom the letters typed so far may mean: one's own team first."""
    found = colleagues().filter(Q(name__icontains=typed) | Q(number__istartswith=typed)).exclude(pk=by.pk)
    able = [person for person in found.order_by("number")[:LOOKED_AT] if scope(person).holds(ticket)]
    return sorted(able, key=lambda person: person.team_id != by.team_id)[:OFFERED]


def colleagues() -> QuerySet[Person]:
    inside = Person.objects.filter(is_active=True, supplier=None).exclude(role__reach=SUPPLIER)
    return inside.select_related("role", "team")


def _meant(said: str, known: Iterable[Person]) -> list[Person]:
    fits = [(len(name), person) for person in known for name in (person.name, person.number) if _begins(said, name)]
    longest = max((length for length, _ in fits), default=0)
    return [person for length, person in fits if length == longest]


def _begins(said: str, name: str) -> bool:
    """王磊请看 begins with 王磊; linda does not begin with lin."""
    after = said[len(name) : len(name) + 1]
    return bool(name) and said.startswith(name) and not (name[-1].isascii() and after.isascii() and after.isalnum())
