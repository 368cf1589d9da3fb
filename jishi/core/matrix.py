"""A matrix of promises looked at as a whole: rows that can never match, and what changed between two matrices.

Rows are taken in their order and the first that matches holds, so an earlier row may cover a later one.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import NamedTuple

from .promise import Rule

OTHER = "\0other"  # a value no row names


class Change(NamedTuple):
    """`was` is None for a row that is new, `now` for one that is gone; `moved`: only its place differs."""

    was: Rule | None
    now: Rule | None
    moved: bool = False


def never(rules: Sequence[Rule]) -> dict[int, list[int]]:
    """Rows that no ticket can reach -> the earlier rows that take all theirs; places from 0."""
    found = {}
    for place, rule in enumerate(rules):
        earlier = [i for i in range(place) if rules[i].clock == rule.clock and _meet(rules[i], rule)]
        if takers := _takers(rule, [(i, rules[i]) for i in earlier]):
            found[place] = takers
    return found


def changes(before: Sequence[Rule], after: Sequence[Rule]) -> list[Change]:
    """What differs, in the order of `after`, then what is gone, then what only changed places."""
    were = counterparts(before, after)
    differing = [Change(was, rule) for was, rule in zip(were, after, strict=True) if was != rule]
    gone = [Change(rule, None) for rule in before if not any(rule is was for was in were)]
    return differing + gone + _moved(before, after)


def counterparts(before: Sequence[Rule], after: Sequence[Rule]) -> list[Rule | None]:
    """For each row of `after` the row it was before, known by its clock and whom it is for; None for a new one."""
    left, found = list(before), []
    for rule in after:
        was = next((other for other in left if alike(other, rule)), None)
        if was is not None:
            left.remove(was)
        found.append(was)
    return found


def alike(a: Rule, b: Rule) -> bool:
    """Whether two rows speak of the same clock and the same tickets."""
    return a.clock == b.clock and a.when == b.when


def _moved(before: Sequence[Rule], after: Sequence[Rule]) -> list[Change]:
    """Rows that stood before one of their clock and now stand behind it, where one ticket could match both."""
    place = {id(rule): i for i, rule in enumerate(before)}
    pairs = [(rule, was) for rule, was in zip(after, counterparts(before, after), strict=True) if was is not None]
    return [
        Change(was, rule, moved=True)
        for i, (rule, was) in enumerate(pairs)
        if any(
            other.clock == rule.clock and _meet(other, rule) and place[id(then)] > place[id(was)]
            for other, then in pairs[:i]
        )
    ]


def _meet(a: Rule, b: Rule) -> bool:
    """Whether one ticket could match both."""
    return all(a.when[name] & b.when[name] for name in a.when.keys() & b.when.keys())


def _takers(rule: Rule, earlier: list[tuple[int, Rule]]) -> list[int]:
    """The earlier rows that between them take every ticket of `rule`; empty when one is left for it."""
    taken: set[int] = set()
    for ticket in _tickets(rule, [other for _, other in earlier]):
        taker = next((i for i, other in earlier if not other.unmatched(ticket)), None)
        if taker is None:
            return []
        taken.add(taker)
    return sorted(taken)


def _tickets(rule: Rule, earlier: Sequence[Rule]) -> Iterator[Mapping[str, str]]:
    """A ticket for each combination of values that rows tell apart, among those that match `rule`."""
    names = sorted({name for each in (rule, *earlier) for name in each.when})
    said = {name: {value for each in earlier for value in each.when.get(name, ())} for name in names}
    values = [sorted(rule.when.get(name, said[name] | {OTHER})) for name in names]
    return (dict(zip(names, combination, strict=True)) for combination in product(*values))
