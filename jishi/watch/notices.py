"""What people are told inside the desk. Who is told may open what it is about, or is not told."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Q, QuerySet

from jishi.directory.models import Person
from jishi.directory.scope import Scope, scope
from jishi.tickets.models import Ticket

from .models import Notice


def tell(
    people: Iterable[Person],
    code: str,
    now: datetime,
    *,
    ticket: Ticket | None = None,
    by: Person | None = None,
    **facts: object,
) -> None:
    """Tell each of `people` once, in the transaction that is open; nobody is told of their own doing."""
    told = {person.pk: person for person in people if person.is_active and person != by}
    if ticket is not None:
        seen = _seen_by(told.values(), ticket)
        told = {pk: person for pk, person in told.items() if scope(person) in seen}
    row = {"code": code, "ticket": ticket, "by": by, "facts": facts, "at": now}
    Notice.objects.bulk_create(Notice(person=person, **row) for person in told.values())


def of(person: Person) -> QuerySet[Notice]:
    """What `person` was told, as long as they may open what it is about."""
    mine, seen = Notice.objects.filter(person=person), scope(person).q("ticket__")
    return mine.filter(Q(ticket=None) | seen) if seen else mine  # an empty condition would leave the other one alone


def unseen(person: Person) -> QuerySet[Notice]:
    return of(person).filter(seen_at=None)


def count(person: Person, most: int = 100) -> int:
    """How many are unseen; nobody counts beyond `most`."""
    return unseen(person)[:most].count()


def see(person: Person, now: datetime, upto: int | None = None) -> int:
    """They have been read, up to the notice `upto`; how many."""
    wanted = Notice.objects.filter(person=person, seen_at=None)
    return (wanted if upto is None else wanted.filter(pk__lte=upto)).update(seen_at=now)


def _seen_by(people: Iterable[Person], ticket: Ticket) -> set[Scope]:
    """Those of their scopes the ticket lies in; a team sees alike and is asked for once."""
    scopes = {scope(person) for person in people}
    return {each for each in scopes if Ticket.objects.filter(each.q(), pk=ticket.pk).exists()}
