"""A link from an administrator: its token leaves the address, it is spent once, and no door is left open behind it."""

import pyotp
import pytest
from django.test import Client
from django.utils import timezone

from jishi.directory import factor, inviting

GOOD = {"password": "four clocks and a boiler", "again": "four clocks and a boiler"}


@pytest.fixture
def token(house):
    return inviting.invite(house.lin, house.boss, timezone.now())


@pytest.fixture
def guest(token):
    client = Client(HTTP_ACCEPT_LANGUAGE="en")
    client.get(f"/join/{token}/")
    return client


def test_the_token_leaves_the_address_before_anything_is_shown(house, token):
    client = Client(HTTP_ACCEPT_LANGUAGE="en")
    answer = client.get(f"/join/{token}/")
    assert (answer.status_code, answer["Location"], answer["Referrer-Policy"]) == (302, "/join/", "no-referrer")
    page = client.get("/join/").content.decode()
    assert "林晓" in page and token not in page


def test_a_link_is_spent_by_the_password_not_by_being_looked_at(guest, token):
    assert Client().get(f"/join/{token}/").status_code == 302
    assert guest.post("/join/", GOOD)["Location"] == "/"
    assert guest.get("/tickets/").status_code == 200
    assert Client().get(f"/join/{token}/").status_code == 404 and guest.get("/join/").status_code == 404


def test_two_who_opened_the_same_link_do_not_both_come_in(guest, token):
    other, said = Client(), "another long sentence"
    other.get(f"/join/{token}/")
    guest.post("/join/", GOOD)
    assert other.post("/join/", {"password": said, "again": said}).status_code == 404


@pytest.mark.parametrize("address", ["/join/", "/join//", "/join/%20/", "/join/None/", "/join/%00/", "/join/x/"])
def test_a_blank_or_foreign_token_leads_nowhere(token, address):
    assert Client().get(address).status_code == 404


@pytest.mark.parametrize("said", [{"password": "short", "again": "short"}, GOOD | {"again": "five clocks"}, {}])
def test_a_weak_or_mistyped_password_is_asked_for_again(guest, said):
    assert guest.post("/join/", said).status_code == 422
    assert guest.post("/join/", GOOD).status_code == 302


def test_a_link_does_not_lead_around_the_second_factor(house, guest):
    made = factor.begin()
    factor.take_up(house.lin, made, pyotp.TOTP(made).now(), timezone.now())
    assert guest.post("/join/", GOOD)["Location"] == "/login/second/"
    assert guest.get("/tickets/").status_code == 302


def test_a_password_set_by_link_ends_the_sessions_before(house, reads, guest):
    before = reads(house.lin)
    guest.post("/join/", GOOD)
    assert before.get("/tickets/").status_code == 302
