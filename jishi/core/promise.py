"""Which promise holds for which ticket, and why not the others.

A policy is dated versions, a version an explicit order of rules. The version in force when a ticket was received
holds for it for ever; the rule follows its current priority (C22).
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from .clock import Promise
from .refused import Refused
from .zones import seconds

NO_PROMISE = Promise()


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of the matrix: for this clock, when all the named fields have one of these values.

    `target` is working time in the named `calendar`; `window` working days instead (call-backs); neither: no target.
    """

    clock: str
    target: timedelta | None = None
    calendar: str = "always"
    when: Mapping[str, frozenset[str]] = field(default_factory=dict)
    warn: float = 0.75
    window: tuple[int, int] | None = None
    name: str = ""

    def unmatched(self, ticket: Mapping[str, object]) -> tuple[str, ...]:
        """The fields whose value on the ticket is not one of the rule's."""
        return tuple(name for name, values in self.when.items() if ticket.get(name) not in values)

    def promise(self, since: datetime | None = None) -> Promise:
        return Promise(target=self.target, window=self.window, warn=self.warn, since=since, name=self.name)


@dataclass(frozen=True, slots=True)
class Version:
    """Rules in their order, in force from `effective` until the next version's."""

    effective: datetime
    rules: tuple[Rule, ...]
    name: str = ""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a rule was taken or passed over. `code`: taken, other-clock, unmatched, later (an earlier rule was taken)."""

    rule: Rule
    code: str
    fields: tuple[str, ...] = ()


class Policy:
    """Dated versions. Refuses two that take effect at the same moment ("same-effective")."""

    def __init__(self, versions: Sequence[Version]) -> None:
        self.versions = sorted(versions, key=lambda version: seconds(version.effective))
        self._since = [seconds(version.effective) for version in self.versions]
        if len(set(self._since)) < len(self._since):
            raise Refused("same-effective", value=[version.effective.isoformat() for version in self.versions])

    def in_force(self, at: datetime) -> Version | None:
        """The version that held at `at`; None before the first: then nothing was promised."""
        i = bisect_right(self._since, seconds(at))
        return self.versions[i - 1] if i else None


def choose(
    policy: Policy, clock: str, ticket: Mapping[str, object], received: datetime
) -> tuple[Rule | None, list[Reason]]:
    """The first rule of the version in force at `received` that matches, and what became of every rule."""
    version = policy.in_force(received)
    taken: Rule | None = None
    reasons: list[Reason] = []
    for rule in version.rules if version else ():
        reasons.append(_judge(rule, clock, ticket, taken is not None))
        if reasons[-1].code == "taken":
            taken = rule
    return taken, reasons


def _judge(rule: Rule, clock: str, ticket: Mapping[str, object], decided: bool) -> Reason:
    if rule.clock != clock:
        return Reason(rule, "other-clock")
    if unmatched := rule.unmatched(ticket):
        return Reason(rule, "unmatched", unmatched)
    return Reason(rule, "later" if decided else "taken")
