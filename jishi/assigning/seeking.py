"""Somebody is sought for a ticket: asked, asked together, given it, or nobody is there and it waits.

Each step takes the team's turn first, then the ticket, then the offers: always in this order, so that nobody waits
for each other, nobody's room is given away twice, and no ticket goes to two people.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F

from jishi.core.assignment import Request, Verdict, choose
from jishi.core.refused import Refused
from jishi.directory.models import Person
from jishi.tickets import actions
from jishi.tickets.claiming import is_free
from jishi.tickets.entry import Entry
from jishi.tickets.models import Ticket
from jishi.watch.notices import tell

from .candidates import AGAIN, candidates, place_of, wanted
from .leads import leads
from .models import Offer, Rule, Turn, Waiting
from .rules import rule_for

DOOR = "assigning"
TOLD = {"nobody-free": "nobody_free", "nobody-accepted": "offer_lapsed"}
RELATED = ["service_type", "category", "product", "site", "team", "pool", "owner"]


@transaction.atomic
def seek(ticket_id: int, now: datetime, by: Person | None = None) -> str:
    """Find somebody, once however often it is asked for; says what came of it. `by` asks by hand, rule or no rule."""
    ticket = hold(ticket_id)
    if is_settled(ticket):
        Waiting.objects.filter(ticket=ticket).delete()
        return "settled"
    if Offer.objects.filter(ticket=ticket, state="offered").exists():
        return "offered"
    rule = rule_for(ticket, now)
    if place_of(ticket) is None or not (rule.automatic or by):
        return "by-hand"
    path, request = path_of(rule, ticket), wanted(ticket)
    verdicts = choose(request, candidates(ticket, now), "room" if path == "direct" else rule.strategy)
    why = explained(rule, path, request, verdicts)
    chosen = [verdict.candidate.id for verdict in verdicts if verdict.place]
    spent = asked_enough(ticket, rule, path, now)
    if spent or not chosen:
        return wait(ticket, "nobody-accepted" if spent else "nobody-free", why, now, by)
    if path == "direct":
        return give(ticket, chosen[0], rule, why, now, by)
    return offer(ticket, chosen[: rule.width if path == "together" else 1], rule, why, now, by)


def hold(ticket_id: int) -> Ticket:
    """The ticket as it stands; until the transaction ends nobody changes it, and nobody gives out for its team."""
    team = place_of(Ticket.objects.select_related("team", "pool").get(pk=ticket_id))
    if team is not None:
        Turn.objects.get_or_create(team=team)
        Turn.objects.filter(team=team).update(taken=F("taken") + 1)
    Ticket.objects.filter(pk=ticket_id).update(version=F("version"))
    ticket = Ticket.objects.select_related(*RELATED).get(pk=ticket_id)
    if place_of(ticket) != team:
        raise Refused("changed-meanwhile", number=ticket.number)
    return ticket


def is_settled(ticket: Ticket) -> bool:
    """It is over, or somebody of the team that should have it has it."""
    if ticket.open_since is None:
        return True
    return not is_free(ticket) and ticket.owner.is_active


def path_of(rule: Rule, ticket: Ticket) -> str:
    """Second line accepts for itself: its clock ends by that, and nobody can end it for them (D4)."""
    path = rule.path(ticket.priority)
    return "together" if path == "direct" and ticket.pool_id else path


def asked_enough(ticket: Ticket, rule: Rule, path: str, now: datetime) -> bool:
    """So many declined lately that it goes to the duty lead; urgent ones after the first time."""
    lately = Offer.objects.filter(ticket=ticket, state__in=["refused", "lapsed"], answered_at__gt=now - AGAIN)
    return lately.count() >= (1 if path == "together" else rule.most)


def offer(ticket: Ticket, people: Sequence[int], rule: Rule, why: dict, now: datetime, by: Person | None) -> str:
    """`people` may take it, until the offer lapses."""
    minutes = rule.urgent_minutes if why["path"] == "together" else rule.minutes
    row = {"ticket": ticket, "rule": rule if rule.pk else None, "why": why, "made_at": now, "by": by}
    lapses_at = now + timedelta(minutes=minutes)
    Offer.objects.bulk_create(Offer(person_id=pk, lapses_at=lapses_at, **row) for pk in people)
    Waiting.objects.filter(ticket=ticket).delete()
    tell(Person.objects.filter(pk__in=people), "offered", now, ticket=ticket)
    return "offered"


def give(ticket: Ticket, person_id: int, rule: Rule, why: dict, now: datetime, by: Person | None) -> str:
    """The rapid path: it is theirs, they and the duty lead are told."""
    person = Person.objects.select_related("role", "team").get(pk=person_id)
    actions.assign(ticket, Entry(by, DOOR, now=now), owner=person, how="direct")
    row = {"rule": rule if rule.pk else None, "why": why, "by": by, "state": "given", "answered_at": now}
    Offer.objects.create(ticket=ticket, person=person, made_at=now, lapses_at=now, **row)
    tell([person], "given", now, ticket=ticket)
    tell(leads(ticket.team, now), "given_directly", now, ticket=ticket)
    return "given"


def wait(ticket: Ticket, cause: str, why: dict, now: datetime, by: Person | None) -> str:
    """It waits for somebody; the duty lead is told, once for each cause and each shift's lead."""
    team = place_of(ticket)
    told = leads(team, now)
    lead = told[0] if told else None
    row = {"team": team, "cause": cause, "lead": lead, "tried_at": now, "why": why}
    known = Waiting.objects.filter(ticket=ticket, cause=cause, lead=lead).exists()
    Waiting.objects.update_or_create(ticket=ticket, defaults=row, create_defaults=row | {"since": now, "by": by})
    if not known:
        tell(told, TOLD[cause], now, ticket=ticket)
    return "waiting"


def explained(rule: Rule, path: str, request: Request, verdicts: Sequence[Verdict]) -> dict[str, Any]:
    """Why, as it is kept: codes and ids."""
    return {
        "rule": rule.pk,
        "path": path,
        "strategy": "room" if path == "direct" else rule.strategy,
        "skills": [list(skill) for skill in request.skills],
        "point": request.point,
        "people": [
            {
                "person": verdict.candidate.id,
                "place": verdict.place,
                "load": verdict.candidate.load,
                "capacity": verdict.candidate.capacity,
                "reasons": [[reason.code, dict(reason.facts)] for reason in verdict.reasons],
            }
            for verdict in verdicts
        ],
    }
