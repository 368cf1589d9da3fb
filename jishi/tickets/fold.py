"""What a journal says of its ticket: the columns of the row, folded from the events as they stand."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime

from jishi.core.history import Event
from jishi.core.lifecycle import LIVE, asked, follow, state_of
from jishi.core.zones import moment

THINGS = ["customer", "contact", "site", "product", "device", "contract", "service_type", "category", "subcategory"]
PLACES = ["department", "team", "pool", "owner", "point", "supplier"]
LINKS = frozenset([*THINGS, *PLACES])
CODES = frozenset(["priority", "channel", "zone"])
COLUMNS = LINKS | CODES

# Which facts of an event speak of the ticket; `changed` names its field.
SAYS: dict[str, frozenset[str]] = {
    "received": COLUMNS,
    "assigned": frozenset(PLACES),
    "transferred": frozenset(PLACES),
    "dispatched": frozenset(["owner", "supplier", "point"]),
    "escalated": frozenset(["pool"]),
    "accepted": frozenset(["owner"]),
    "returned": frozenset(["owner", "pool"]),
    "reprioritised": frozenset(["priority"]),
}


def fold(told: Sequence[Event]) -> dict[str, object]:
    """Column -> value, for events in the order they stand. Links as ids, moments aware; no free text."""
    said = spoken(told)
    columns = {f"{name}_id": said.get(name) or None for name in LINKS} | {name: said.get(name) or "" for name in CODES}
    counts = Counter(event.kind for event in told)
    return (
        columns
        | _times(told)
        | {
            "doubtful": any(not fits for _, _, fits in follow(told)),
            "chases": counts["chased"],
            "reopens": counts["reopened"],
            "transfers": counts["transferred"],
        }
    )


def spoken(told: Sequence[Event]) -> dict[str, object]:
    """The latest word of the events on each field."""
    said: dict[str, object] = {}
    for event in told:
        said.update(says(event))
    return said


def says(event: Event) -> Mapping[str, object]:
    """What one event says of the ticket's fields."""
    if event.kind == "changed":
        field = str(event.facts["field"])
        return {field: event.facts["to"]} if field in COLUMNS and "to" in event.facts else {}
    names = SAYS.get(event.kind)
    return {name: value for name, value in event.facts.items() if name in names} if names else {}


def _times(told: Sequence[Event]) -> dict[str, object]:
    status = state_of(told)
    last = {event.kind: event.at for event in told}
    wish = asked(told)
    received = moment(next((event.at for event in told if event.kind == "received"), told[0].at))
    return {
        "status": status,
        "received_at": received,
        "open_since": received if status in LIVE else None,
        "resolved_at": _moment(last.get("resolved") if status in ("resolved", "closed") else None),
        "closed_at": _moment(last.get("closed") if status == "closed" else None),
        "last_at": moment(told[-1].at),
        "agreed_at": _moment(_agreed(told)),
        "asked_at": _moment(wish.at if wish else None),
    }


def _agreed(told: Sequence[Event]) -> int | None:
    """The time last agreed with the customer for the visit, epoch seconds."""
    for event in reversed(told):
        if event.kind in ("visit_agreed", "rescheduled", "received") and event.facts.get("agreed") is not None:
            return int(str(event.facts["agreed"]))
    return None


def _moment(at: int | None) -> datetime | None:
    return None if at is None else moment(at)
