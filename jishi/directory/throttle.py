"""So many tries, then a wait: counted in the database, so that parallel tries count too."""

from datetime import datetime, timedelta
from hashlib import sha256

from django.db import transaction
from django.db.models import F

from jishi.core.refused import Refused

from .models import Throttle

WAIT = timedelta(minutes=15)


def claim(kind: str, name: str, most: int, now: datetime) -> str:
    """One try, counted before it is made; answers with the key to `forgive`. Refuses the one after `most`.

    Names are kept as digests only. Refused: "too-many-tries", with the minutes to wait.
    """
    key = key_of(kind, name)
    with transaction.atomic():
        Throttle.objects.filter(key=key, until__lte=now).delete()
        Throttle.objects.bulk_create([Throttle(key=key, until=now + WAIT)], ignore_conflicts=True)
        counted = Throttle.objects.filter(key=key, count__lt=most).update(count=F("count") + 1)
    if not counted:
        raise Refused("too-many-tries", minutes=int(WAIT.total_seconds() // 60))
    return key


def key_of(kind: str, name: str) -> str:
    return sha256(f"{kind}\0{name}".encode()).hexdigest()


def begins(key: str, most: int) -> bool:
    """Whether this refusal is the first since the count is full: it alone is worth writing down."""
    return bool(Throttle.objects.filter(key=key, count=most).update(count=F("count") + 1))


def forgive(key: str) -> None:
    """Nothing was tried in vain."""
    Throttle.objects.filter(key=key).delete()


def give_back(key: str) -> None:
    """This one try was not in vain; the others stay counted."""
    Throttle.objects.filter(key=key, count__gt=0).update(count=F("count") - 1)


def forget(now: datetime) -> int:
    """Delete what is over; how many."""
    return Throttle.objects.filter(until__lte=now).delete()[0]
