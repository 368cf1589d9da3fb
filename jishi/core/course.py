"""The course of a clock: when it ran, when it stood still and why, without any calendar yet."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from .zones import seconds

ROLES = ("start", "end", "pause", "resume", "reopen", "cancel", "reset", "again")

# (state, role) -> state. What is not here changes nothing: a second start, a pause of a clock that ended.
MOVES = {
    ("waiting", "start"): "running",
    ("running", "pause"): "paused",
    ("paused", "resume"): "running",
    ("running", "end"): "ended",
    ("paused", "end"): "ended",
    ("running", "cancel"): "cancelled",
    ("paused", "cancel"): "cancelled",
    ("ended", "reopen"): "running",
    ("cancelled", "reopen"): "running",
    ("running", "reset"): "waiting",
    ("paused", "reset"): "waiting",
    ("ended", "reset"): "waiting",
    ("waiting", "again"): "running",
    ("ended", "again"): "running",
    ("cancelled", "again"): "running",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """What an event means to one clock. Marks are given in order of `at`."""

    role: str
    at: datetime
    reason: str = ""


class Part(NamedTuple):
    """The clock stood in `state` over [since, until), epoch seconds."""

    since: int
    until: int
    state: str  # running, paused, ended (until reopened), cancelled (until reopened)
    reason: str = ""


class Course(NamedTuple):
    state: str  # waiting, running, paused, ended, cancelled
    parts: tuple[Part, ...]
    cycle: int

    @property
    def start(self) -> int | None:
        return self.parts[0].since if self.parts else None

    @property
    def end(self) -> int | None:
        return self.parts[-1].until if self.state == "ended" else None

    def running(self) -> list[Part]:
        return [part for part in self.parts if part.state == "running"]

    def stop(self, now: int) -> int:
        """Up to when it was judged: its end, else the moment of asking."""
        return self.parts[-1].until if self.parts and self.state in ("ended", "cancelled") else now


def run(marks: Sequence[Mark], now: int) -> Course:
    """Follow the marks up to and with `now`."""
    state, since, reason, cycle = "waiting", 0, "", 0
    parts: list[Part] = []
    for mark in marks:
        at = seconds(mark.at)
        after = MOVES.get((state, mark.role))
        if at > now or after is None:
            continue
        if state != "waiting":
            parts.append(Part(since, at, state, reason))
        if mark.role in ("reopen", "reset") or (mark.role == "again" and state != "waiting"):
            cycle += 1
        if after == "waiting" or mark.role == "again":
            parts.clear()
        state, since, reason = after, at, mark.reason
    if state in ("running", "paused"):
        parts.append(Part(since, now, state, reason))
    return Course(state, tuple(parts), cycle)
