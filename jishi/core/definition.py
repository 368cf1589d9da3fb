"""Which events start, stop and end each clock."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from .course import Mark
from .history import Event
from .zones import moment


@dataclass(frozen=True)
class Definition:
    """A clock by name. `pauses`: a pause that names no clocks stops it; `reopens`: what follows a reopened ticket.

    `reopened` is "reopen" (the same clock runs on), "reset" (it waits for its start again) or "" (nothing).
    `again`: a start after its end is a new round, measured by itself.
    `moot`: events after which its end need no longer come; they cancel it.
    """

    name: str
    starts: frozenset[str]
    ends: frozenset[str]
    pauses: bool = False
    reopened: str = ""
    moot: frozenset[str] = frozenset()
    again: bool = False

    @cached_property
    def roles(self) -> dict[str, str]:
        """Event kind -> role of the mark it makes."""
        roles = dict.fromkeys({"cancelled", "merged"} | self.moot, "cancel")
        if self.reopened:
            roles["reopened"] = self.reopened
        roles |= {"paused": "pause", "resumed": "resume"}
        return roles | dict.fromkeys(self.starts, "again" if self.again else "start") | dict.fromkeys(self.ends, "end")

    def marks(self, events: Iterable[Event]) -> list[Mark]:
        """The marks these events, in order of `at`, make on this clock."""
        return [
            Mark(self.roles[event.kind], moment(event.at), str(event.facts.get("reason", "")))
            for event in events
            if event.kind in self.roles and (event.kind not in ("paused", "resumed") or self._stops(event))
        ]

    def _stops(self, event: Event) -> bool:
        """A pause may name the clocks it stops; a resumption ends whatever pause there is."""
        if event.kind == "resumed":
            return True
        clocks = event.facts.get("clocks")
        return self.name in clocks if isinstance(clocks, list | tuple) else self.pauses


def clock(name: str, start: str, end: str, pauses: bool = False, reopened: str = "") -> Definition:
    return Definition(name, frozenset(start.split()), frozenset(end.split()), pauses, reopened)


STANDARD = {
    definition.name: definition
    for definition in (
        clock("answer", "queued", "answered"),
        clock("contact", "received", "contacted"),
        clock("assignment", "received", "assigned"),
        clock("arrival", "received", "arrived", pauses=True),
        clock("handover", "contacted", "escalated"),
        clock("takeover", "escalated", "accepted"),
        clock("resolution", "received", "resolved", pauses=True, reopened="reopen"),
        clock("closing", "received", "closed", reopened="reopen"),
        clock("callback", "resolved", "called_back", reopened="reset"),
        replace(clock("approval", "grant_asked", "granted grant_declined"), again=True),
    )
}
