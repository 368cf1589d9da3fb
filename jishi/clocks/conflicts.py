"""What does not go together in a matrix of promises; said before it is published, and most of it only said."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import product
from typing import Any, NamedTuple

from jishi.core.calendar import Calendar
from jishi.core.promise import Rule

MINUTE = timedelta(minutes=1)
# R50: what the first response of a period should reach, whatever the channel (C4). A statistic, not a promise.
AIMS = {"P0": 10 * MINUTE, "P1": 30 * MINUTE, "P2": 120 * MINUTE}
RESPONSES = ("answer", "contact")
PRIORITIES = ("P0", "P1", "P2", "P3")


class Conflict(NamedTuple):
    """`rows`: the places, from 0, of the rows that are meant."""

    code: str  # aim-stricter, urgent-slower, window-reversed, calendar-unknown, coverage-none
    rows: tuple[int, ...]
    facts: Mapping[str, Any]


def conflicts(rules: Sequence[Rule], calendars: Mapping[str, Calendar]) -> list[Conflict]:
    """`calendars`: those in force, by code."""
    return [*windows(rules), *_slower(rules), *_calendars(rules, calendars), *_aims(rules)]


def windows(rules: Sequence[Rule]) -> list[Conflict]:
    """Call-back windows that end before they begin."""
    return [
        Conflict("window-reversed", (place,), {"first": rule.window[0], "last": rule.window[1]})
        for place, rule in enumerate(rules)
        if rule.window and rule.window[0] > rule.window[1]
    ]


def _slower(rules: Sequence[Rule]) -> Iterator[Conflict]:
    """A more urgent priority that is promised more time than a less urgent one, all else alike."""
    for (i, urgent), (j, later) in product(enumerate(rules), repeat=2):
        pair = _only_priority(urgent), _only_priority(later)
        if "" in pair or pair[0] >= pair[1] or not _same_but_priority(urgent, later):
            continue
        if urgent.target and later.target and urgent.target > later.target:
            facts = {"clock": urgent.clock, "urgent": pair[0], "slow": urgent.target, "less": pair[1]}
            yield Conflict("urgent-slower", (i, j), facts | {"quick": later.target})


def _calendars(rules: Sequence[Rule], calendars: Mapping[str, Calendar]) -> Iterator[Conflict]:
    by_code: dict[str, list[int]] = {}
    for place, rule in enumerate(rules):
        by_code.setdefault(rule.calendar, []).append(place)
    for code, places in by_code.items():
        calendar = calendars.get(code)
        if calendar is None:
            yield Conflict("calendar-unknown", tuple(places), {"calendar": code})
        elif calendar.covered_until is None and not calendar.is_always:
            yield Conflict("coverage-none", tuple(places), {"calendar": code})


def _aims(rules: Sequence[Rule]) -> Iterator[Conflict]:
    """Aims stricter than a promise they sum up: each ticket in time, and the aim still missed."""
    missed = []
    for priority, aim in AIMS.items():
        places = [i for i, rule in enumerate(rules) if rule.clock in RESPONSES and _only_priority(rule) == priority]
        slowest = max(places, key=lambda i: rules[i].target or aim, default=None)
        if slowest is not None and (rules[slowest].target or aim) > aim:
            missed.append((slowest, (priority, aim, rules[slowest].target)))
    if missed:
        yield Conflict("aim-stricter", tuple(place for place, _ in missed), {"aims": [told for _, told in missed]})


def _only_priority(rule: Rule) -> str:
    """The one priority a row is for; "" when it is for several or any."""
    asked = rule.when.get("priority", frozenset())
    return next(iter(asked)) if len(asked) == 1 and asked <= set(PRIORITIES) else ""


def _same_but_priority(a: Rule, b: Rule) -> bool:
    """And counted alike: 48 h round the clock are not more than 24 h of working time."""
    return (a.clock, a.calendar, _without_priority(a)) == (b.clock, b.calendar, _without_priority(b))


def _without_priority(rule: Rule) -> dict[str, frozenset[str]]:
    return {name: values for name, values in rule.when.items() if name != "priority"}
