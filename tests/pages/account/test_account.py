"""One's own account: password, second factor, sessions."""

import re

import pyotp
import pytest
from django.test import Client

from jishi.directory.models import Access, Person, Role

PASSWORD, NEW = "tick-tock-tick", "four clocks and a boiler"
WRONG = [{"own": "x"}, {"again": "other"}, {"password": "short", "again": "short"}, {"own": ""}]


@pytest.fixture
def lin(house, reads):
    house.lin.set_password(PASSWORD)
    house.lin.save()
    return reads(house.lin)


def now(house):
    return Person.objects.get(pk=house.lin.pk)


def set_up(client):
    client.post("/account/factor/")
    page = client.get("/account/").content.decode()
    secret = re.search(r'class="key-text">([^<]+)<', page)[1].replace(" ", "")
    return client.post("/account/factor/confirm/", {"code": pyotp.TOTP(secret).now()})


def test_a_changed_password_ends_all_other_sessions_and_keeps_this_one_under_another_key(house, lin, reads):
    other, before = reads(house.lin), lin.session.session_key
    answer = lin.post("/account/password/", {"own": PASSWORD, "password": NEW, "again": NEW})
    assert answer["Location"] == "/account/?changed=password"
    assert lin.get("/account/").status_code == 200 and lin.session.session_key != before
    assert other.get("/account/").status_code == 302 and now(house).check_password(NEW)


@pytest.mark.parametrize("wrong", WRONG)
def test_a_password_is_not_changed_by_halves(house, lin, wrong):
    said = {"own": PASSWORD, "password": NEW, "again": NEW} | wrong
    assert lin.post("/account/password/", said).status_code == 422 and now(house).check_password(PASSWORD)


def test_at_an_open_desk_the_password_cannot_be_guessed(lin):
    said = {"password": NEW, "again": NEW}
    tried = [lin.post("/account/password/", said | {"own": str(guess)}).status_code for guess in range(6)]
    assert tried == [422] * 5 + [429]


def test_a_second_factor_is_set_up_by_scanning_a_code(house, lin):
    lin.post("/account/factor/")
    page = lin.get("/account/").content.decode()
    assert "<svg" in page.split('class="qr"')[1] and "style=" not in page
    assert set_up(lin)["Location"] == "/account/?changed=factor"
    after = lin.get("/account/")
    assert after.status_code == 200 and "key-text" not in after.content.decode()
    assert now(house).factor and now(house).factor not in str(list(Access.objects.values()))


def test_a_wrong_code_sets_nothing_up(house, lin):
    for begun in (False, True):
        if begun:
            lin.post("/account/factor/")
        assert lin.post("/account/factor/confirm/", {"code": "000000"}).status_code == 422
    assert not now(house).factor


def test_a_second_factor_is_given_up_with_the_password_only(house, lin):
    set_up(lin)
    assert lin.post("/account/factor/drop/", {"own": "x"}).status_code == 422 and now(house).factor
    lin.post("/account/factor/drop/", {"own": PASSWORD})
    assert not now(house).factor


def test_other_sessions_are_ended_at_a_press(house, lin, reads):
    other = reads(house.lin)
    lin.post("/account/sessions/")
    assert (lin.get("/account/").status_code, other.get("/account/").status_code) == (200, 302)


def test_a_role_that_asks_for_a_factor_leads_to_the_account_until_it_is_set_up(lin):
    Role.objects.filter(code="agent").update(needs_factor=True)
    assert lin.get("/tickets/")["Location"] == "/account/"
    assert "Your role asks for a second factor" in lin.get("/account/").content.decode()
    set_up(lin)
    assert lin.get("/tickets/").status_code == 200


def test_everybody_who_is_logged_in_has_an_account_page_and_nobody_else(house, reads):
    for person in (house.lin, house.mo, house.he, house.boss):
        assert reads(person).get("/account/").status_code == 200
    assert Client().get("/account/").status_code == 302
