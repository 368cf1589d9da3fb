"""Every address by every method as every role: what it answers stands in doors.tsv (TRUST A1).

A new address is walked and written by scripts/doors; read the lines it changed before they are committed.
"""

import pytest

from jishi.directory.models import Person
from jishi.directory.rights import RIGHTS
from jishi.directory.scope import Scope
from tests.security import walking
from tests.security.conftest import NOBODY, WHO


def test_every_address_stands_in_the_table_and_nothing_else(renewed):
    assert renewed is not None or sorted(walking.read()) == sorted(walking.rows()), "run scripts/doors"


@pytest.mark.parametrize("who", WHO)
def test_every_door_answers_as_the_table_says(somebody, numbers, renewed, who):
    answers = walking.walk(somebody(who), numbers, walking.rows())
    if renewed is not None:
        renewed[who] = answers
        return
    expected = {row: told[who] for row, told in walking.read().items()}
    assert {row: (expected.get(row), answer) for row, answer in answers.items() if answer != expected.get(row)} == {}


def test_no_door_breaks():
    assert [row for row, told in walking.read().items() if {"500", "502", "503"} & set(told.values())] == []


def test_nobody_who_has_not_logged_in_gets_anything_but_the_doors_for_anyone():
    rights = dict(walking.doors())
    answers = {row: told[NOBODY] for row, told in walking.read().items() if rights[row.address] != "anyone"}
    assert {row: answer for row, answer in answers.items() if answer != "302"} == {}


def test_what_is_far_does_not_exist_for_an_agent():
    far = {row: told["agent"] for row, told in walking.read().items() if row.thing == "far"}
    assert far and set(far.values()) <= {"404", "403", "405"}


def test_were_every_right_granted_the_table_would_not_hold(somebody, numbers, monkeypatch):
    """The canary: each door that needs a right is missed by at least one line of the shopper's or the reader's."""
    monkeypatch.setattr(Person, "may", lambda person, right: True)
    rights, told = dict(walking.doors()), walking.read()
    guarded = [row for row in walking.rows() if rights[row.address] in RIGHTS]
    noticed = set()
    for who in ("shopper", "monitor"):
        person = somebody(who)
        answers = walking.walk(person, numbers, guarded)
        noticed |= {row.address for row, answer in answers.items() if answer != told[row][who]}
        person.delete()
    assert {row.address for row in guarded} - noticed == set()


def test_were_everything_in_scope_the_table_would_not_hold(somebody, numbers, monkeypatch):
    """The canary of the gate: whatever an agent finds on a ticket near would be found on one far away."""
    monkeypatch.setattr("jishi.tickets.queries.scope", lambda person: Scope())
    told = {row: each["agent"] for row, each in walking.read().items() if "tickets/<str:number>/" in row.address}
    near = [row for row, answer in told.items() if row.thing == "near" and answer not in ("403", "404", "405")]
    far = [row._replace(thing="far") for row in near]
    answers = walking.walk(somebody("agent"), numbers, far)
    assert far and [row for row in far if answers[row] == told[row]] == []
