"""Staff: hired, moved, kept out, let in again. Nobody gives what they do not have, or rules over who has more.

Each of these is written down in the transaction that does it.
"""

import re

from django.db import IntegrityError, transaction
from django.db.models import F

from jishi.core.refused import Refused

from .access import write
from .models import Person, Role
from .reach import ALL, REACHES
from .rights import EVERYTHING, RIGHTS

NUMBER = re.compile(r"[\w.-]{1,64}")


def hire(number: str, name: str, role: str, password: str | None = None, **place: object) -> Person:
    """A person who can log in with `number` and `password`; without one, cannot log in."""
    person = Person(number=number, name=name, role=Role.objects.get(code=role), **place)
    person.set_password(password)
    person.save()
    return person


@transaction.atomic
def take_on(by: Person, number: str, name: str, role: Role, mail: str = "", **place: object) -> Person:
    """Somebody new, who will be sent a link. Refused: "bad-value", "number-taken", "beyond-own-rights"."""
    demand_within(by, role)
    if not NUMBER.fullmatch(number):
        raise Refused("bad-value", field="number", value=number[:64])
    if Person.objects.filter(number__iexact=number).exists():
        raise Refused("number-taken", number=number)
    person = Person(number=number, name=name, role=role, mail=mail, **place)
    person.set_unusable_password()
    try:
        with transaction.atomic():
            person.save(force_insert=True)
    except IntegrityError as faster:
        raise Refused("number-taken", number=number) from faster
    write(by, "taken-on", "person", number, role=role.code)
    return person


@transaction.atomic
def move(by: Person, person: Person, role: Role, **place: object) -> None:
    """Another role or place. Refused: "beyond-own-rights", "last-administrator"."""
    take_turns()
    demand_within(by, person.role)
    demand_within(by, role)
    was, person.role = person.role.code, role
    for name, row in place.items():
        setattr(person, name, row)
    person.save(update_fields=["role", *place])
    demand_somebody()
    write(by, "moved", "person", person.number, was=was, role=role.code)


@transaction.atomic
def disable(by: Person, person: Person) -> None:
    """Cannot come in any more; all sessions end. Refused: oneself, those above, the last administrator."""
    take_turns()
    demand_over(by, person)
    Person.objects.filter(pk=person.pk).update(is_active=False, stamp=F("stamp") + 1)
    demand_somebody()
    write(by, "disabled", "person", person.number)


@transaction.atomic
def enable(by: Person, person: Person) -> None:
    demand_within(by, person.role)
    Person.objects.filter(pk=person.pk).update(is_active=True)
    write(by, "enabled", "person", person.number)


@transaction.atomic
def lock(by: Person, person: Person) -> None:
    """The password and the second factor are forgotten, all sessions end; a link lets the person choose anew."""
    demand_over(by, person)
    person.set_unusable_password()
    Person.objects.filter(pk=person.pk).update(password=person.password, factor="", stamp=F("stamp") + 1)
    write(by, "reset", "person", person.number)


def demand_over(by: Person, person: Person) -> None:
    """Refuses to act on those above ("beyond-own-rights"), and on oneself ("not-oneself")."""
    demand_within(by, person.role)
    if by.pk == person.pk:
        raise Refused("not-oneself")


def demand_within(by: Person, role: Role) -> None:
    """Refuses to act on, or to give, a role that may do or see more than one's own ("beyond-own-rights")."""
    if not within(by, role):
        raise Refused("beyond-own-rights", role=str(role))


def within(by: Person, role: Role) -> bool:
    """Whether `role` may do and see no more than that of `by`."""
    own = by.role
    sees = own.reach == ALL or (role.reach == own.reach and own.reach in REACHES)
    return sees and not set(expanded(role.rights)) - set(expanded(own.rights))


def expanded(rights: list[str]) -> list[str]:
    """What `*` stands for."""
    return RIGHTS if rights == EVERYTHING or "*" in rights else rights


def take_turns() -> None:
    """One change of who may let people in at a time: two administrators must not put out each other."""
    list(Role.objects.select_for_update().order_by("pk"))


def demand_somebody() -> None:
    """Refuses to be left without anybody who can let people in ("last-administrator")."""
    active = Person.objects.filter(is_active=True).select_related("role")
    if not any(person.may("people") and person.may("roles") for person in active):
        raise Refused("last-administrator")
