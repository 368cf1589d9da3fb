"""All that a judgement of a ticket's record reads."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from .history import Event
from .lifecycle import state_of


class Stop(NamedTuple):
    """A clock that a pause stopped: working seconds left then, and when it would have been due."""

    clock: str
    left: int
    due: int


class Judged(NamedTuple):
    """A promised clock as it stands."""

    clock: str
    due: int | None
    end: int | None
    broken_at: int | None


@dataclass(frozen=True)
class Account:
    """All a judgement reads. `told`: (place, event) as they stand, in order; `stops` by the place of the pause.

    `idle_from`: when doubt.IDLE working days have passed since the last entry; `lacks`: required fields without value.
    """

    told: Sequence[tuple[int, Event]]
    now: int
    idle_from: int
    clocks: Sequence[Judged] = ()
    stops: Mapping[int, Sequence[Stop]] = field(default_factory=dict)
    lacks: Sequence[str] = ()

    @property
    def events(self) -> list[Event]:
        return [event for _, event in self.told]

    @property
    def state(self) -> str:
        return state_of(self.events)
