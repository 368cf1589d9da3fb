"""In and out: the same answer for everybody outside, a fresh session for whoever comes in."""

import re

import pyotp
import pytest
from django.test import Client
from django.utils import timezone

from jishi.directory import factor, people
from jishi.directory.models import Access, Person, Role
from jishi.directory.people import hire

PASSWORD = "tick-tock-tick"


@pytest.fixture
def anybody(house):
    house.lin.set_password(PASSWORD)
    house.lin.save()
    return Client(HTTP_ACCEPT_LANGUAGE="en")


@pytest.fixture
def secret(house):
    made = factor.begin()
    factor.take_up(house.lin, made, pyotp.TOTP(made).now(), timezone.now())
    Person.objects.update(factor_step=0)
    return made


def log_in(client, number="1001", password=PASSWORD, **more):
    return client.post("/login/", {"number": number, "password": password, **more})


def gist(answer):
    return answer.status_code, len(re.sub(r"nonce-\S+", "", answer.content.decode()))


def test_the_session_gets_another_key_at_the_log_in(anybody):
    session = anybody.session
    session["kept"] = 1
    session.save()
    before = session.session_key
    log_in(anybody)
    assert anybody.session.session_key != before
    anybody.cookies["desk"] = before
    assert anybody.get("/tickets/").status_code == 302


def test_known_and_unknown_numbers_get_the_same_answers_to_the_last_byte(anybody):
    known, unknown = ([gist(log_in(anybody, number, "x")) for _ in range(7)] for number in ("1001", "9999"))
    assert known == unknown and [status for status, _ in known] == [422] * 5 + [429] * 2


def test_a_lost_password_asks_nothing_and_so_tells_nothing(anybody):
    page = anybody.get("/login/lost/").content.decode()
    assert "<input" not in page.split("<main")[1].split("</main>")[0]


AWAY = ["//evil.example", "/\\evil.example", "https:evil.example", "https://evil.example", "javascript:alert(1)"]


@pytest.mark.parametrize("away", [*AWAY, "%0d%0aSet-Cookie: a=b", "\r\n//evil.example", "http://testserver/board/"])
def test_whoever_comes_in_is_led_to_a_page_of_ours_only(anybody, away):
    assert log_in(anybody, next=away)["Location"] == "/"
    assert Client().get("/login/", {"next": away}).context["next"] == ""


def test_whoever_comes_in_goes_where_they_wanted_to(anybody):
    assert log_in(anybody, next="/tickets/?view=mine")["Location"] == "/tickets/?view=mine"


def test_the_second_factor_stands_between_password_and_desk(anybody, secret):
    assert log_in(anybody, next="/tickets/")["Location"] == "/login/second/"
    assert anybody.get("/tickets/").status_code == 302
    assert anybody.post("/login/second/", {"code": "000000"}).status_code == 422
    answer = anybody.post("/login/second/", {"code": pyotp.TOTP(secret).now()})
    assert answer["Location"] == "/tickets/" and anybody.get("/tickets/").status_code == 200


def test_a_code_works_once(anybody, secret):
    code, other = pyotp.TOTP(secret).now(), Client()
    for client in (anybody, other):
        log_in(client)
    assert [client.post("/login/second/", {"code": code}).status_code for client in (anybody, other)] == [302, 422]


def test_codes_cannot_be_guessed_one_after_the_other(anybody, secret):
    tried = []
    for _ in range(7):
        log_in(anybody)
        tried.append(anybody.post("/login/second/", {"code": "000000"}).status_code)
    assert tried == [422] * 5 + [429] * 2


def test_without_the_password_there_is_no_second_step(anybody, secret):
    assert anybody.get("/login/second/")["Location"] == "/login/"
    assert anybody.post("/login/second/", {"code": pyotp.TOTP(secret).now()})["Location"] == "/login/"


def _gets_a_factor(root, lin):
    made = factor.begin()
    factor.take_up(lin, made, pyotp.TOTP(made).now(), timezone.now())


CHANGES = {
    "disabled": people.disable,
    "locked": people.lock,
    "another role": lambda root, lin: people.move(root, lin, Role.objects.get(code="lead")),
    "a second factor": _gets_a_factor,
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_sessions_end_at_the_next_request(house, anybody, change):
    log_in(anybody)
    assert anybody.get("/tickets/").status_code == 200
    change(hire("0001", "管理员", "administrator"), house.lin)
    assert anybody.get("/tickets/").status_code == 302


@pytest.mark.parametrize("header", ["X-Remote-User", "Remote-User", "X-Forwarded-User", "Authorization"])
def test_nobody_comes_in_by_a_header(anybody, header):
    assert anybody.get("/tickets/", headers={header: "1001"}).status_code == 302


def test_coming_in_failing_and_leaving_are_written_down(anybody):
    log_in(anybody, password="x")
    log_in(anybody)
    anybody.get("/board/")
    anybody.post("/logout/")
    told = list(Access.objects.order_by("pk").values_list("act", "by__number", "address"))
    acts = [("mistaken", None), ("came", "1001"), ("refused", "1001"), ("left", "1001")]
    assert told == [(*each, "127.0.0.1") for each in acts]
