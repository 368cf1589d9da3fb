"""What is unfinished or doubtful in the record of one ticket (R12, R13). Found by rule; people judge."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from .account import Account
from .history import Event
from .lifecycle import LIVE, misfits
from .priority import ORDER

LATE = 600  # seconds; told later than this after it happened (R13)
JUST_BEFORE = 900  # working seconds; a pause with less than this left is looked at
AT_ONCE = 60  # seconds; nobody solves anything that soon after a pause
IDLE = 3  # working days without anything told: `Account.idle_from`

# The gravest first.
CODES = (
    "missing-end", "misfit", "back-dated", "downgraded", "pause-before-due", "resolved-after-pause", "never-contacted",
    "never-arrived", "idle", "pause-ran-out", "field-missing", "late-entry",
)  # fmt: skip
SPOKEN = frozenset(["contacted", "answered", "arrived"])
AGREED = frozenset(["visit_agreed", "rescheduled"])


class Doubt(NamedTuple):
    """`place` is the entry it is about, 0 for the ticket as a whole; `at` when it arose."""

    code: str
    place: int
    at: int
    facts: Mapping[str, object] = {}


def doubts(account: Account) -> list[Doubt]:
    """At most one of a code at a place, the gravest first."""
    found = [doubt for rule in RULES for doubt in rule(account)]
    return sorted(
        {(d.code, d.place): d for d in reversed(found)}.values(), key=lambda d: (CODES.index(d.code), d.place)
    )


def again(account: Account) -> int | None:
    """When it will be unfinished too long if nothing more is told."""
    ahead = [at for at in (account.idle_from, _planned(account)) if at is not None and at > account.now]
    return min(ahead) if account.state in LIVE and ahead else None


def _idle(account: Account) -> Iterator[Doubt]:
    """Unfinished, and nobody has told anything for days; a planned pause may last."""
    planned = _planned(account)
    if account.state in LIVE and account.now >= account.idle_from and planned is None:
        yield Doubt("idle", 0, account.idle_from, {"since": account.told[-1][1].at})


def _ran_out(account: Account) -> Iterator[Doubt]:
    planned = _planned(account)
    if planned is not None and planned <= account.now:
        yield Doubt("pause-ran-out", _last(account, {"paused"}), planned)


def _planned(account: Account) -> int | None:
    """When whoever paused it wanted to look again."""
    if account.state != "paused":
        return None
    until = next((event.facts.get("until") for _, event in reversed(account.told) if event.kind == "paused"), None)
    return None if until is None else int(str(until))


def _without_end(account: Account) -> Iterator[Doubt]:
    """Closed, and nobody has said that it was resolved."""
    kinds = [event.kind for _, event in account.told]
    if "closed" in kinds and "resolved" not in kinds:
        place, event = account.told[kinds.index("closed")]
        yield Doubt("missing-end", place, event.recorded_at or event.at)


def _misfits(account: Account) -> Iterator[Doubt]:
    wrong = {id(event) for event in misfits(account.events)}
    for place, event in account.told:
        if id(event) in wrong:
            yield Doubt("misfit", place, event.recorded_at or event.at, {"event": event.kind})


def _unspoken(account: Account) -> Iterator[Doubt]:
    """Served without a word to the customer, or without the visit that was agreed."""
    kinds = {event.kind for _, event in account.told}
    if account.state not in ("resolved", "closed"):
        return
    place = _last(account, {"resolved", "closed"})
    at = next(event.at for spot, event in account.told if spot == place)
    if not kinds & SPOKEN:
        yield Doubt("never-contacted", place, at)
    if kinds & AGREED and "arrived" not in kinds:
        yield Doubt("never-arrived", place, at)


def _late(account: Account) -> Iterator[Doubt]:
    """Told long after it happened; graver when a promise, or the pause that saved it, is kept only on paper."""
    for place, event in account.told:
        told = event.at if event.recorded_at is None else event.recorded_at
        if told - event.at <= LATE or event.kind == "corrected":
            continue
        saved = sorted(_saved(account, place, event, told))
        facts = {"event": event.kind, "late": told - event.at}
        yield (
            Doubt("back-dated", place, told, facts | {"clocks": saved})
            if saved
            else Doubt("late-entry", place, told, facts)
        )


def _saved(account: Account, place: int, event: Event, told: int) -> Iterator[str]:
    """The clocks that were due after the moment given and before we were told."""
    for clock in account.clocks:
        if clock.end == event.at and clock.due is not None and event.at <= clock.due < told:
            yield clock.clock
    for stop in account.stops.get(place, ()):
        if event.at <= stop.due < told and stop.left >= 0:
            yield stop.clock


def _just_before(account: Account) -> Iterator[Doubt]:
    """Paused when hardly anything was left."""
    at = {place: event.at for place, event in account.told}
    for place, stops in account.stops.items():
        near = [stop for stop in stops if 0 <= stop.left <= JUST_BEFORE]
        if near:
            worst = min(near, key=lambda stop: stop.left)
            yield Doubt("pause-before-due", place, at[place], {"clock": worst.clock, "left": worst.left})


def _from_pause(account: Account) -> Iterator[Doubt]:
    """Resolved as soon as it was paused: the pause covered nothing."""
    for (_, before), (place, event) in pairwise(account.told):
        if before.kind == "paused" and event.kind == "resolved" and event.at - before.at <= AT_ONCE:
            yield Doubt("resolved-after-pause", place, event.at, {"after": event.at - before.at})


def _downgraded(account: Account) -> Iterator[Doubt]:
    """Less urgent from now on, after a promise was broken (C22)."""
    broken = [clock for clock in account.clocks if clock.broken_at is not None]
    for place, event in account.told:
        was, now = str(event.facts.get("was", "")), str(event.facts.get("priority", ""))
        if event.kind == "reprioritised" and was in ORDER and now in ORDER and was < now:
            clocks = [clock.clock for clock in broken if (clock.broken_at or 0) <= event.at]
            if clocks:
                yield Doubt("downgraded", place, event.at, {"was": was, "priority": now, "clocks": sorted(clocks)})


def _gaps(account: Account) -> Iterator[Doubt]:
    if account.lacks:
        yield Doubt("field-missing", 0, account.told[0][1].at, {"lacks": list(account.lacks)})


def _last(account: Account, kinds: set[str]) -> int:
    return next(place for place, event in reversed(account.told) if event.kind in kinds)


RULES = (
    _without_end, _misfits, _late, _downgraded, _just_before, _from_pause, _unspoken, _idle, _ran_out, _gaps,
)  # fmt: skip
