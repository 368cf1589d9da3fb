"""The two fact tables: tickets, and the clocks of tickets. Spans in seconds, moments in UTC epoch seconds."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from jishi.core.definition import STANDARD, Definition
from jishi.core.history import Ticket
from jishi.core.replay import NEVER

from . import asof
from .clocks import clock_table, moments
from .dimensions import calendar_columns, dimensions
from .log import Bools, Log, log
from .outcomes import outcomes, status
from .promises import Terms


@dataclass(frozen=True)
class Facts:
    """`tickets`: one row each, row i about `source[i]`. `clocks`: one row per ticket and clock, with its dimensions.

    `seen` holds the events up to `as_of`, `whole` also what the file places in the future.
    """

    tickets: pa.Table
    clocks: pa.Table
    dimensions: tuple[str, ...]
    zone: str
    as_of: int
    source: Sequence[Ticket]
    seen: Log
    whole: Log

    @property
    def clock_names(self) -> list[str]:
        return self.clocks["clock"].unique().to_pylist()

    def clock(self, name: str) -> pa.Table:
        """The rows of one clock."""
        return self.clocks.filter(pc.equal(self.clocks["clock"].cast(pa.string()), name))


def tables(
    tickets: Sequence[Ticket],
    definitions: Iterable[Definition] = tuple(STANDARD.values()),
    terms: Terms | None = None,
    zone: str = "Asia/Shanghai",
    as_of: int | None = None,
    now: int | None = None,
) -> Facts:
    """The facts as of `as_of` (epoch seconds); by default the last moment told of that is not after `now`.

    Only a policy says which waiting stops a clock: without one all of it counts.
    """
    terms, whole = terms or Terms(), log(tickets)
    if terms.policy is None:
        definitions = [replace(definition, pauses=False) for definition in definitions]
    if as_of is None:
        as_of = asof.last_moment(whole, now if now is not None else int(whole.at.max(initial=0)))
    else:
        tickets = asof.as_known(tickets, whole, as_of)
        whole = log(tickets)
    seen = _cancelled(tickets, whole.until(as_of))
    over = _over(tickets, seen)
    received = seen.first("received")
    divided = dimensions(tickets) | calendar_columns(received, zone)
    columns = {
        "id": pa.array([ticket.id for ticket in tickets], pa.string()),
        "row": pa.array([ticket.row for ticket in tickets], pa.int64()),
        "received": moments(received),
    }
    told = outcomes(tickets, seen, received, over[0], as_of)
    clocks = clock_table(tickets, seen, over, definitions, terms, zone, as_of)
    for name, column in (divided | {"row": columns["row"]}).items():
        clocks = clocks.append_column(name, column.take(clocks["ticket"].combine_chunks()))
    return Facts(pa.table(columns | divided | told), clocks, tuple(divided), zone, as_of, tickets, seen, whole)


def _cancelled(tickets: Sequence[Ticket], seen: Log) -> Log:
    """What a cancelled ticket has as its end is when it was cancelled, unless that was told too."""
    mute = status(tickets, "cancelled") & (seen.count("cancelled", "merged") == 0)
    return seen.renamed(mute, ("resolved", "closed"), "cancelled")


def _over(tickets: Sequence[Ticket], seen: Log) -> tuple[Bools, Bools]:
    """Whether each ticket is over (resolved, closed, cancelled), and whether closed: by its status, else its events."""
    again = seen.last("reopened")
    ends, closes = seen.last("resolved", "closed", "cancelled", "merged"), seen.last("closed")
    known = np.array([bool(ticket.fields.get("status")) for ticket in tickets], bool)
    closed = np.where(known, status(tickets, "closed"), (closes != NEVER) & (closes >= again))
    by_status = status(tickets, "resolved") | status(tickets, "cancelled") | closed
    return np.where(known, by_status, (ends != NEVER) & (ends >= again)), closed
