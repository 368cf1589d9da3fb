"""Who is told what, when something happens."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Q, QuerySet

from jishi.clocks.models import Clock
from jishi.core.goodwill import UNITS, hundredths
from jishi.directory.duty import duty_lead
from jishi.directory.models import Person
from jishi.tickets.agreeing import agreers
from jishi.tickets.granting import approvers
from jishi.tickets.journal import Tale
from jishi.tickets.models import Goodwill, Ticket

from .notices import tell

OWNERS = ("assigned", "reopened")
ANSWERS = {
    "granted": "approval_given",
    "grant_declined": "approval_refused",
    "paused": "approval_given",
    "pause_declined": "approval_refused",
}


def tell_mentioned(tales: Iterable[Tale], now: datetime) -> None:
    """Colleagues named in a note."""
    for tale in tales:
        for place, event in enumerate(tale.entries, start=1):
            if tale.live and place > len(tale.entries) - tale.new and event.facts.get("to"):
                people = _here().filter(pk__in=event.facts["to"])
                tell(people, "mentioned", now, ticket=tale.ticket, by=_teller(tale), event=place)


def tell_owner(tales: Iterable[Tale], now: datetime) -> None:
    """Whoever was given a ticket by hand, or whose ticket is open again."""
    for tale in tales:
        last = tale.entries[-1]
        owner = tale.ticket.owner_id
        if tale.live and last.kind in OWNERS and not last.facts.get("how") and owner and str(owner) != last.by:
            tell(_here().filter(pk=owner), last.kind, now, ticket=tale.ticket, by=_teller(tale))


def tell_chased(tales: Iterable[Tale], now: datetime) -> None:
    """Who has the ticket; where nobody has, who leads its team."""
    for tale in tales:
        if tale.live:
            ticket = tale.ticket
            tell(holders(ticket), "chased", now, ticket=ticket, by=_teller(tale), times=ticket.chases)


def tell_second_line(tales: Iterable[Tale], now: datetime) -> None:
    """All of the line a ticket was handed over to who may take it: whoever is first does (R55)."""
    for tale in tales:
        if tale.live:
            tell(takers(tale.ticket), "handed_over", now, ticket=tale.ticket, by=_teller(tale))


def tell_first_line(tales: Iterable[Tale], now: datetime) -> None:
    """Who had handed it over, and who leads the team it is back with."""
    for tale in tales:
        if tale.live:
            gave = next((event.by for event in reversed(tale.entries) if event.kind == "escalated"), "")
            people = _here().filter(Q(pk=gave or None) | _leads(tale.ticket))
            tell(people, "returned", now, ticket=tale.ticket, by=_teller(tale))


def tell_approvers(tales: Iterable[Tale], now: datetime) -> None:
    """Whose limits cover what is asked for."""
    for tale in tales:
        by, wish = _teller(tale), tale.entries[-1]
        if tale.live and by:
            unit = next(unit for unit in UNITS if unit in wish.facts)
            wanted = hundredths(str(wish.facts[unit]), unit)
            able = approvers(tale.ticket, str(wish.facts["goodwill"]), wanted, by, now)
            tell(able, "approval_asked", now, ticket=tale.ticket, by=by)


def tell_answered(tales: Iterable[Tale], now: datetime) -> None:
    """Who has asked, of what became of it."""
    for tale in tales:
        last = tale.entries[-1]
        if tale.live and (place := last.facts.get("asked")):
            asker = _here().filter(pk=tale.entries[int(str(place)) - 1].by)
            tell(asker, ANSWERS[last.kind], now, ticket=tale.ticket, by=_teller(tale))


def tell_pause_asked(tales: Iterable[Tale], now: datetime) -> None:
    """The nearest of those who may agree to a pause."""
    for tale in tales:
        if tale.live and (by := _teller(tale)):
            tell(agreers(tale.ticket, by), "approval_asked", now, ticket=tale.ticket, by=by)


def tell_pause_answered(tales: Iterable[Tale], now: datetime) -> None:
    """Who asked for the pause, of what became of it; a pause nobody asked for concerns nobody."""
    for tale in tales:
        last = tale.entries[-1]
        if tale.live and (last.kind == "pause_declined" or last.facts.get("how") == "agreed"):
            gave = next((event.by for event in reversed(tale.entries) if event.kind == "pause_asked"), "")
            asker = _here().filter(pk=gave or None)
            tell(asker, ANSWERS[last.kind], now, ticket=tale.ticket, by=_teller(tale))


def holders(ticket: Ticket) -> QuerySet[Person]:
    """Who has a ticket; where nobody has, who leads its team."""
    return _here().filter(pk=ticket.owner_id) if ticket.owner_id else _here().filter(_leads(ticket))


def keepers(clock: Clock, now: datetime) -> Iterable[Person]:
    """Who can keep it: whoever has the ticket; second line what it should take over; who may agree what is asked."""
    ticket = clock.ticket
    if clock.name == "takeover":
        return takers(ticket)
    if clock.name == "approval":
        wishes = Goodwill.objects.select_related("by").filter(ticket=ticket, state="asked")
        return [one for wish in wishes for one in approvers(ticket, wish.kind, wish.amount, wish.by, now)]
    return holders(ticket)


def in_charge(ticket: Ticket, now: datetime) -> list[Person]:
    """The duty lead of its team; where none is on duty, who leads it."""
    lead = duty_lead(now, ticket.team) if ticket.team else None
    return [lead] if lead else list(_here().filter(_leads(ticket)))


def takers(ticket: Ticket) -> list[Person]:
    """Who may take it from the pool it waits in."""
    return [one for one in _here().filter(team=ticket.pool_id, team__isnull=False) if one.may("accept")]


def _leads(ticket: Ticket) -> Q:
    return Q(role__code="lead", team=ticket.team_id, team__isnull=False)


def _here() -> QuerySet[Person]:
    return Person.objects.select_related("role", "team")


def _teller(tale: Tale) -> Person | None:
    return Person.objects.filter(pk=tale.entries[-1].by or None).first()
