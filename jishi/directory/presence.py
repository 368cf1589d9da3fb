"""Somebody says how they are: available, busy, away, off."""

from datetime import datetime

from django.db import transaction

from jishi.core.refused import Refused
from jishi.core.roster import PRESENCES

from .models import Person, Presence


@transaction.atomic
def say(person: Person, word: str, now: datetime) -> None:
    """By the person alone, and kept. Refused: "bad-value", "presence-changed" when they said otherwise meanwhile."""
    if word not in PRESENCES:
        raise Refused("bad-value", field="presence", value=word[:20])
    read = Person.objects.filter(pk=person.pk, presence=person.presence, presence_at=person.presence_at)
    if not read.update(presence=word, presence_at=now):
        raise Refused("presence-changed")
    Presence.objects.create(person=person, at=now, was=person.presence, word=word)
    person.presence, person.presence_at = word, now
