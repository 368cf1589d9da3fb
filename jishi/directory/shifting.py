"""The kinds of shift, made and changed. What was worked keeps its hours."""

import secrets
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Max

from jishi.core.refused import Refused
from jishi.core.zones import zone_named

from .duty import hours_of
from .models import Shift

KEYS = frozenset("abcdefghijkmnopqrstuvwxyz123456789")  # l is for the duty lead, 0 for a day off


def add(**told: Any) -> Shift:
    """A kind of shift behind all others. Refused: "shift-taken", "bad-value", hours that make no day (core.hours)."""
    last = Shift.objects.aggregate(last=Max("position"))["last"] or 0
    return _kept(Shift(code=f"own-{secrets.token_hex(4)}", position=last + 1, **told))


def amend(shift: Shift, **told: Any) -> Shift:
    """Refused besides: other hours once somebody has a duty in it ("shift-in-use")."""
    was = (shift.hours, shift.zone)
    for name, value in told.items():
        setattr(shift, name, value)
    if was != (shift.hours, shift.zone) and shift.duties.exists():
        raise Refused("shift-in-use")
    return _kept(shift)


def end(shift: Shift, ended: bool) -> None:
    """Nobody is put on it any more; what stands in the roster stays."""
    Shift.objects.filter(pk=shift.pk).update(active=not ended)


def _kept(shift: Shift) -> Shift:
    shift.key = shift.key.lower()
    if shift.key not in KEYS:
        raise Refused("bad-value", field="shift-key", value=shift.key)
    zone_named(shift.zone)
    hours_of(shift)
    try:
        with transaction.atomic():
            shift.save()
    except IntegrityError as taken:
        raise Refused("shift-taken") from taken
    return shift
