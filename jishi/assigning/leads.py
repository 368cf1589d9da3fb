"""Who leads when nobody else is there."""

from datetime import datetime

from jishi.directory.duty import duty_lead, present
from jishi.directory.models import Person, Team


def leads(team: Team | None, now: datetime) -> list[Person]:
    """The duty lead; without one, whoever may transfer tickets in the team, else in its department: those there first.

    Nobody at all: those who may everywhere.
    """
    lead = duty_lead(now, team) if team else None
    if lead is not None:
        return [lead]
    able = [person for person in Person.objects.filter(is_active=True).select_related("role") if _leads(person)]
    for near in (
        [person for person in able if team and person.team_id == team.pk],
        [person for person in able if team and team.department_id and person.department_id == team.department_id],
        [person for person in able if person.sees_all],
    ):
        if near:
            here = present(near, now)
            return sorted(near, key=lambda person: (person.pk not in here, person.number))
    return []


def _leads(person: Person) -> bool:
    return not person.is_outside and person.may("transfer")
