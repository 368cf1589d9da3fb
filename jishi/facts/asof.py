"""The moment as of which a file is judged."""

from collections.abc import Sequence

import numpy as np

from jishi.core.history import Ticket

from .log import Log


def last_moment(log: Log, now: int) -> int:
    """The last thing the file tells of that can have happened by `now`; `now` when it tells of nothing."""
    past = log.at[log.at <= now]
    return int(past.max()) if len(past) else now


def as_known(tickets: Sequence[Ticket], log: Log, as_of: int) -> list[Ticket]:
    """The tickets received by `as_of`, as they stood: a state that came later is not known yet."""
    later = np.bincount(log.ticket[log.at > as_of], minlength=log.n) > 0
    received = np.bincount(log.ticket[log.at <= as_of], minlength=log.n) > 0
    return [_then(ticket, as_of) if later[i] else ticket for i, ticket in enumerate(tickets) if received[i]]


def _then(ticket: Ticket, as_of: int) -> Ticket:
    fields = {name: value for name, value in ticket.fields.items() if name not in ("status", "status_raw", "sla_met")}
    return Ticket(ticket.id, fields, [event for event in ticket.events if event.at <= as_of], ticket.row)
