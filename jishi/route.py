"""What follows from what: kind of event -> reactions, in order. The one place where stations are wired together.

These run inside the transaction of the event and may undo it; everything else is a job for later.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from jishi.assigning.answering import call_for, settle
from jishi.clocks.breaches import demand_reasons
from jishi.clocks.winding import wind_many
from jishi.core.lifecycle import KINDS
from jishi.tickets.dirty import mark_dirty
from jishi.tickets.granting import lapse, put_right
from jishi.tickets.journal import Tale, recorded
from jishi.tickets.search import hear, index
from jishi.watch.doubting import mark_unread
from jishi.watch.telling import (
    tell_answered,
    tell_approvers,
    tell_chased,
    tell_first_line,
    tell_mentioned,
    tell_owner,
    tell_pause_answered,
    tell_pause_asked,
    tell_second_line,
)

Reaction = Callable[[list[Tale], datetime], None]
SETTLING = ("accepted", "resolved")


# When anything happens, wind the clocks, mark the facts, make its words findable; when a request says something, too;
# when a ticket is closed, its broken promises want reasons; when somebody has it or nobody is needed, that answers
# its offers, and when nobody has it, somebody is sought; when the customer asks where we are, whoever has it is told;
# so is whoever is named, or was given it, the line it was handed to, and who had handed it over when it comes back.
# What is asked for, a pause or goodwill, finds those who may agree, its answer who asked; when the ticket is over,
# nobody waits for goodwill, and what a correction voids was not granted. Whatever happens, its record is to be read
# anew.
WHEN: dict[str, list[Reaction]] = {kind: [wind_many, mark_dirty, hear] for kind in KINDS} | {
    "received": [wind_many, index, mark_dirty, call_for],
    "changed": [wind_many, index, mark_dirty],
    "reopened": [wind_many, mark_dirty, hear, call_for, tell_owner],
    "closed": [wind_many, demand_reasons, mark_dirty, hear, lapse],
    **{kind: [wind_many, mark_dirty, hear, settle, lapse] for kind in ("cancelled", "merged")},
    "corrected": [wind_many, mark_dirty, hear, put_right],
    "grant_asked": [wind_many, mark_dirty, hear, tell_approvers],
    **{kind: [wind_many, mark_dirty, hear, tell_answered] for kind in ("granted", "grant_declined")},
    "chased": [wind_many, mark_dirty, hear, tell_chased],
    "noted": [mark_dirty, hear, tell_mentioned],
    **{kind: [wind_many, mark_dirty, hear, settle] for kind in SETTLING},
    "assigned": [wind_many, mark_dirty, hear, settle, tell_owner],
    "transferred": [wind_many, mark_dirty, hear, settle, call_for],
    "escalated": [wind_many, mark_dirty, hear, settle, call_for, tell_second_line],
    "returned": [wind_many, mark_dirty, hear, settle, call_for, tell_first_line],
    "pause_asked": [wind_many, mark_dirty, hear, tell_pause_asked],
    **{kind: [wind_many, mark_dirty, hear, tell_pause_answered] for kind in ("paused", "pause_declined")},
}


def react(tales: list[Tale], now: datetime, **_: Any) -> None:
    """Each reaction once, with the tickets whose new events call for it."""
    due: dict[Reaction, dict[int, Tale]] = {}
    for tale in tales:
        for event in tale.entries[-tale.new :]:
            for reaction in (*WHEN[event.kind], mark_unread):
                due.setdefault(reaction, {})[id(tale)] = tale
    for reaction, concerned in due.items():
        reaction(list(concerned.values()), now)


def open_route() -> None:
    """Listen to the journal; the only listener it has."""
    recorded.connect(react, dispatch_uid="route")
