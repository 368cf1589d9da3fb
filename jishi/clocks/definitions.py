"""The clocks of a ticket: the standard ones, and the response a service type defines for itself (R9)."""

from collections.abc import Sequence
from dataclasses import replace

from jishi.core.definition import STANDARD, Definition, clock
from jishi.core.history import Event

# What need not come any more once the ticket is resolved, or closed.
MOOT = dict.fromkeys(["answer", "assignment", "arrival", "handover", "takeover"], frozenset(["resolved"]))
MOOT |= dict.fromkeys(["contact", "approval"], frozenset(["closed"]))
MOOT["handover"] |= {"explained"}  # "escalate or explain" (D4)

DEFINITIONS = {name: replace(each, moot=MOOT.get(name, each.moot)) for name, each in STANDARD.items()}


def definitions(told: Sequence[Event]) -> dict[str, Definition]:
    """The clocks of a ticket of which this was told."""
    for event in told:
        if event.kind == "received" and (own := event.facts.get("response")):
            return DEFINITIONS | {"response": _response(*own)}
    return DEFINITIONS


def _response(starts: str, ends: str) -> Definition:
    again = "reopen" if ends in ("resolved", "closed") else ""
    return clock("response", starts or "received", ends, pauses=bool(again), reopened=again)
