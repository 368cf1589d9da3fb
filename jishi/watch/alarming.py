"""When the deadline of a matter passes, both sides are told, once for each deadline (R57)."""

from datetime import datetime

from django.db import transaction

from jishi.directory.models import Person
from jishi.tickets import matters
from jishi.tickets.models import Matter

from .notices import tell

MOST = 200  # matters a round looks at


def alarm(now: datetime, most: int = MOST) -> int:
    """The matters whose deadline has passed; how many."""
    due = matters.overdue(now).select_related("owner__role", "owner__team", "by__role", "by__team", "department")
    return sum(_alarm(matter, now) for matter in due[:most])


@transaction.atomic
def _alarm(matter: Matter, now: datetime) -> bool:
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
