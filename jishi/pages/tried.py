"""A made-up ticket, and what would be promised for it: which row holds for each clock, and why not the others."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from jishi.clocks.book import compile_policy
from jishi.clocks.conflicts import PRIORITIES
from jishi.clocks.models import PolicyVersion
from jishi.core.promise import Policy, Reason, Rule, choose

from . import matrix
from .matrix import CHANNELS, CLOCKS, FIELDS

USUAL = {"priority": "P1", "channel": "phone", "zone": "same_city"}


class Passed(NamedTuple):
    """A row that was not taken, and why."""

    place: int
    audience: list[tuple[str, str]]
    reason: Reason


class Tried(NamedTuple):
    """What holds for one clock: `rule` None where no row fits; `place` its place, from 1."""

    clock: str
    rule: Rule | None
    place: int
    passed: list[Passed]


def tried(version: PolicyVersion, said: Mapping[str, str]) -> list[Tried]:
    """For each clock the version promises something about."""
    compiled, names = compile_policy(version), matrix.type_names()
    policy, ticket = Policy([compiled]), {name: said.get(name, USUAL.get(name, "")) for name in FIELDS}
    promised = {rule.clock for rule in compiled.rules}
    return [_one(policy, clock, ticket, names) for clock in CLOCKS if clock in promised]


def _one(policy: Policy, clock: str, ticket: Mapping[str, str], names: Mapping[str, str]) -> Tried:
    version = policy.versions[0]
    rule, reasons = choose(policy, clock, ticket, version.effective)
    places = {id(each): place for place, each in enumerate(version.rules, start=1)}
    passed = [
        Passed(places[id(reason.rule)], matrix.audience(reason.rule, names), reason)
        for reason in reasons
        if reason.code in ("unmatched", "later")
    ]
    return Tried(clock, rule, places[id(rule)] if rule else 0, passed)


def options(rules: Sequence[Rule]) -> list[tuple[str, list[tuple[str, str]], str]]:
    """(field, its values in words, the usual one) for each field a ticket is tried with."""
    names = matrix.type_names()
    contracts = sorted({code for rule in rules for code in rule.when.get("contract", ())})
    codes = {
        "priority": PRIORITIES,
        "channel": CHANNELS,
        "service_type": tuple(names),
        "zone": ("same_city", "other_city"),
        "contract": contracts,
    }
    return [
        (name, [(code, matrix.value(name, code, names)) for code in codes[name]], USUAL.get(name, ""))
        for name in FIELDS
        if codes[name]
    ]
