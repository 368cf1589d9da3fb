"""The small mistakes of a sheet kept by hand, planted in known numbers."""

from collections.abc import Sequence
from dataclasses import dataclass

from jishi.core.history import Ticket

from .luck import Luck
from .organisation import Company

COUNTS = {"reversed_contact": 6, "reversed_resolution": 11, "end_missing": 23, "duplicate": 9, "future": 3}
WRITTEN_OUT = 0.02  # share of rows whose moments were typed as text: 2026年9月3日 9:05


@dataclass(frozen=True, slots=True)
class Blemishes:
    """Ticket ids by kind of mistake; disjoint."""

    reversed_contact: frozenset[str]
    reversed_resolution: frozenset[str]
    end_missing: frozenset[str]
    duplicate: frozenset[str]
    future: frozenset[str]
    written_out: frozenset[str]
    rounders: frozenset[str]  # staff numbers of those who type moments to the nearest five minutes


def blemishes(company: Company, history: Sequence[Ticket]) -> Blemishes:
    luck = Luck(company.seed, 3)
    finished = [ticket.id for ticket in history if _is_plain(ticket)]
    order = luck.numbers.permutation(len(finished)).tolist()
    drawn = iter([finished[n] for n in order])
    kinds = {kind: frozenset(next(drawn) for _ in range(count)) for kind, count in COUNTS.items()}
    written = frozenset(next(drawn) for _ in range(int(len(history) * WRITTEN_OUT)))
    rounders = frozenset(person.number for person in company.people if person.rounds)
    return Blemishes(**kinds, written_out=written, rounders=rounders)


def _is_plain(ticket: Ticket) -> bool:
    """Closed, and with a long enough course that a mistake shows."""
    kinds = {event.kind: event.at for event in ticket.events}
    long = kinds.get("contacted", 0) - kinds["received"] > 600
    return ticket.fields["status"] == "closed" and ticket.fields["reopens"] == 0 and long


def mistyped(moments: dict[str, int], ticket: Ticket, found: Blemishes, now: int) -> dict[str, int]:
    """The moments of one row as they were typed."""
    typed = dict(moments)
    received = moments["受理时间"]
    if ticket.id in found.reversed_contact:
        typed["首次联系时间"] = received - (moments["首次联系时间"] - received) - 3600
    if ticket.id in found.reversed_resolution:
        typed["解决时间"] = received - 86_400  # the day before, a slip of one digit
    if ticket.id in found.end_missing:
        typed.pop("解决时间")
    if ticket.id in found.future:
        typed["关闭时间"] = now + 365 * 86_400  # next year's figure already
    return typed
