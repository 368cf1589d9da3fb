"""Whose roster a person may see: a team's, or a service point's. The roster's gate, as scope.py is that of tickets."""

from datetime import date
from typing import NamedTuple

from django.db.models import Q, QuerySet

from .models import Person, ServicePoint, Team
from .reach import ALL, DEPARTMENT


class Group(NamedTuple):
    """`kind`: team, point."""

    kind: str
    row: Team | ServicePoint

    def q(self, prefix: str = "") -> Q:
        """For people and for duties alike."""
        return Q(**{f"{prefix}{self.kind}": self.row.pk})


def teams(person: Person) -> QuerySet[Team]:
    """Suppliers see no team of ours."""
    if person.is_outside or not person.is_active:
        return Team.objects.none()
    match person.role.reach:
        case "all":
            return Team.objects.order_by("pk")
        case "department":
            return Team.objects.filter(department=person.department_id, department__isnull=False).order_by("pk")
        case _:
            return Team.objects.filter(pk=person.team_id)


def points(person: Person) -> QuerySet[ServicePoint]:
    """Suppliers see their own."""
    here = ServicePoint.objects.order_by("pk")
    if not person.is_active:
        return here.none()
    if person.is_outside:
        return here.filter(supplier=person.supplier_id, supplier__isnull=False)
    if person.role.reach == DEPARTMENT:
        return here.filter(Q(people__department=person.department_id, people__department__isnull=False)).distinct()
    return here if person.role.reach == ALL else here.filter(pk=person.point_id)


def members(group: Group, since: date, until: date) -> QuerySet[Person]:
    """Who belongs to it, and who helps out there between these days, both included."""
    helps = group.q("duties__") & Q(duties__day__range=(since, until))
    return Person.objects.filter(group.q() | helps, is_active=True).select_related("role").distinct().order_by("number")


def led_by(person: Person) -> QuerySet[Person]:
    """Whose roster `person` draws up and on whose leave they decide; nobody's without the right."""
    if not person.may("roster"):
        return Person.objects.none()
    within = Q(team__in=teams(person)) | Q(point__in=points(person))
    if person.sees_all and not person.is_outside:
        within = Q()
    return Person.objects.filter(within, is_active=True).exclude(pk=person.pk)
