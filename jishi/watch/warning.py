"""Before a promise breaks, whoever can still keep it is told; when it broke, whoever leads too. Once a due moment."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from jishi.clocks import sweeping
from jishi.clocks.models import Clock
from jishi.directory.models import Person
from jishi.tickets.granting import approvers
from jishi.tickets.models import Goodwill

from .notices import tell
from .telling import holders, in_charge, takers

MOST = 500  # clocks a round looks at


def warn(now: datetime, most: int = MOST) -> int:
    """The clocks past their warning share; how many. Of what broke while nobody looked nobody is warned any more."""
    return sum(_warn(clock, now) for clock in sweeping.warning(now).select_related("ticket")[:most])


@transaction.atomic
def _warn(clock: Clock, now: datetime) -> bool:
    """Nothing, where somebody was faster or the clock was wound anew."""
    as_read = {"warned_at": None, "ended_at": None, "warn_at": clock.warn_at, "due_at": clock.due_at}
    mine = bool(Clock.objects.filter(pk=clock.pk, **as_read).update(warned_at=now))
    if mine and clock.due_at and clock.due_at > now:
        facts = {"clock": clock.name, "due": clock.due_at.isoformat()}
        tell(_keepers(clock, now), "due_soon", now, ticket=clock.ticket, **facts)
    return mine


def cry(now: datetime, most: int = MOST) -> int:
    """The clocks past due; how many."""
    return sum(_cry(clock, now) for clock in sweeping.overdue(now).select_related("ticket__team")[:most])


@transaction.atomic
def _cry(clock: Clock, now: datetime) -> bool:
    """Nothing, where somebody was faster or the clock was wound anew."""
    as_read = {"alarmed_at": None, "ended_at": None, "due_at": clock.due_at}
    mine = bool(Clock.objects.filter(pk=clock.pk, **as_read).update(alarmed_at=now))
    if mine and clock.due_at:
        facts = {"clock": clock.name, "due": clock.due_at.isoformat()}
        tell([*_keepers(clock, now), *in_charge(clock.ticket, now)], "overdue", now, ticket=clock.ticket, **facts)
    return mine


def _keepers(clock: Clock, now: datetime) -> Iterable[Person]:
    """Who can keep it: whoever has the ticket; second line what it should take over; who may agree what is asked."""
    ticket = clock.ticket
    if clock.name == "takeover":
        return takers(ticket)
    if clock.name == "approval":
        wishes = Goodwill.objects.select_related("by").filter(ticket=ticket, state="asked")
        return [one for wish in wishes for one in approvers(ticket, wish.kind, wish.amount, wish.by, now)]
    return holders(ticket)
