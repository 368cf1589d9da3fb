"""The states of a ticket and the moves allowed between them."""

from collections.abc import Iterable, Iterator

from .history import Event
from .refused import Refused

STATES = ("new", "open", "paused", "resolved", "closed", "cancelled", "merged")
LIVE = frozenset({"new", "open", "paused"})
OVER = frozenset({"closed", "cancelled", "merged"})
ANY = frozenset(STATES)
SERVED = frozenset({"resolved", "closed"})

_TALK = "acknowledged queued answered attempted chased"
_PEOPLE = "assigned transferred escalated accepted returned reprioritised"
_VISIT = "visit_agreed rescheduled dispatched arrived left"
_PARTS = "parts_requested parts_arrived parts_returned"
_GOODS = "goods_received inspected exchanged refunded quoted quote_accepted"

# kind -> (states it may happen in, state it leads to; None = the same)
MOVES: dict[str, tuple[frozenset[str], str | None]] = {
    "received": (frozenset({""}), "new"),
    **dict.fromkeys(f"{_TALK} {_PEOPLE} {_VISIT} {_PARTS} {_GOODS} diagnosed".split(), (LIVE, None)),
    "contacted": (LIVE | SERVED, None),
    "started": (LIVE, "open"),
    "paused": (frozenset({"new", "open"}), "paused"),
    **dict.fromkeys(("pause_asked", "pause_declined"), (frozenset({"new", "open"}), None)),
    "explained": (LIVE, None),
    **dict.fromkeys(("linked", "unlinked"), (ANY, None)),
    "resumed": (frozenset({"paused"}), "open"),
    "resolved": (LIVE, "resolved"),
    "confirmed": (frozenset({"resolved"}), None),
    "reopened": (SERVED, "open"),
    "cancelled": (LIVE, "cancelled"),
    "merged": (LIVE, "merged"),
    "closed": (frozenset({"resolved"}), "closed"),
    **dict.fromkeys(("grant_asked", "grant_declined", "granted"), (LIVE | SERVED, None)),
    "called_back": (SERVED, None),
    "rated": (SERVED, None),
    "complained": (ANY, None),
    "noted": (ANY, None),
    "changed": (ANY, None),
    "corrected": (ANY, None),
}
KINDS = tuple(MOVES)

# Work on a new ticket opens it.
_OPENING = frozenset(["contacted", "arrived", "diagnosed", "accepted", "inspected"])
# What is asked for -> after what nobody waits any more for an answer.
WISHES = {
    "pause_asked": frozenset(["paused", "pause_declined", "resumed", "started", "resolved", "cancelled", "merged"]),
    "grant_asked": frozenset(["granted", "grant_declined", "closed", "cancelled", "merged"]),
}


def allowed(state: str) -> tuple[str, ...]:
    """The kinds of event that may happen in `state` ("" before anything was received)."""
    return tuple(kind for kind, (states, _) in MOVES.items() if state in states)


def after(state: str, kind: str) -> str:
    """The state after `kind` happened in `state`. Refuses what is not allowed ("no-such-move")."""
    if kind not in MOVES or state not in MOVES[kind][0]:
        raise Refused("no-such-move", state=state, kind=kind)
    if state == "new" and kind in _OPENING:
        return "open"
    return MOVES[kind][1] or state


def state_of(events: Iterable[Event]) -> str:
    """Where these events, in order of `at`, lead; what does not fit is passed over."""
    state = ""
    for event, before, fits in follow(events):
        state = after(before, event.kind) if fits else before
    return state


def asked(events: Iterable[Event]) -> Event | None:
    """The pause or goodwill that was asked for and has no answer yet; events in order of `at`."""
    wish = None
    for event in events:
        if event.kind in WISHES:
            wish = event
        elif wish and event.kind in WISHES[wish.kind]:
            wish = None
    return wish


def misfits(events: Iterable[Event]) -> list[Event]:
    """The events, in order of `at`, that the lifecycle does not allow where they stand: kept, but doubtful (R12)."""
    return [event for event, _, fits in follow(events) if not fits]


def follow(events: Iterable[Event]) -> Iterator[tuple[Event, str, bool]]:
    """Each event with the state before it and whether it fits there."""
    state = ""
    for event in events:
        fits = event.kind in MOVES and state in MOVES[event.kind][0]
        yield event, state, fits
        if fits:
            state = after(state, event.kind)
