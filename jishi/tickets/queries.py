"""Which tickets: what a person may see, named filters, any field, words. All of it stays on the lists' indexes."""

import re
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from django.db.models import F, Q, QuerySet

from jishi.core.refused import Refused
from jishi.core.telephone import read
from jishi.directory.models import Person
from jishi.directory.scope import scope
from jishi.directory.telephones import answering

from .fold import CODES, LINKS
from .models import Ticket
from .search import found

NUMBER = re.compile(r"js-\d{4}-\d{2}-\d{4,9}", re.IGNORECASE)
SOON = timedelta(hours=2)
CALLERS = 50  # people behind one telephone
ALL = "all"  # the view without a condition

# Rows a list shows without asking again.
SHOWN = [
    "service_type", "category", "customer", "contact", "site", "product",
    "department", "team", "pool", "owner", "supplier",
]  # fmt: skip


def visible(person: Person) -> QuerySet[Ticket]:
    """The tickets `person` may see: the one gate. Any other ticket does not exist for them."""
    return Ticket.objects.filter(scope(person).q())


def unfinished(person: Person, now: datetime) -> Q:
    return Q(open_since__isnull=False)


def breached(person: Person, now: datetime) -> Q:
    """Unfinished, and a promise is broken."""
    return Q(open_since__isnull=False, breaks_at__lte=now)


def due_soon(person: Person, now: datetime) -> Q:
    """A promise runs out within two hours."""
    return Q(due_at__gte=now, due_at__lte=now + SOON)


def mine(person: Person, now: datetime) -> Q:
    return Q(open_since__isnull=False, owner=person)


def unassigned(person: Person, now: datetime) -> Q:
    return Q(open_since__isnull=False, owner=None)


def paused(person: Person, now: datetime) -> Q:
    return Q(open_since__isnull=False, status="paused")


def team(person: Person, now: datetime) -> Q:
    """One's team's, or what was handed to one's second line."""
    column = "pool" if person.team and person.team.line > 1 else "team"
    return Q(open_since__isnull=False, **{f"{column}_id": person.team_id or 0})


def asked(person: Person, now: datetime) -> Q:
    """A pause was asked for and waits for an answer."""
    return Q(asked_at__isnull=False)


def chased(person: Person, now: datetime) -> Q:
    return Q(open_since__isnull=False, chases__gt=0)


def pooled(person: Person, now: datetime) -> Q:
    """Handed to second line and not taken yet."""
    return Q(open_since__isnull=False, pool__isnull=False) & (Q(owner=None) | ~Q(owner__team=F("pool")))


def doubtful(person: Person, now: datetime) -> Q:
    """Something in the journal does not fit (R12)."""
    return Q(doubtful=True)


FILTERS: dict[str, Callable[[Person, datetime], Q]] = {
    named.__name__: named
    for named in (unfinished, breached, due_soon, mine, team, unassigned, paused, asked, chased, pooled, doubtful)
}


def named(name: str, person: Person, now: datetime) -> Q:
    """The condition of a filter by name. Refuses unknown names ("unknown-filter")."""
    if name not in FILTERS:
        raise Refused("unknown-filter", filter=name)
    return FILTERS[name](person, now)


def sought(person: Person, view: str, fields: Mapping[str, str], words: str, now: datetime) -> QuerySet[Ticket]:
    """What `person` may see of a named view ("all" for none), with these values and these words."""
    found = visible(person).filter(having(fields))
    if view != ALL:
        found = found.filter(named(view, person, now))
    return found.filter(holding(words, inside=not person.is_outside)) if words else found


def having(fields: Mapping[str, str]) -> Q:
    """Every field has one of its values, separated by commas: ids of links, codes, own fields as "own.code".

    Refuses unknown names ("unknown-filter") and values that are no ids ("bad-value").
    """
    condition = Q()
    for name, values in fields.items():
        condition &= _having(name, values.split(","))
    return condition


def _having(name: str, values: list[str]) -> Q:
    if name in LINKS:
        return Q(**{f"{name}_id__in": [_id(name, value) for value in values]})
    if name in CODES or name in ("status", "source"):
        return Q(**{f"{name}__in": values})
    if name.startswith("own.") and name[4:].replace("-", "_").isidentifier() and "__" not in name:
        return Q(**{f"extra__{name[4:]}__in": [*values, *map(float, filter(str.isdecimal, values))]})
    raise Refused("unknown-filter", filter=name)


def _id(name: str, value: str) -> int:
    if not value.isdecimal() or len(value) > 18:
        raise Refused("bad-value", field=name, value=value)
    return int(value)


def holding(words: str, inside: bool = False) -> Q:
    """Found by number, by a customer's telephone, or by words in title, description, customer, serial, source's number.

    `inside`: in the conversation too.
    """
    words = words.strip()
    if NUMBER.fullmatch(words):
        return Q(number=words.upper())
    if (telephone := read(words)) and (callers := list(answering(telephone)[:CALLERS])):
        return Q(customer__in=[each.customer_id for each in callers])
    ids = found(words, inside)
    return Q(pk__in=[]) if ids is None else Q(pk__in=ids)
