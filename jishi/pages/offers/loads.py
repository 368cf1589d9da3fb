"""How much everybody of a team holds, to what they can hold, as bars on one scale."""

from datetime import datetime
from typing import NamedTuple

from django.db.models import QuerySet

from jishi.assigning.candidates import Held, able, absent, holding
from jishi.directory.duty import capacity
from jishi.directory.models import Person, Team
from jishi.directory.reach import DEPARTMENT


class Bar(NamedTuple):
    """One person; places in percent of the widest."""

    person: Person
    held: Held
    capacity: int
    away: str
    widest: int

    @property
    def full(self) -> bool:
        return self.held.load >= self.capacity

    @property
    def parts(self) -> list[tuple[str, str, str]]:
        """(kind, x, width): in hand, paused, offered."""
        at, parts = 0, []
        for kind, n in (("open", self.held.open), ("paused", self.held.paused), ("offered", self.held.offered)):
            parts += [(kind, self._percent(at), self._percent(n))] if n else []
            at += n
        return parts

    @property
    def limit(self) -> str:
        return self._percent(self.capacity)

    def _percent(self, n: int) -> str:
        return f"{100 * n / self.widest:.2f}%"


def teams(person: Person) -> QuerySet[Team]:
    """Those whose people `person` may look at: all, the department's, one's own."""
    every = Team.objects.order_by("pk")
    if person.sees_all:
        return every
    if person.role.reach == DEPARTMENT:
        return every.filter(department=person.department_id, department__isnull=False)
    return every.filter(pk=person.team_id)


def bars(team: Team, now: datetime) -> list[Bar]:
    """Those who are there first, then by what they hold."""
    people = able(team)
    held, away = holding(people), absent(people, now)
    room = {person.pk: capacity(person) for person in people}
    widest = max([1, *room.values(), *(held[person.pk].load for person in people)])
    found = [Bar(person, held[person.pk], room[person.pk], away.get(person.pk, ""), widest) for person in people]
    return sorted(found, key=lambda bar: (bool(bar.away), -bar.held.load, bar.person.number))
