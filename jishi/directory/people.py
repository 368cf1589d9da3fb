"""Staff: hired, moved, kept out, let in again. Nobody gives what they do not have, or rules over who has more."""

from django.db import transaction
from django.db.models import F

from jishi.core.refused import Refused

from .models import Person, Role
from .reach import REACHES
from .rights import EVERYTHING, RIGHTS

PLACES = ("department", "team", "point", "supplier")


def hire(number: str, name: str, role: str, password: str | None = None, **place: object) -> Person:
    """A person who can log in with `number` and `password`; without one, cannot log in."""
    person = Person(number=number, name=name, role=Role.objects.get(code=role), **place)
    person.set_password(password)
    person.save()
    return person


def take_on(by: Person, number: str, name: str, role: Role, mail: str = "", **place: object) -> Person:
    """Somebody new, who will be sent a link. Refused: "number-taken", "beyond-own-rights"."""
    demand_within(by, role)
    if Person.objects.filter(number__iexact=number).exists():
        raise Refused("number-taken", number=number)
    person = Person(number=number, name=name, role=role, mail=mail, **place)
    person.set_unusable_password()
    person.save(force_insert=True)
    return person


@transaction.atomic
def move(by: Person, person: Person, role: Role, **place: object) -> None:
    """Another role or place. Refused: "beyond-own-rights", "last-administrator"."""
    demand_within(by, person.role)
    demand_within(by, role)
    person.role = role
    for name, row in place.items():
        setattr(person, name, row)
    person.save(update_fields=["role", *place])
    demand_somebody()


@transaction.atomic
def disable(by: Person, person: Person) -> None:
    """Cannot come in any more; all sessions end. Refused: oneself, those above, the last administrator."""
    demand_within(by, person.role)
    if by.pk == person.pk:
        raise Refused("not-oneself")
    Person.objects.filter(pk=person.pk).update(is_active=False, stamp=F("stamp") + 1)
    demand_somebody()


def enable(by: Person, person: Person) -> None:
    demand_within(by, person.role)
    Person.objects.filter(pk=person.pk).update(is_active=True)


def lock(by: Person, person: Person) -> None:
    """The password and the second factor are forgotten, all sessions end; a link lets the person choose anew."""
    demand_within(by, person.role)
    if by.pk == person.pk:
        raise Refused("not-oneself")
    person.set_unusable_password()
    Person.objects.filter(pk=person.pk).update(password=person.password, factor="", stamp=F("stamp") + 1)


def demand_within(by: Person, role: Role) -> None:
    """Refuses to act on, or to give, a role that may do or see more than one's own ("beyond-own-rights")."""
    own = by.role
    more = set(expanded(role.rights)) - set(expanded(own.rights))
    if more or (own.reach != "all" and (role.reach != own.reach or own.reach not in REACHES)):
        raise Refused("beyond-own-rights", role=role.code)


def expanded(rights: list[str]) -> list[str]:
    """What `*` stands for."""
    return RIGHTS if rights == EVERYTHING or "*" in rights else rights


def demand_somebody() -> None:
    """Refuses to be left without anybody who can let people in ("last-administrator")."""
    active = Person.objects.filter(is_active=True).select_related("role")
    if not any(person.may("people") and person.may("roles") for person in active):
        raise Refused("last-administrator")
