"""On which tickets a clock runs at all, and when an end that nobody recorded must have passed."""

from collections.abc import Sequence

import numpy as np

from jishi.core.definition import Definition
from jishi.core.history import Ticket

from .log import Bools, Ints, Log
from .promises import DUE

VISIT = ("arrived", "dispatched", "visit_agreed", "left")


def told(definitions: Sequence[Definition], tickets: Sequence[Ticket], log: Log) -> list[Definition]:
    """The clocks of which the source says anything: an end, or a promised moment."""
    once = log.same("closed", "resolved")  # then closing is the resolution under another name
    fields = {name for ticket in tickets for name, value in ticket.fields.items() if value is not None}
    return [
        definition
        for definition in definitions
        if not (once and definition.ends == {"closed"})
        and log.tells(*definition.starts)
        and (log.tells(*definition.ends) or DUE.get(definition.name) in fields)
    ]


def rows(definition: Definition, tickets: Sequence[Ticket], log: Log, over: Bools) -> Ints:
    """The tickets this clock runs on: those that have its start or, wrongly, only its end."""
    runs = log.count(*definition.starts, *definition.ends) > 0
    if definition.name == "handover":  # a ticket solved without the second line was never late in handing over
        runs &= log.count("escalated") > 0
    if definition.name == "arrival":
        runs &= _visited(tickets, log, over)
    return np.flatnonzero(runs)


def passed(definition: Definition, closed: Bools, over: Bools) -> Bools:
    """Whether an end that is not recorded must have passed. Nobody need call back because a ticket was closed."""
    if "called_back" in definition.ends:
        return np.zeros(len(over), bool)
    return closed if definition.ends == {"closed"} else over


def _visited(tickets: Sequence[Ticket], log: Log, over: Bools) -> Bools:
    """A visit happened or was promised; or the ticket is open and of a kind that is mostly visited."""
    signs = log.count(*VISIT) > 0
    signs |= np.array([t.fields.get("due_arrival") is not None or t.fields.get("channel") == "onsite" for t in tickets])
    kinds = [t.fields.get("service_type") or t.fields.get("category") or "" for t in tickets]
    names, code = np.unique(np.array(kinds, object).astype(str), return_inverse=True)
    done = np.bincount(code[over], minlength=len(names))
    mostly = 2 * np.bincount(code[over & signs], minlength=len(names)) >= np.maximum(done, 1)
    return signs | (~over & mostly[code])
