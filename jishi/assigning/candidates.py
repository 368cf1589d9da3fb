"""Who comes into question for a ticket, as they stand now: in as many questions for one person as for a hundred."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Max

from jishi.core.assignment import USUAL_WEIGHT, WEIGHTS, Candidate, Request
from jishi.core.zones import seconds
from jishi.directory.duty import capacity, on_duty, present, skills_of
from jishi.directory.models import Leave, Person, Team
from jishi.tickets.models import Ticket

from .models import Offer

AGAIN = timedelta(minutes=30)  # who let it lapse is not asked again before


@dataclass
class Held:
    """What somebody has: tickets open and paused, and offers not answered yet. What is paused weighs nothing."""

    open: int = 0
    paused: int = 0
    offered: int = 0
    weight: int = 0

    @property
    def load(self) -> int:
        return self.open + self.paused + self.offered


def place_of(ticket: Ticket) -> Team | None:
    """The team that looks for somebody: the second line it was handed to, else its own."""
    return ticket.pool or ticket.team


def wanted(ticket: Ticket) -> Request:
    """What a ticket takes."""
    skills = []
    if ticket.service_type:
        skills.append(("service_type", ticket.service_type.code))
    if ticket.category_id:
        skills.append(("category", str(ticket.category_id)))
    if ticket.product and ticket.product.kind:
        skills.append(("product", ticket.product.kind))
    return Request(tuple(skills), ticket.point_id or (ticket.site.point_id if ticket.site else None))


def able(team: Team) -> list[Person]:
    """Everybody of the team who works on tickets."""
    people = Person.objects.filter(team=team, is_active=True).select_related("role").order_by("pk")
    return [person for person in people if person.may("resolve")]


def candidates(ticket: Ticket, now: datetime) -> list[Candidate]:
    """Everybody of the team it waits for."""
    team = place_of(ticket)
    people = able(team) if team else []
    away, skills, held = absent(people, now), skills_of(people), holding(people)
    last, declined = last_given(people), declining(ticket, now)
    return [
        Candidate(
            id=person.pk,
            away=away.get(person.pk, ""),
            skills=frozenset(skills[person.pk]),
            points=frozenset([person.point_id] if person.point_id else []),
            capacity=capacity(person),
            load=held[person.pk].load,
            weight=held[person.pk].weight,
            last=last.get(person.pk),
            declined=declined.get(person.pk, ""),
        )
        for person in people
    ]


def absent(people: list[Person], now: datetime) -> dict[int, str]:
    """Why nobody can count on them now, by id; those who are there are left out."""
    here, ids = present(people, now), [person.pk for person in people]
    gone = Leave.objects.filter(person__in=ids, state="approved", since__lte=now, until__gt=now)
    away = set(gone.values_list("person_id", flat=True))
    duty = {person.pk for person in on_duty(now)} & set(ids)
    return {pk: "on-leave" if pk in away else "away" if pk in duty else "off-duty" for pk in ids if pk not in here}


def holding(people: Iterable[Person]) -> dict[int, Held]:
    """What each of them has, by id."""
    found, ids = defaultdict(Held), [person.pk for person in people]
    open_now = Ticket.objects.filter(owner__in=ids, open_since__isnull=False)
    for pk, priority, status, n in open_now.values_list("owner", "priority", "status").annotate(n=Count("pk")):
        if status == "paused":
            found[pk].paused += n
            continue
        found[pk].open += n
        found[pk].weight += n * WEIGHTS.get(priority, USUAL_WEIGHT)
    offers = Offer.objects.filter(person__in=ids, state="offered")
    for pk, priority, n in offers.values_list("person", "ticket__priority").annotate(n=Count("pk")):
        found[pk].offered += n
        found[pk].weight += n * WEIGHTS.get(priority, USUAL_WEIGHT)
    return found


def last_given(people: Iterable[Person]) -> dict[int, int]:
    """When each was last offered something or given it, epoch seconds."""
    offers = Offer.objects.filter(person__in=[person.pk for person in people])
    return {pk: seconds(at) for pk, at in offers.values_list("person").annotate(Max("made_at"))}


def declining(ticket: Ticket, now: datetime) -> dict[int, str]:
    """Who refused this ticket, and who let it lapse a short while ago."""
    asked = Offer.objects.filter(ticket=ticket, state__in=["refused", "lapsed"]).order_by("made_at")
    return {
        pk: state
        for pk, state, at in asked.values_list("person", "state", "answered_at")
        if state == "refused" or at > now - AGAIN
    }
