"""What follows from what: kind of event -> reactions, in order. The one place where stations are wired together.

These run inside the transaction of the event and may undo it; everything else is a job for later.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from jishi.clocks.breaches import demand_reasons
from jishi.clocks.winding import wind_many
from jishi.core.lifecycle import KINDS
from jishi.tickets.dirty import mark_dirty
from jishi.tickets.journal import Tale, recorded
from jishi.tickets.search import hear, index
from jishi.watch.telling import tell_mentioned

Reaction = Callable[[list[Tale], datetime], None]


# When anything happens, wind the clocks, mark the facts, make its words findable; when a request says something, too;
# when a ticket is closed, its broken promises want reasons.
WHEN: dict[str, list[Reaction]] = {kind: [wind_many, mark_dirty, hear] for kind in KINDS} | {
    "received": [wind_many, index, mark_dirty],
    "changed": [wind_many, index, mark_dirty],
    "closed": [wind_many, demand_reasons, mark_dirty, hear],
    "noted": [mark_dirty, hear, tell_mentioned],
}


def react(tales: list[Tale], now: datetime, **_: Any) -> None:
    """Each reaction once, with the tickets whose new events call for it."""
    due: dict[Reaction, dict[int, Tale]] = {}
    for tale in tales:
        for event in tale.entries[-tale.new :]:
            for reaction in WHEN[event.kind]:
                due.setdefault(reaction, {})[id(tale)] = tale
    for reaction, concerned in due.items():
        reaction(list(concerned.values()), now)


def open_route() -> None:
    """Listen to the journal; the only listener it has."""
    recorded.connect(react, dispatch_uid="route")
