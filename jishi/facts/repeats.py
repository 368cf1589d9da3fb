"""Repeat contact (D5): the same customer, the same product, the same sub-category, within 7 x 24 h of the first."""

from collections.abc import Hashable, Sequence
from itertools import groupby

import numpy as np

from jishi.core.history import Ticket
from jishi.core.replay import NEVER

from .log import Bools, Ints

WINDOW = 7 * 86_400
STARS = ("*", "＊")


def problem(ticket: Ticket) -> Hashable | None:
    """Who called about what; None where that cannot be known: no customer, or a masked name that many share."""
    fields = ticket.fields
    caller = fields.get("customer")
    if not caller or any(star in str(caller) for star in STARS):
        caller = fields.get("contact") or fields.get("serial")
    if not caller or (any(star in str(caller) for star in STARS) and not fields.get("serial")):
        return None
    thing = fields.get("serial") or fields.get("product") or ""
    return (str(caller), str(thing), str(fields.get("subcategory") or fields.get("category") or ""))


def repeats(tickets: Sequence[Ticket], received: Ints, counted: Bools, as_of: int) -> tuple[Bools, Bools, Bools]:
    """For each ticket: whether it opens an episode whose 7 days are over, whether that was repeated, whether it knows.

    The window is fixed to the first contact: what comes later than 7 x 24 h after it opens the next episode.
    """
    keys = [problem(ticket) for ticket in tickets]
    known = np.array([key is not None for key in keys], bool) & counted & (received != NEVER)
    order = sorted(np.flatnonzero(known), key=lambda i: (keys[i], received[i], i))
    opens, repeated = np.zeros(len(tickets), bool), np.zeros(len(tickets), bool)
    for _, contacts in groupby(order, key=lambda i: keys[i]):
        first = -1
        for i in contacts:
            if first < 0 or received[i] > received[first] + WINDOW:
                first = i
                opens[i] = received[i] + WINDOW <= as_of
            else:
                repeated[first] = True
    return opens, repeated & opens, known
