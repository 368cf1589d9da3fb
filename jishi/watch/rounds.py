"""Rounds: what is done again and again, by one worker at a time."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import NamedTuple

from .models import Round


class Regular(NamedTuple):
    """`act(now)` every so often."""

    name: str
    every: timedelta
    act: Callable[[datetime], object]


def begin(regular: Regular, now: datetime) -> bool:
    """Whether it is time and we are the one to do it."""
    _, fresh = Round.objects.get_or_create(name=regular.name, defaults={"begun_at": now})
    return fresh or bool(
        Round.objects.filter(name=regular.name, begun_at__lte=now - regular.every).update(begun_at=now)
    )


def due(regulars: Iterable[Regular], now: datetime) -> list[Regular]:
    return [regular for regular in regulars if begin(regular, now)]
