"""Goodwill: within the limit of who grants it at once (R54), above it once somebody whose limit covers it agrees.

On one ticket all goodwill of a kind counts together, so that nobody passes a limit by halves.
"""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import Sum

from jishi.core.goodwill import allows, exact, hundredths
from jishi.core.lifecycle import OVER
from jishi.core.refused import Refused
from jishi.directory import lists
from jishi.directory.eyes import eyes
from jishi.directory.models import Item, Person
from jishi.directory.reach import ALL, DEPARTMENT, OWN, SUPPLIER, TEAM
from jishi.directory.scope import scope

from .actions import needed
from .allowances import give_back, in_force, limit, spend, spent
from .entry import Entry
from .journal import Tale
from .models import Event, Goodwill, Ticket
from .numbering import month
from .standing import corrections
from .verbs import tell

NEAREST = (OWN, TEAM, SUPPLIER, DEPARTMENT, ALL)
STANDS = {"grant_asked": "asked", "granted": "granted", "grant_declined": "declined"}


@transaction.atomic
def grant(ticket: Ticket, entry: Entry, *, goodwill: str, amount: str) -> Event:
    """Recorded at once if it lies within the limits of who grants it, else asked for; the note says what for.

    Refused: "bad-amount", "already-asked", and "nobody-covers" where nobody's limit reaches that far.
    """
    kind, now = lists.chosen("goodwill", goodwill), entry.now
    wanted = hundredths(amount, kind.facts["unit"])
    if not wanted:
        raise Refused("bad-amount", value=amount[:40])
    if Goodwill.objects.filter(ticket=ticket, state="asked").exists():
        raise Refused("already-asked", number=ticket.number)
    most = limit(in_force(now), entry.by, ticket.priority, kind.code)
    within = _case(ticket, kind.code) + wanted <= most.per_case
    if within and spend(entry.by, kind.code, month(now), wanted, most.per_month):
        event = tell(ticket, "granted", entry, **_facts(kind.code, kind.facts["unit"], wanted))
        _keep(event, kind, wanted, "granted", now, entry.by)
        return event
    return _ask(ticket, entry, kind, wanted)


def _ask(ticket: Ticket, entry: Entry, kind: Item, wanted: int) -> Event:
    needed(entry.note)
    if ticket.asked_at is not None:
        raise Refused("already-asked", number=ticket.number)
    if not approvers(ticket, kind.code, wanted, entry.by, entry.now):
        raise Refused("nobody-covers", number=ticket.number)
    event = tell(ticket, "grant_asked", entry, **_facts(kind.code, kind.facts["unit"], wanted))
    _keep(event, kind, wanted, "asked", entry.now)
    return event


@transaction.atomic
def agree(ticket: Ticket, entry: Entry) -> Event:
    """What was asked for is granted, on the account of who agrees. Refused: "nothing-asked", "beyond-limit"."""
    wish = waiting(ticket)
    most = limit(in_force(entry.now), entry.by, ticket.priority, wish.kind)
    within = _case(ticket, wish.kind) + wish.amount <= most.per_case
    if not (within and spend(entry.by, wish.kind, month(entry.now), wish.amount, most.per_month)):
        able = approvers(ticket, wish.kind, wish.amount, wish.by, entry.now)
        names = [eyes(entry.by).staff(one) for one in able if one != entry.by]
        raise Refused("beyond-limit", number=ticket.number, who=names)
    facts = _facts(wish.kind, wish.unit, wish.amount) | {"how": "agreed", "asked": wish.seq}
    event = tell(ticket, "granted", entry, **facts)
    _settle(wish, event, "granted", month=month(entry.now))
    return event


@transaction.atomic
def decline(ticket: Ticket, entry: Entry) -> Event:
    """What was asked for is not granted; the note says why. Refused: "nothing-asked", "reason-missing"."""
    wish = waiting(ticket)
    needed(entry.note)
    event = tell(ticket, "grant_declined", entry, **_facts(wish.kind, wish.unit, wish.amount), asked=wish.seq)
    _settle(wish, event, "declined")
    return event


def waiting(ticket: Ticket) -> Goodwill:
    """The goodwill that waits for an answer. Refused: "nothing-asked"."""
    wish = Goodwill.objects.select_related("by").filter(ticket=ticket, state="asked").first()
    if wish is None:
        raise Refused("nothing-asked", number=ticket.number)
    return wish


def approvers(ticket: Ticket, kind: str, wanted: int, but: Person, now: datetime) -> list[Person]:
    """Who may agree: of those whose limits cover it and who see the ticket, the nearest; never who asks."""
    held, case = in_force(now), _case(ticket, kind)
    near = answering(ticket, but)
    gone = spent(near, kind, month(now))
    able = [
        one
        for one in near
        if allows(limit(held, one, ticket.priority, kind), wanted, case, gone.get(one.pk, 0))
    ]  # fmt: skip
    return nearest(able)


def answering(ticket: Ticket, but: Person) -> list[Person]:
    """Who may answer a wish on this ticket at all, but not the one who has it."""
    people = Person.objects.filter(is_active=True).exclude(pk=but.pk).select_related("role", "team")
    return [one for one in people if one.may("agree") and scope(one).holds(ticket)]


def nearest(people: list[Person]) -> list[Person]:
    """Those of them who look after the least: a team's lead before the department's."""
    reach = min((NEAREST.index(one.role.reach) for one in people), default=0)
    return [one for one in people if NEAREST.index(one.role.reach) == reach]


def cases(ticket: Ticket) -> dict[str, int]:
    """What was granted on this ticket, by whomever; by kind."""
    found = Goodwill.objects.filter(ticket=ticket, state="granted").order_by()
    return dict(found.values_list("kind").annotate(Sum("amount")))


def lapse(tales: Iterable[Tale], now: datetime) -> None:
    """Nobody waits for an answer any more: the ticket is over."""
    tickets = [tale.ticket.pk for tale in tales]
    Goodwill.objects.filter(ticket__in=tickets, state="asked").update(state="lapsed")


def put_right(tales: Iterable[Tale], now: datetime) -> None:
    """What a correction voids was not granted and does not count; what it restores counts again."""
    for tale in tales:
        stands = _stands(tale)
        for row in Goodwill.objects.filter(ticket=tale.ticket).select_related("decided_by"):
            state = stands.get(row.seq, "void")
            if state != row.state and Goodwill.objects.filter(pk=row.pk, state=row.state).update(state=state):
                _recount(row, state)


def _stands(tale: Tale) -> dict[int, str]:
    """How each goodwill stands by the journal, by the place of the event it began with."""
    void = {place for place, told in corrections(tale.entries).items() if told.facts["at"] is None}
    over, stands = tale.ticket.status in OVER, {}
    for place, event in enumerate(tale.entries, start=1):
        if event.kind in STANDS and place not in void:
            stands[int(str(event.facts.get("asked", place)))] = STANDS[event.kind]
    return {place: "lapsed" if over and state == "asked" else state for place, state in stands.items()}


def _recount(row: Goodwill, state: str) -> None:
    """The month's account of who granted it follows."""
    if "granted" in (row.state, state) and row.decided_by:
        give_back(row.decided_by, row.kind, row.month, row.amount if row.state == "granted" else -row.amount)


def _case(ticket: Ticket, kind: str) -> int:
    return cases(ticket).get(kind, 0)


def _facts(kind: str, unit: str, amount: int) -> dict[str, object]:
    return {"goodwill": kind, unit: exact(amount)}


def _keep(event: Event, kind: Item, amount: int, state: str, now: datetime, by: Person | None = None) -> None:
    ticket = event.ticket
    Goodwill.objects.create(
        ticket=ticket,
        seq=event.seq,
        kind=kind.code,
        unit=kind.facts["unit"],
        amount=amount,
        state=state,
        priority=ticket.priority,
        team=ticket.team,
        month=month(now),
        at=event.at,
        by=event.by,
        decided_by=by,
    )


def _settle(wish: Goodwill, event: Event, state: str, **columns: object) -> None:
    """Of two answers at once one is the answer ("nothing-asked")."""
    unanswered = Goodwill.objects.filter(pk=wish.pk, state="asked")
    if not unanswered.update(state=state, at=event.at, decided_by=event.by, **columns):
        raise Refused("nothing-asked", number=event.ticket.number)
