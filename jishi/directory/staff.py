"""Which of the staff a person may know of, and which of them the room of people lets them rule."""

from django.db.models import Model, QuerySet

from .models import Department, Person, ServicePoint, Supplier, Team
from .reach import DEPARTMENT, SUPPLIER, TEAM

PLACES: dict[str, type[Model]] = {
    "department": Department,
    "team": Team,
    "point": ServicePoint,
    "supplier": Supplier,
}
KEPT_TO = {DEPARTMENT: "department", TEAM: "team", SUPPLIER: "supplier"}


def known(person: Person) -> QuerySet[Person]:
    """Everybody `person` may know of; those outside know their own people only (D8)."""
    if not person.is_outside:
        return Person.objects.all()
    return Person.objects.filter(supplier=person.supplier_id, supplier__isnull=False)


def governed(person: Person) -> QuerySet[Person]:
    """Those the room of people shows: as far as the role of `person` sees, at least themselves."""
    if person.sees_all:
        return Person.objects.all()
    kept = KEPT_TO.get(person.role.reach, "")
    held = getattr(person, f"{kept}_id") if kept else None
    return known(person).filter(**{kept: held}) if held else Person.objects.filter(pk=person.pk)


def places(person: Person) -> dict[str, QuerySet]:
    """Where `person` may put others: anywhere, or only where they are themselves."""
    if person.sees_all:
        return {name: rows.objects.order_by("name") for name, rows in PLACES.items()}
    return {name: rows.objects.filter(pk=getattr(person, f"{name}_id")) for name, rows in PLACES.items()}


def bound(person: Person) -> dict[str, Model]:
    """What of a place is not theirs to choose: their own department, team or supplier."""
    kept = KEPT_TO.get(person.role.reach, "")
    return {kept: getattr(person, kept)} if kept else {}
