"""Which promise holds: the version of the day it was received, the first rule that matches, and why."""

from datetime import UTC, datetime, timedelta

import pytest

from jishi.core.promise import Policy, Rule, Version, choose
from jishi.core.refused import Refused

MINUTE = timedelta(minutes=1)
P0_PHONE = Rule(
    "contact", 5 * MINUTE, when={"priority": frozenset({"P0"}), "channel": frozenset({"phone"})}, name="P0 phone"
)
P0 = Rule("contact", 30 * MINUTE, when={"priority": frozenset({"P0", "P1"})}, name="P0")
REST = Rule("contact", 240 * MINUTE, "service", name="rest")
ARRIVAL = Rule("arrival", 240 * MINUTE, name="arrival")


def day(number):
    return datetime(2026, 11, number, tzinfo=UTC)


POLICY = Policy([Version(day(10), (P0_PHONE, P0, ARRIVAL, REST)), Version(day(20), (REST,), "eased")])


def test_the_first_rule_that_matches_is_taken_and_every_rule_says_why():
    rule, reasons = choose(POLICY, "contact", {"priority": "P0", "channel": "mail"}, day(11))
    assert rule is P0
    assert [(r.rule.name, r.code, r.fields) for r in reasons] == [
        ("P0 phone", "unmatched", ("channel",)),
        ("P0", "taken", ()),
        ("arrival", "other-clock", ()),
        ("rest", "later", ()),
    ]


def test_the_version_of_the_day_it_was_received_holds():
    ticket = {"priority": "P0", "channel": "phone"}
    assert choose(POLICY, "contact", ticket, day(20) - timedelta(seconds=1))[0] is P0_PHONE
    assert choose(POLICY, "contact", ticket, day(20))[0] is REST


def test_before_the_first_version_nothing_was_promised():
    assert choose(POLICY, "contact", {"priority": "P0"}, day(9)) == (None, [])


def test_two_versions_of_one_moment_are_refused():
    with pytest.raises(Refused, match="same-effective"):
        Policy([Version(day(1), ()), Version(day(1), (REST,))])
