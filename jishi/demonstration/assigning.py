"""Assignment alive: rules for the demonstration's teams, offers that stand open, one ticket nobody is free for."""

from dataclasses import replace
from datetime import datetime, timedelta

from jishi.assigning import rules
from jishi.assigning.answering import refuse
from jishi.assigning.candidates import candidates, wanted
from jishi.assigning.models import Offer
from jishi.assigning.seeking import RELATED, explained, seek
from jishi.core.assignment import choose
from jishi.directory.models import Person, Team
from jishi.tickets.entry import Entry
from jishi.tickets.models import Event, Ticket
from jishi.tickets.receiving import receive

from .luck import Luck

SINCE = timedelta(days=200)
MINUTE = timedelta(minutes=1)
EXPLAINED, MOST_BEFORE = 30, 3  # tickets; people asked before their owner
EMPTY = "西北受理组"  # both of them are out when a request comes
FRESH = (("热线组", "P2"), ("华东受理组", "P2"), ("华东受理组", "P0"), ("退换货组", "P3"), (EMPTY, "P1"))
LIKE = ["customer", "contact", "site", "product", "device", "contract", "service_type", "category", "team"]


def assign(now: datetime, seed: int) -> None:
    """The rules, why recent tickets went where they went, and what is being asked just now."""
    by = Person.objects.filter(role__code="manager").order_by("pk").first()
    _rules(by, now - SINCE)
    _explain(now)
    _ask(now, Luck(seed, 82))


def _rules(by: Person | None, since: datetime) -> None:
    """The hotline takes turns, the night shift is given urgent ones at once, the others ask by skill."""
    teams = {team.name: team for team in Team.objects.all()}
    rules.add(by, since, team=teams["热线组"], strategy="turn", minutes=20)
    rules.add(by, since, team=teams["夜班组"], strategy="room", urgent="direct", minutes=20)
    rules.add(by, since, team=teams["机械组"], minutes=20, most=4)
    rules.add(by, since, minutes=30, urgent_minutes=15, width=5)


def _explain(now: datetime) -> None:
    """What was accepted lately, with those who came into question then."""
    assigned = Event.objects.filter(kind="assigned", ticket__pool=None, at__gte=now - timedelta(days=4))
    offers = []
    for pk, at in assigned.order_by("-at", "-pk").values_list("ticket", "at")[:EXPLAINED]:
        ticket = Ticket.objects.select_related(*RELATED).get(pk=pk)
        offers += _kept(ticket, at)
    Offer.objects.bulk_create(offers)


def _kept(ticket: Ticket, at: datetime) -> list[Offer]:
    """The offer its owner accepted, after those before them had not answered."""
    rule, request = rules.rule_for(ticket, at), wanted(ticket)
    people = candidates(ticket, at)
    places = {one.candidate.id: one.place for one in choose(request, people, rule.strategy)}
    mine = places.get(ticket.owner_id, 0)
    if not 0 < mine <= MOST_BEFORE + 1:
        return []
    asked = [replace(one, declined="lapsed") if 0 < places[one.id] < mine else one for one in people]
    why = explained(rule, "usual", request, choose(request, asked, rule.strategy))
    made = {"made_at": at - MINUTE, "lapses_at": at + rule.minutes * MINUTE, "answered_at": at, "state": "accepted"}
    return [Offer(ticket=ticket, person_id=ticket.owner_id, rule=rule, why=why, **made)]


def _ask(now: datetime, luck: Luck) -> None:
    """What came in just now is offered; the first was refused once, and the next one was asked."""
    Person.objects.filter(team__name=EMPTY, is_active=True).update(presence="away", presence_at=now - 25 * MINUTE)
    for n, (team, priority) in enumerate(FRESH):
        like = Ticket.objects.select_related(*LIKE).filter(team__name=team, pool=None).order_by("-received_at")
        for old in like[n : n + 1]:
            at = now - luck.whole(1, 6) * MINUTE
            ticket = _receive_like(old, priority, at)
            if seek(ticket.pk, at) == "offered" and n == 0:
                offer = Offer.objects.select_related("person__role").filter(ticket=ticket).earliest("pk")
                refuse(offer, offer.person, "on_site", "", at + 0.4 * MINUTE)
                seek(ticket.pk, at + 0.5 * MINUTE)


def _receive_like(old: Ticket, priority: str, at: datetime) -> Ticket:
    """Another request of the same kind, from the same customer."""
    fields = {name: getattr(old, name) for name in (*LIKE, "zone", "channel")}
    return receive(
        Entry(door="demo", now=at), title=old.title, description=old.description, priority=priority, **fields
    )
