"""Nobody learns who is known here, is led elsewhere, or finds a token in a log (TRUST L1, M1, N1)."""

import logging
import re

import pytest
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from jishi.directory.models import Person
from jishi.pages.account.login import local

ELSEWHERE = [
    "//evil.example", "/\\evil.example", "\\\\evil.example", "https:evil.example", "https://evil.example",
    "http:///evil.example", "javascript:alert(1)", "data:text/html,x", "/%0d%0aLocation:https://evil.example",
    "\r\n//evil.example", " //evil.example", "/\t/evil.example", "///evil.example", "evil.example", "@evil.example",
    "https:/\\evil.example", "／／evil.example",
]  # fmt: skip
PASSWORD = "tick-tock-tick"
CHANGING = re.compile(r'(nonce|value|csrfmiddlewaretoken)="[^"]*"|nonce-[\w-]+')


@pytest.fixture
def known(house):
    house.lin.set_password(PASSWORD)
    house.lin.save(update_fields=["password"])
    return house.lin


@pytest.mark.parametrize("wanted", ELSEWHERE)
def test_a_wanted_page_is_one_of_ours(wanted):
    assert not local(wanted) or local(wanted).startswith("/%0d%0a")


def test_after_a_log_in_nobody_is_led_elsewhere(known):
    for wanted in ELSEWHERE[:4]:
        answer = Client().post("/login/", {"number": known.number, "password": PASSWORD, "next": wanted})
        assert "evil.example" not in answer.headers.get("Location", "").split("%0d%0a")[0], wanted


def test_language_and_light_lead_nobody_elsewhere(known):
    for wanted in ELSEWHERE:
        for address, said in (("/language/", {"language": "en"}), ("/theme/", {"theme": "dark"})):
            answer = Client(HTTP_REFERER="https://evil.example/").post(address, said | {"next": wanted})
            assert not answer.headers.get("Location", "").startswith(("http", "//")), (address, wanted)


def told(client, number, password="wrong"):
    answer = client.post("/login/", {"number": number, "password": password})
    return answer.status_code, len(CHANGING.sub("", answer.content.decode()))


def test_a_wrong_password_a_closed_account_and_an_unknown_number_are_answered_alike(known, house):
    Person.objects.filter(pk=house.wang.pk).update(is_active=False)
    answers = {told(Client(), number) for number in (known.number, house.wang.number, "9998", "9997")}
    assert len(answers) == 1 and answers.pop()[0] == 422


def test_who_is_known_costs_no_more_work_than_who_is_not(known, house, monkeypatch):
    """Neither questions to the database nor hashes, which take the time (bench: doors.login measures it)."""
    hashed, work = [], {}
    for name in ("encode", "verify"):
        usual = getattr(Argon2PasswordHasher, name)
        monkeypatch.setattr(Argon2PasswordHasher, name, lambda *said, usual=usual: hashed.append(1) or usual(*said))
    for number in (known.number, house.wang.number, "9998"):
        hashed.clear()
        with CaptureQueriesContext(connection) as asked:
            told(Client(), number)
        work[number] = (len(hashed), len(asked))
    assert len(set(work.values())) == 1 and work["9998"][0] == 1, work


def test_the_same_is_counted_for_numbers_nobody_has(known):
    """The sixth try waits, known or not: the wait tells nothing either."""
    tries = {number: [told(Client(), number)[0] for _ in range(7)] for number in (known.number, "9998")}
    assert tries[known.number] == tries["9998"] and tries["9998"][-1] == 429


def test_a_lost_password_asks_nothing_and_a_link_that_is_none_is_missing(db):
    assert Client().get("/login/lost/").status_code == 200
    assert Client().post("/login/lost/", {"number": "1001"}).status_code == 405
    answers = {Client().get(f"/join/{token}/").status_code for token in ("x", "%20", "a" * 43, "1", "../x", "%00")}
    assert answers == {404} and Client().get("/join/").status_code == 404


def test_a_token_stands_in_no_log(things, house, caplog):
    """Nor in an address after the first, nor on a page."""
    token, client = things(house.lin)["tokens"]["near"], Client()
    with caplog.at_level(logging.DEBUG):
        answer = client.get(f"/join/{token}/")
        page = client.get(answer["Location"])
        client.get(f"/join/{token}x/")
        client.post("/join/", {"password": "a-secret-of-mine", "again": "another"})
    ours = [record for record in caplog.records if not record.name.startswith("django.db")]
    assert answer["Referrer-Policy"] == "no-referrer" and token not in answer["Location"] + page.content.decode()
    loud = " ".join(record.getMessage() for record in ours if record.levelno >= logging.ERROR)
    assert token not in loud and "a-secret-of-mine" not in loud
