"""Hiring: roles that ship, and a person with a role and a password."""

from .models import Person, Role
from .rights import ROLES


def establish_roles() -> dict[str, Role]:
    """The shipped roles by code, made where missing; edited ones stay as they are."""
    Role.objects.bulk_create(
        [Role(code=code, reach=reach, rights=rights) for code, (reach, rights) in ROLES.items()], ignore_conflicts=True
    )
    return {role.code: role for role in Role.objects.all()}


def hire(number: str, name: str, role: str, password: str | None = None, **place: object) -> Person:
    """A person who can log in with `number` and `password`; without one, cannot log in."""
    person = Person(number=number, name=name, role=Role.objects.get(code=role), **place)
    person.set_password(password)
    person.save()
    return person
