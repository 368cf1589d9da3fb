"""Which promise each clock of each ticket is held to: a moment in the file, else a rule of the policy, else none."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from jishi.core.calendar import Calendar
from jishi.core.history import Ticket
from jishi.core.promise import Policy, Rule, choose
from jishi.core.replay import NEVER, Promises
from jishi.core.zones import local_date, moment, seconds

from .log import Ints

DUE = {"contact": "due_contact", "arrival": "due_arrival", "resolution": "due_resolution"}
FAR = 50 * 366 * 86_400  # a due moment further off than this is a slip of the pen; it is as far as we look


@dataclass(frozen=True)
class Terms:
    """What a file was read under: a policy and its calendars by name, both may be empty.

    `label_clock`: the clock that the file's own met/missed column speaks of.
    """

    policy: Policy | None = None
    calendars: Mapping[str, Calendar] = field(default_factory=dict)
    label_clock: str = "resolution"


@dataclass(frozen=True)
class Held:
    """For n tickets x c clocks: what `replay.read_many` wants, and where each promise came from."""

    promises: Promises
    calendars: list[Calendar]
    names: list[str]
    source: np.ndarray  # n x c: "target", "policy" or ""


def due_moments(tickets: Sequence[Ticket], clock: str, as_of: int) -> Ints:
    """The absolute due moments of the file, NEVER where there is none."""
    name = DUE.get(clock, f"due_{clock}")
    dues = [ticket.fields.get(name) for ticket in tickets]
    return np.array([NEVER if due is None else min(int(due), as_of + FAR) for due in dues], np.int64)


def hold(tickets: Sequence[Ticket], clocks: Sequence[str], starts: Ints, terms: Terms, zone: str, as_of: int) -> Held:
    """The promise in force for each ticket and clock. `starts`: n x c moments at which the clocks started."""
    calendars = {"always": Calendar.always(zone), **terms.calendars}
    names = list(calendars)
    shape = (len(tickets), len(clocks))
    target, until, opens = (np.full(shape, NEVER, np.int64) for _ in range(3))
    calendar, source = np.zeros(shape, np.int32), np.full(shape, "", "U6")
    rules = Rules(terms.policy) if terms.policy else None
    for j, clock in enumerate(clocks):
        until[:, j] = due_moments(tickets, clock, as_of)
        source[until[:, j] != NEVER, j] = "target"
        for i in np.flatnonzero(until[:, j] == NEVER) if rules else ():
            rule = rules.choose(clock, tickets[i])
            if rule and (rule.target or rule.window):
                source[i, j], calendar[i, j] = "policy", names.index(rule.calendar)
                target[i, j], until[i, j], opens[i, j] = _terms(rule, calendars[rule.calendar], int(starts[i, j]))
    rows = np.arange(shape[0] * shape[1] + 1, dtype=np.int64)
    flat = (table.ravel() for table in (target, until, opens))
    since, warn = np.full(len(rows) - 1, NEVER, np.int64), np.full(len(rows) - 1, 0.75)
    return Held(Promises(rows, since, *flat, warn, calendar.ravel()), list(calendars.values()), names, source)


def _terms(rule: Rule, calendar: Calendar, start: int) -> tuple[int, int, int]:
    """Quota, agreed moment and earliest moment of a rule for a clock that started then."""
    if rule.window is None:
        return int(rule.target.total_seconds()), NEVER, NEVER
    if start == NEVER:
        return NEVER, NEVER, NEVER
    day = local_date(calendar.zone, start)
    first, last = rule.window
    return NEVER, seconds(calendar.closing(day, last)), seconds(calendar.opening(day, first))


class Rules:
    """The policy's choice, remembered for tickets that are alike in all that its rules ask."""

    def __init__(self, policy: Policy) -> None:
        self.policy = policy
        self.asked = sorted({name for version in policy.versions for rule in version.rules for name in rule.when})
        self.known: dict[tuple, Rule | None] = {}

    def choose(self, clock: str, ticket: Ticket) -> Rule | None:
        received = next((event.at for event in ticket.events if event.kind == "received"), None)
        if received is None:
            return None
        version = self.policy.in_force(moment(received))
        key = (clock, id(version), *(ticket.fields.get(name) for name in self.asked))
        if key not in self.known:
            self.known[key] = choose(self.policy, clock, ticket.fields, moment(received))[0]
        return self.known[key]
