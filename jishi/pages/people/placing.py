"""A role and a place, as the forms of people offer them and give them back."""

from collections.abc import Iterable, Mapping

from django.db.models import Model
from django.http import QueryDict

from jishi.core.refused import Refused
from jishi.directory import people, staff
from jishi.directory.models import Person, Role


def role(value: str) -> Role:
    """The role chosen. Refuses none ("field-missing") and those that do not exist ("bad-value")."""
    if not value:
        raise Refused("field-missing", field="role")
    found = Role.objects.filter(pk=value).first() if value.isdecimal() and len(value) < 18 else None
    if found is None:
        raise Refused("bad-value", field="role", value=value[:40])
    return found


def place(by: Person, said: QueryDict) -> dict[str, Model | None]:
    """Where they will be, out of what `by` may choose from ("bad-value")."""
    chosen: dict[str, Model | None] = {}
    for name, rows in staff.places(by).items():
        value = said.get(name, "")
        chosen[name] = rows.filter(pk=value).first() if value.isdecimal() and len(value) < 18 else None
        if value and chosen[name] is None:
            raise Refused("bad-value", field=name, value=value[:40])
    return chosen | staff.bound(by)


def choices(by: Person, said: Mapping[str, str]) -> dict[str, object]:
    """What the form offers, with what is chosen: roles no greater than one's own, places within one's reach."""
    roles = [each for each in Role.objects.order_by("pk") if people.within(by, each)]
    return {
        "roles": marked(roles, said.get("role", "")),
        "places": [(name, marked(rows, said.get(name, ""))) for name, rows in staff.places(by).items()],
    }


def marked(rows: Iterable[Model], chosen: str) -> list[tuple[Model, bool]]:
    """Each with whether it is the chosen one."""
    return [(row, str(row.pk) == chosen) for row in rows]


def said_of(person: Person) -> dict[str, str]:
    """Role and place as a form would say them."""
    return {name: str(getattr(person, f"{name}_id") or "") for name in ("role", *staff.PLACES)}
