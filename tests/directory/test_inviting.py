"""A link lets one person choose a password, once, within a day."""

from datetime import timedelta

import pytest

from jishi.core.refused import Refused
from jishi.directory import inviting, people
from jishi.directory.models import Access, Invitation
from jishi.directory.people import hire

pytestmark = pytest.mark.both_databases
GOOD = "four clocks and a boiler"


@pytest.fixture
def token(house, at):
    return inviting.invite(house.lin, house.boss, at(1, "09:00"))


def test_a_link_works_once(house, token, at):
    invitation = inviting.found(token, at(1, "10:00"))
    assert inviting.accept(invitation, GOOD, at(1, "10:00")).check_password(GOOD)
    assert inviting.found(token, at(1, "10:01")) is None
    with pytest.raises(Refused, match="link-spent"):
        inviting.accept(invitation, "another long sentence", at(1, "10:01"))


def test_a_link_ends_after_a_day(token, at):
    assert inviting.found(token, at(2, "08:59")) is not None
    assert inviting.found(token, at(1, "09:00") + timedelta(hours=24)) is None


@pytest.mark.parametrize("token", ["", " ", "x", "None", "%00"])
def test_a_blank_or_foreign_token_opens_nothing(house, at, token):
    assert inviting.found(token, at(1, "10:00")) is None


def test_a_newer_link_voids_the_one_before(house, token, at):
    inviting.invite(house.lin, house.boss, at(1, "10:00"))
    assert inviting.found(token, at(1, "10:00")) is None


def test_a_closed_account_has_no_link(house, token, at):
    people.disable(hire("0001", "管理员", "administrator"), house.lin)
    assert inviting.found(token, at(1, "10:00")) is None


def test_nobody_makes_a_link_for_those_who_may_do_more(house, at):
    root = hire("0001", "管理员", "administrator")
    with pytest.raises(Refused, match="beyond-own-rights"):
        inviting.invite(root, house.boss, at(1, "09:00"))


@pytest.mark.parametrize("password", ["short", "1234567890", "password123", "qwertyuiop", ""])
def test_a_password_others_would_guess_is_refused_and_the_link_stays(house, token, at, password):
    with pytest.raises(Refused, match="weak-password"):
        inviting.accept(inviting.found(token, at(1, "10:00")), password, at(1, "10:00"))
    assert inviting.found(token, at(1, "10:00")) is not None


def test_only_the_digest_of_a_token_is_kept(token):
    kept = Invitation.objects.get()
    assert token not in str(vars(kept)) and token not in str(list(Access.objects.values()))
