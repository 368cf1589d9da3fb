"""What lies on the desk this minute: tickets in the pools, pauses that wait for a lead, what belongs together."""

from datetime import datetime, timedelta
from itertools import pairwise

from jishi.directory.models import Person, Team
from jishi.tickets import actions
from jishi.tickets.claiming import take_over
from jishi.tickets.entry import Entry
from jishi.tickets.linking import link
from jishi.tickets.models import Ticket
from jishi.tickets.pausing import ask
from jishi.tickets.receiving import receive

from .lexicon import words
from .luck import Luck

KEPT, HANDED, TAKEN, ASKED, LINKED = 1, 4, 1, 2, 6
WAITING = ("waiting_supplier", "等供应商确认替换件型号，预计两天回复")
SAME = ("service_type", "customer", "contact", "device", "category", "subcategory")


def work(seed: int, now: datetime) -> None:
    """What came in within the last half hour, told by those whose it is."""
    luck, tried = Luck(seed, 55), words("speech")["tried"]
    fresh = _fresh(now)
    kept, handed, waiting = fresh[:KEPT], fresh[KEPT : KEPT + HANDED], fresh[KEPT + HANDED :]
    for ticket in kept:
        actions.contact(ticket, _entry(ticket, now, 7))
    for n, (ticket, pool) in enumerate(zip(handed, _pools(), strict=False)):
        actions.contact(ticket, _entry(ticket, now, 25 - 4 * n))
        actions.escalate(ticket, _entry(ticket, now, 18 - 4 * n, luck.pick(tried)), pool=pool)
        if n < TAKEN and (expert := pool.people.filter(is_active=True).order_by("pk").first()):
            take_over(ticket, Entry(expert, "demo", now - timedelta(minutes=6), "", now))
    for ticket in waiting:
        ask(ticket, _entry(ticket, now, 9, WAITING[1]), reason=WAITING[0])
    _link(now)


def _fresh(now: datetime) -> list[Ticket]:
    """New requests, each like one that was served before: urgent ones, the first a consultation, then general ones."""
    known = Ticket.objects.exclude(customer=None).exclude(description="").select_related(*SAME).order_by("-pk")
    urgent = known.filter(priority__in=["P0", "P1"])
    like = [*urgent.filter(service_type__code="consultation")[:KEPT]]
    like += urgent.filter(service_type__code="repair")[:HANDED]
    like += known.filter(priority="P2", service_type__code="repair")[:ASKED]
    agents = [*Person.objects.filter(role__code="agent", team__line=1, is_active=True).order_by("pk")[:3]]
    return [_again(one, agents[n % len(agents)], now) for n, one in enumerate(like)] if agents else []


def _again(one: Ticket, agent: Person, now: datetime) -> Ticket:
    said = {"title": one.title, "description": one.description, "priority": one.priority, "channel": "phone"}
    fields = {name: getattr(one, name) for name in SAME} | {"team": agent.team, "owner": agent}
    return receive(Entry(agent, "demo", now - timedelta(minutes=29), "", now), **said, **fields)


def _pools() -> list[Team]:
    """One after the other, as often as needed."""
    pools = [*Team.objects.filter(line=2).order_by("pk")]
    return (pools * HANDED)[:HANDED] if pools else []


def _link(now: datetime) -> None:
    """Requests about one device follow one another."""
    recent = [*Ticket.objects.exclude(device=None).exclude(owner=None).order_by("-received_at")[:200]]
    recent.sort(key=lambda ticket: (ticket.device_id, ticket.received_at))
    pairs = [(before, after) for before, after in pairwise(recent) if before.device_id == after.device_id]
    for before, after in pairs[:LINKED]:
        link(after, _entry(after, now, 5), to=before, link="follow_up")


def _entry(ticket: Ticket, now: datetime, minutes: int, note: str = "") -> Entry:
    """So many minutes ago, but after what happened last."""
    return Entry(ticket.owner, "demo", max(ticket.last_at, now - timedelta(minutes=minutes)), note, now)
