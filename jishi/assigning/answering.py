"""An offer is accepted, refused, or lapses; and what follows when the ticket goes another way."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from jishi.core.refused import Refused
from jishi.directory import lists
from jishi.directory.eyes import eyes
from jishi.directory.models import Person
from jishi.tickets import actions
from jishi.tickets.entry import Entry
from jishi.tickets.journal import Tale
from jishi.tickets.models import Event, Ticket
from jishi.tickets.reading_rows import Question
from jishi.watch.jobs import put
from jishi.watch.notices import tell

from .models import Offer, Waiting
from .seeking import DOOR, hold, is_settled

OFFERED = Question(Offer, lambda ticket: Offer.objects.filter(ticket=ticket, state="offered"))
WAITING = Question(Waiting, lambda ticket: Waiting.objects.filter(ticket=ticket).values_list("pk"))
OTHER = "other"  # the reason that needs words
SWEPT = 200  # tickets a round looks at


@transaction.atomic
def accept(offer: Offer, person: Person, now: datetime) -> Event:
    """It is theirs. Refused: "already-taken" by somebody faster, "offer-over"."""
    ticket = hold(offer.ticket_id)
    demand_open(offer, person, now)
    entry = Entry(person, DOOR, now=now)
    if ticket.pool_id:
        return actions.accept(ticket, entry)
    return actions.assign(ticket, entry, owner=person, how="offer")


@transaction.atomic
def refuse(offer: Offer, person: Person, reason: str, words: str, now: datetime) -> None:
    """Not they; the next is asked. Refused: without a reason ("reason-missing"), and what is not open any more."""
    if not reason or (lists.chosen("refusal", reason).code == OTHER and not words.strip()):
        raise Refused("reason-missing")
    hold(offer.ticket_id)
    demand_open(offer, person, now)
    said = {"state": "refused", "answered_at": now, "reason": reason, "words": words.strip()[:300]}
    Offer.objects.filter(pk=offer.pk, state="offered").update(**said)
    _go_on(offer, now)


def lapse(now: datetime) -> int:
    """Those whose time is over; how many. The next one is asked, or the duty lead."""
    over = Offer.objects.filter(state="offered", lapses_at__lte=now).order_by("lapses_at")
    tickets = list(dict.fromkeys(over.values_list("ticket_id", flat=True)[:SWEPT]))
    return sum(lapse_of(ticket, now) for ticket in tickets)


@transaction.atomic
def lapse_of(ticket_id: int, now: datetime) -> int:
    hold(ticket_id)
    over = Offer.objects.filter(ticket=ticket_id, state="offered", lapses_at__lte=now)
    lapsed = list(over.select_related("by"))
    over.update(state="lapsed", answered_at=now)
    for offer in lapsed[:1]:
        _go_on(offer, now)
    return len(lapsed)


def demand_open(offer: Offer, person: Person, now: datetime) -> None:
    """Refuses an offer that was answered, has lapsed, or whose ticket somebody else has."""
    row = Offer.objects.select_related("ticket__owner").get(pk=offer.pk)
    if row.state == "taken" and row.ticket.owner:
        raise Refused("already-taken", number=row.ticket.number, who=eyes(person).staff(row.ticket.owner))
    if row.state != "offered" or row.lapses_at <= now:
        raise Refused("offer-over")


def settle(tales: Iterable[Tale], now: datetime) -> None:
    """Somebody has it, or nobody is needed: what was offered is answered by that, and nobody waits any more."""
    for ticket in [tale.ticket for tale in tales if tale.live]:
        for offer in OFFERED.objects(ticket.pk):
            answered = Offer.objects.filter(pk=offer.pk, state="offered")
            answered.update(state=_outcome(offer, ticket), answered_at=now)
            if ticket.owner_id not in (None, offer.person_id):
                tell([offer.person], "offer_taken", now, ticket=ticket, by=ticket.owner)
        if WAITING.ask(ticket.pk):
            Waiting.objects.filter(ticket=ticket).delete()


def call_for(tales: Iterable[Tale], now: datetime) -> None:
    """A ticket nobody has: somebody is sought, by a job of this very transaction. History calls for nobody."""
    for tale in tales:
        if tale.live and not is_settled(tale.ticket):
            put("assign", at=now, ticket=tale.ticket.pk)


def _outcome(offer: Offer, ticket: Ticket) -> str:
    if ticket.owner_id == offer.person_id:
        return "accepted"
    return "taken" if ticket.owner_id and ticket.open_since else "withdrawn"


def _go_on(offer: Offer, now: datetime) -> None:
    """When nobody else is still asked, the next one is sought."""
    if not Offer.objects.filter(ticket=offer.ticket_id, state="offered").exists():
        put("assign", at=now, by=offer.by, ticket=offer.ticket_id)
