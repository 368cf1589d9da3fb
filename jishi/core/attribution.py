"""Whose time it was: the life of a ticket as spans, each held by one line, team and person (R55)."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from .calendar import Calendar
from .history import Event
from .lifecycle import LIVE, OVER, after, follow

FIRST, POOL, RESTING = "first", "pool", "resting"
LATER = ("second", "third")
_PLACES = ("team", "pool", "owner")  # what events say of where it lies


class Holder(NamedTuple):
    """`line`: first, second or third; pool while nobody of the next line has it; resting from resolved to reopened."""

    line: str
    team: int = 0
    person: int = 0


class Span(NamedTuple):
    """Held over [since, until), epoch seconds."""

    since: int
    until: int
    holder: Holder

    @property
    def length(self) -> int:
        return self.until - self.since


class _Place(NamedTuple):
    """Where a ticket lies. `taken`: somebody of the pool's line has it."""

    team: int = 0
    pool: int = 0
    person: int = 0
    handed: bool = False
    taken: bool = False


def spans(events: Sequence[Event], now: int, lines: Mapping[int, int]) -> list[Span]:
    """From receipt to the end, or to `now`; events in order of `at`. `lines`: the line of each team.

    They tile that time exactly: what does not fit the lifecycle moves nothing, what is past the end counts for nobody.
    """
    told, found = [event for event in events if event.at <= now], []
    handed = any(event.kind == "escalated" for event in told)
    place, since, state = _Place(), told[0].at if told else now, ""
    for event, before, fits in follow(told):
        found.append(Span(since, event.at, _holder(place, before, lines)))
        since, state = event.at, before
        if fits:
            state, place = after(before, event.kind), _moved(place, event, handed)
    if state not in OVER:
        found.append(Span(since, now, _holder(place, state, lines)))
    return [*_joined(_ended(found, state))]


def shares(
    held: Iterable[Span], of: Callable[[Holder], Holder], calendar: Calendar | None = None
) -> dict[Holder, tuple[int, int]]:
    """Seconds on the wall and of working time, by what `of` makes of the holder; in order of first holding."""
    found: dict[Holder, tuple[int, int]] = {}
    for span in held:
        wall, worked = found.get(of(span.holder), (0, 0))
        more = calendar.elapsed_s(span.since, span.until) if calendar else span.length
        found[of(span.holder)] = (wall + span.length, worked + int(more))
    return found


def _moved(place: _Place, event: Event, handed: bool) -> _Place:
    """Where it lies after `event`. A pool told at receipt is where it will be handed, if it ever is."""
    said = {name: _id(event.facts[name]) for name in _PLACES if name in event.facts}
    team, pool, person = (said.get(name, before) for name, before in zip(_PLACES, place[:3], strict=True))
    place = place._replace(team=team, pool=pool, person=person)
    match event.kind:
        case "received":
            return place._replace(handed=bool(place.pool) and not handed)
        case "escalated":
            return place._replace(handed=True, taken=False)
        case "accepted":
            return place._replace(handed=True, taken=True, person=said.get("owner") or _id(event.by))
        case "returned":
            return place._replace(handed=False, taken=False, pool=0)
        case "assigned" | "transferred" if "pool" in said:
            return place._replace(handed=bool(place.pool), taken=bool(said.get("owner")))
    return place


def _holder(place: _Place, state: str, lines: Mapping[int, int]) -> Holder:
    if state not in LIVE:
        return Holder(RESTING)
    if not place.handed:
        return Holder(FIRST, place.team, place.person)
    if not place.taken:
        return Holder(POOL, place.pool)
    return Holder(LATER[min(max(lines.get(place.pool, 2), 2), 3) - 2], place.pool, place.person)


def _ended(found: list[Span], state: str) -> list[Span]:
    """Without the rest at the end: once resolved and not reopened, nobody holds it."""
    while state not in LIVE and found and found[-1].holder.line == RESTING:
        found.pop()
    return found


def _joined(found: Iterable[Span]) -> Iterator[Span]:
    """Neighbours with one holder are one span; what lasted no second is none."""
    last = None
    for span in found:
        if last and last.holder == span.holder:
            last = last._replace(until=span.until)
        elif span.length:
            if last:
                yield last
            last = span
    if last:
        yield last


def _id(said: object) -> int:
    return int(str(said)) if said and str(said).isdecimal() else 0
