"""Links that let a person choose a password: once, within a day."""

import secrets
from datetime import datetime, timedelta
from hashlib import sha256

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F

from jishi.core.refused import Refused

from .access import write
from .models import Invitation, Person
from .people import demand_within

VALID = timedelta(hours=24)


@transaction.atomic
def invite(person: Person, by: Person, now: datetime) -> str:
    """The token of a new link; earlier ones of the same person are void. Refused: "beyond-own-rights"."""
    demand_within(by, person.role)
    token = secrets.token_urlsafe(32)
    Invitation.objects.filter(person=person, used_at=None).delete()
    Invitation.objects.create(person=person, digest=_digest(token), made_by=by, expires_at=now + VALID)
    write(by, "invited", "person", person.number)
    return token


def found(token: str, now: datetime) -> Invitation | None:
    """The invitation of a token that was not used and is not over."""
    return _open(now).filter(digest=_digest(token)).first() if token.strip() else None


def still_open(pk: object, now: datetime) -> Invitation | None:
    return _open(now).filter(pk=pk).first()


def accept(invitation: Invitation, password: str, now: datetime) -> Person:
    """The password is set, the link is spent, older sessions end. Refused: "weak-password", "link-spent"."""
    person = invitation.person
    demand_strong(password, person)
    with transaction.atomic():
        if not _open(now).filter(pk=invitation.pk).update(used_at=now):
            raise Refused("link-spent")
        person.set_password(password)
        Person.objects.filter(pk=person.pk).update(password=person.password, stamp=F("stamp") + 1)
        write(person, "joined", "person", person.number)
    person.refresh_from_db()
    return person


def demand_strong(password: str, person: Person) -> None:
    """Refuses a password others would guess ("weak-password")."""
    try:
        validate_password(password, person)
    except ValidationError as weak:
        raise Refused("weak-password") from weak


def _open(now: datetime):
    waiting = Invitation.objects.filter(used_at=None, expires_at__gt=now, person__is_active=True)
    return waiting.select_related("person__role")


def _digest(token: str) -> str:
    return sha256(token.encode()).hexdigest()
