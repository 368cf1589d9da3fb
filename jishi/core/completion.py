"""What has to be known before a service counts as done (D14)."""

from collections.abc import Collection, Sequence

from .history import Event

DEMANDS = ("fault", "diagnosis", "measure", "result")


def missing(demands: Collection[str], told: Collection[str]) -> list[str]:
    """What is demanded and nobody told, in order."""
    return [demand for demand in DEMANDS if demand in demands and demand not in told]


def this_time(events: Sequence[Event]) -> list[Event]:
    """What happened since the ticket was last reopened: an old diagnosis did not hold."""
    last = max((place for place, event in enumerate(events) if event.kind == "reopened"), default=-1)
    return [*events[last + 1 :]]


def fault_of(events: Sequence[Event]) -> str:
    """The fault code last diagnosed; "" for none."""
    found = (event.facts.get("fault") or event.facts.get("code") for event in reversed(events))
    return next((str(code) for code in found if code), "")
