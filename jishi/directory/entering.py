"""Coming in by number and password: every try is counted before the password is looked at."""

from datetime import datetime

from django.contrib.auth import authenticate
from django.contrib.auth.hashers import check_password
from django.db import transaction
from django.db.models import F

from jishi.core.refused import Refused

from . import factor, throttle
from .access import write
from .inviting import demand_strong
from .models import Person

PER_ACCOUNT, PER_ADDRESS = 5, 30  # wrong tries within throttle.WAIT


def recognise(number: str, password: str, address: str, now: datetime) -> Person | None:
    """Whose number and password these are. The same work for numbers that exist and that do not.

    Refused: "too-many-tries".
    """
    key = _claim("number", number.casefold(), PER_ACCOUNT, number, address, now)
    from_here = _claim("address", address, PER_ADDRESS, number, address, now)
    person = authenticate(username=number, password=password)
    if not isinstance(person, Person):
        write(None, "mistaken", "person", _existing(number), address)
        return None
    throttle.forgive(key)
    throttle.give_back(from_here)
    return person


def confirm(person: Person, code: str, address: str, now: datetime) -> bool:
    """Whether `code` is the second factor's. Refused: "too-many-tries"."""
    key = _claim("factor", str(person.pk), PER_ACCOUNT, person.number, address, now)
    if factor.check(person, code, now):
        throttle.forgive(key)
        return True
    write(None, "mistaken", "person", person.number, address)
    return False


def demand_own(person: Person, password: str, now: datetime) -> None:
    """Refuses whoever sits at somebody else's desk ("wrong-password", "too-many-tries")."""
    key = throttle.claim("own", str(person.pk), PER_ACCOUNT, now)
    if not check_password(password, person.password):
        raise Refused("wrong-password")
    throttle.forgive(key)


@transaction.atomic
def change_password(person: Person, password: str) -> None:
    """All other sessions end. Refused: "weak-password"."""
    demand_strong(password, person)
    person.set_password(password)
    person.save(update_fields=["password"])
    write(person, "password-set", "person", person.number)


@transaction.atomic
def end_sessions(person: Person) -> None:
    """All of them: whoever asks takes up the new stamp."""
    Person.objects.filter(pk=person.pk).update(stamp=F("stamp") + 1)
    person.refresh_from_db(fields=["stamp"])
    write(person, "sessions-ended", "person", person.number)


def _claim(kind: str, name: str, most: int, number: str, address: str, now: datetime) -> str:
    try:
        return throttle.claim(kind, name, most, now)
    except Refused:
        if throttle.begins(throttle.key_of(kind, name), most):
            write(None, "held-off", "person", _existing(number), address)
        raise


def _existing(number: str) -> str:
    """The number if it is somebody's: a password typed into the wrong field must not be kept."""
    return number if Person.objects.filter(number=number).exists() else ""
