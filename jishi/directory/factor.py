"""The second factor: a code of six digits that changes every half minute (TOTP, RFC 6238)."""

from datetime import datetime

import pyotp
from django.utils.crypto import constant_time_compare

from jishi.core.refused import Refused

from .access import write
from .models import Person
from .sealing import seal, unseal

ASIDE = 1  # half-minutes a telephone's clock may be wrong, either way


def begin() -> str:
    """A new secret, to be shown once."""
    return pyotp.random_base32()


def address(person: Person, secret: str, company: str) -> str:
    """What the code for the telephone's camera says."""
    return pyotp.TOTP(secret).provisioning_uri(name=person.number, issuer_name=company or "Jishi")


def take_up(person: Person, secret: str, code: str, now: datetime) -> None:
    """From now on log-ins ask for a code. Refuses a code that is not of `secret` ("wrong-code")."""
    step = matching(secret, code, now)
    if step is None:
        raise Refused("wrong-code")
    person.factor, person.factor_step = seal(secret), step
    person.save(update_fields=["factor", "factor_step"])
    write(person, "factor-set", "person", person.number)


def drop(person: Person) -> None:
    """Log-ins ask for no code any more."""
    person.factor = ""
    person.save(update_fields=["factor"])
    write(person, "factor-gone", "person", person.number)


def check(person: Person, code: str, now: datetime) -> bool:
    """Whether `code` is right; each is taken once, by whoever is first."""
    step = matching(unseal(person.factor), code, now)
    if step is None:
        return False
    return bool(Person.objects.filter(pk=person.pk, factor_step__lt=step).update(factor_step=step))


def matching(secret: str, code: str, now: datetime) -> int | None:
    """The half-minute whose code this is."""
    totp, code = pyotp.TOTP(secret), "".join(code.split())
    step = totp.timecode(now)
    steps = range(step - ASIDE, step + ASIDE + 1)
    return next((each for each in steps if constant_time_compare(totp.generate_otp(each), code)), None)
