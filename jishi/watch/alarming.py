"""A broken promise is told to its keeper and whoever leads, an overdue matter to both sides: once a due moment."""

from datetime import datetime

from django.db import transaction

from jishi.clocks import sweeping
from jishi.clocks.models import Clock
from jishi.directory.models import Person
from jishi.tickets import matters
from jishi.tickets.models import Matter

from .notices import tell
from .telling import in_charge, keepers

MOST = 500  # clocks, or matters, a round looks at


def alarm_clocks(now: datetime, most: int = MOST) -> int:
    """The clocks past due; how many."""
    return sum(_alarm_clock(clock, now) for clock in sweeping.overdue(now).select_related("ticket__team")[:most])


def alarm_matters(now: datetime, most: int = MOST) -> int:
    """The matters past their deadline (R57); how many."""
    due = matters.overdue(now).select_related("owner__role", "owner__team", "by__role", "by__team", "department")
    return sum(_alarm_matter(matter, now) for matter in due[:most])


@transaction.atomic
def _alarm_clock(clock: Clock, now: datetime) -> bool:
    """Nothing, where somebody was faster or the clock was wound anew."""
    as_read = {"alarmed_at": None, "ended_at": None, "due_at": clock.due_at}
    mine = bool(Clock.objects.filter(pk=clock.pk, **as_read).update(alarmed_at=now))
    if mine and clock.due_at:
        facts = {"clock": clock.name, "due": clock.due_at.isoformat()}
        tell([*keepers(clock, now), *in_charge(clock.ticket, now)], "overdue", now, ticket=clock.ticket, **facts)
    return mine


@transaction.atomic
def _alarm_matter(matter: Matter, now: datetime) -> bool:
    """Nothing, where somebody was faster or another day was agreed."""
    as_read = {"alarmed_at": None, "settled_at": None, "due_at": matter.due_at}
    mine = bool(Matter.objects.filter(pk=matter.pk, **as_read).update(alarmed_at=now))
    if mine:
        seeing = [person for person in _concerned(matter) if matters.concerning(person).filter(pk=matter.pk).exists()]
        tell(seeing, "matter_overdue", now, matter=matter.pk, due=matter.due_at.isoformat())
    return mine


def _concerned(matter: Matter) -> list[Person]:
    """Whose it is in the department, and who has the tickets; while nobody has one, who asked."""
    tickets = matter.tickets.select_related("owner__role", "owner__team")
    return [*matters.spokespeople(matter), *(ticket.owner or matter.by for ticket in tickets)]
