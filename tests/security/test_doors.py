"""Every address by every method as every role: what it answers stands in doors.tsv (TRUST A1).

A new address is walked and written by scripts/doors; read the lines it changed before they are committed.
"""

import pytest
from django.db import transaction

from jishi.directory.models import Person
from jishi.directory.rights import RIGHTS, ROLES
from jishi.directory.scope import Scope
from tests.security import walking
from tests.security.conftest import NOBODY, WHO


def test_every_address_stands_in_the_table_and_nothing_else(renewed):
    unlike = {} if renewed is not None else {*walking.read()} ^ {*walking.rows()}
    assert sorted({row.address for row in unlike}) == [], "addresses came or went: run scripts/doors, read its lines"


@pytest.mark.parametrize("who", WHO)
def test_every_door_answers_as_the_table_says(somebody, things, renewed, who):
    person = somebody(who)
    answers = walking.walk(person, things(person), walking.rows())
    if renewed is not None:
        renewed[who] = answers
        return
    expected = {row: told[who] for row, told in walking.read().items()}
    others = [f"/{'  '.join(row)}: {answer}" for row, answer in answers.items() if answer != expected.get(row)]
    assert others == [], f"{who} is answered otherwise than doors.tsv says; if that is right, run scripts/doors"


def test_no_door_breaks():
    assert [row for row, told in walking.read().items() if {"500", "502", "503"} & set(told.values())] == []


def test_nobody_who_has_not_logged_in_gets_anything_but_the_doors_for_anyone():
    rights = dict(walking.doors())
    answers = {row: told[NOBODY] for row, told in walking.read().items() if rights[row.address] != "anyone"}
    assert {row: answer for row, answer in answers.items() if answer != "302"} == {}


HIDDEN = {"404", "403", "405"}
FARSIGHTED = ("administrator", "manager", "callback", "monitor", "reader")  # their roles reach everything
KNOWN_TO_ALL = ("knowledge/<int:pk>", "knowledge/doubts/")  # what we know is the whole company's


def test_what_is_far_does_not_exist_for_whoever_does_not_reach_it():
    far = {row: told for row, told in walking.read().items() if row.thing == "far"}
    near = [row for row in far if not row.address.startswith(KNOWN_TO_ALL)]
    found = [(row, who) for row in near for who in ROLES if who not in FARSIGHTED and far[row][who] not in HIDDEN]
    assert len(near) > 80 and found == []


def test_what_is_one_persons_alone_does_not_exist_for_anybody_else():
    own = [place for place, kind in walking.KINDS.items() if kind in walking.OWN]
    far = {row: told for row, told in walking.read().items() if row.thing == "far" and row.address.startswith((*own,))}
    far = {row: told for row, told in far.items() if "/decide/" not in row.address and "/tickets/" not in row.address}
    assert far and [(row, who) for row, told in far.items() for who in ROLES if told[who] not in HIDDEN] == []


def test_a_403_tells_of_a_right_that_lacks_never_of_a_thing_that_is_there():
    told = walking.read()
    away = [row for row in told if row.thing in ("far", "none")]
    near = {row: told[row._replace(thing="near")] for row in away}
    found = [(row, who) for row in away for who in ROLES if told[row][who] == "403" != near[row][who]]
    assert len(away) > 150 and found == []


def test_a_number_nobody_gave_leads_nowhere():
    none = {row: told for row, told in walking.read().items() if row.thing == "none"}
    found = [(row, who) for row, told in none.items() for who in ROLES if told[who] not in HIDDEN]
    assert none and found == []


OTHER_METHODS = ("PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND")


@pytest.mark.parametrize("who", [NOBODY, "administrator", "shopper"])
def test_no_other_method_does_anything(somebody, things, who):
    person = somebody(who)
    rows = [row._replace(method=method) for method in OTHER_METHODS for row in walking.rows() if row.method == "GET"]
    refused = {NOBODY: {"302", "405"}, "administrator": {"405"}, "shopper": {"405", "403"}}
    answers = walking.walk(person, things(person), rows)
    assert len(rows) > 1000 and {row: told for row, told in answers.items() if told not in refused[who]} == {}


def test_where_no_page_is_a_head_is_refused_too(somebody, things):
    person = somebody("administrator")
    told = {row: answers["administrator"] for row, answers in walking.read().items() if row.method == "GET"}
    heads = [row._replace(method="HEAD") for row, answer in told.items() if answer == "405"]
    assert heads and {*walking.walk(person, things(person), heads).values()} == {"405"}


def test_were_every_right_granted_the_table_would_not_hold(somebody, things, monkeypatch):
    """The canary: each door that needs a right is missed by at least one line of the shopper's or the reader's."""
    monkeypatch.setattr(Person, "may", lambda person, right: True)
    rights, told = dict(walking.doors()), walking.read()
    guarded = [row for row in walking.rows() if rights[row.address] in RIGHTS]
    noticed = set()
    for who in ("shopper", "monitor"):
        with transaction.atomic():
            person = somebody(who)
            answers = walking.walk(person, things(person), guarded)
            transaction.set_rollback(True)
        noticed |= {row.address for row, answer in answers.items() if answer != told[row][who]}
    assert {row.address for row in guarded} - noticed == set()


def test_were_everything_in_scope_the_table_would_not_hold(somebody, things, monkeypatch):
    """The canary of the gate: whatever an agent finds on a ticket near would be found on one far away."""
    monkeypatch.setattr("jishi.tickets.queries.scope", lambda person: Scope())
    told = {row: each["agent"] for row, each in walking.read().items() if "tickets/<str:number>/" in row.address}
    near = [row for row, answer in told.items() if row.thing == "near" and answer not in ("403", "404", "405")]
    far = [row._replace(thing="far") for row in near]
    person = somebody("agent")
    answers = walking.walk(person, things(person), far)
    assert far and [row for row in far if answers[row] == told[row]] == []
