"""The frame: who gets in, in which language and light, and what every answer forbids."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from jishi.core.refused import Refused


@pytest.fixture
def anybody():
    return Client(HTTP_ACCEPT_LANGUAGE="en")


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/", "/tickets/", "/tickets/new/", "/board/", "/more/", "/tickets/JS-1/"])
def test_nobody_sees_a_room_without_logging_in(anybody, address):
    answer = anybody.get(address)
    assert answer.status_code == 302 and answer["Location"].startswith("/login/")


def test_a_piece_sends_the_whole_page_to_the_log_in(anybody, db):
    answer = anybody.get("/tickets/", headers={"HX-Request": "true"})
    assert answer.status_code == 401 and answer["HX-Redirect"] == "/login/"


def test_number_and_password_open_the_desk(anybody, house):
    house.lin.set_password("tick-tock-tick")
    house.lin.save()
    answer = anybody.post("/login/", {"number": "1001", "password": "tick-tock-tick"})
    assert answer.status_code == 302 and anybody.get("/tickets/").status_code == 200


def test_a_wrong_number_and_a_wrong_password_get_the_same_answer(anybody, house):
    house.lin.set_password("tick-tock-tick")
    house.lin.save()
    said = [anybody.post("/login/", {"number": "1001", "password": "x"}), anybody.post("/login/", {"number": "9999"})]
    assert [answer.status_code for answer in said] == [422, 422]
    first, second = (re.sub(r'value="[^"]*"', "", answer.content.decode()) for answer in said)
    assert re.sub(r"nonce-\S+", "", first) == re.sub(r"nonce-\S+", "", second)


@pytest.mark.parametrize("away", ["//evil.example", "https://evil.example", "javascript:alert(1)", "/\\evil.example"])
def test_a_form_leads_back_to_a_page_of_ours_only(anybody, db, away):
    assert anybody.post("/theme/", {"theme": "dark", "next": away})["Location"] == "/"


def test_logging_out_ends_the_session(house, reads):
    client = reads(house.lin)
    client.post("/logout/")
    assert client.get("/tickets/").status_code == 302


def test_the_light_is_right_in_the_first_byte(anybody, db):
    assert b"data-bs-theme" not in anybody.get("/login/").content
    anybody.post("/theme/", {"theme": "dark"})
    assert b'data-bs-theme="dark"' in anybody.get("/login/").content


def test_the_language_is_the_readers_choice(anybody, db):
    anybody.post("/language/", {"language": "zh-hans"})
    assert 'lang="zh-Hans"' in anybody.get("/login/").content.decode()


def test_only_our_own_scripts_run(anybody, db):
    answer = anybody.get("/login/")
    policy = answer["Content-Security-Policy"]
    assert "unsafe" not in policy and "default-src 'none'" in policy and "frame-ancestors 'none'" in policy
    assert answer["X-Content-Type-Options"] == "nosniff" and answer["Referrer-Policy"] == "same-origin"


def test_no_template_carries_a_style_or_a_script_of_its_own(settings):
    for template in (settings.HOME / "templates").rglob("*.html"):
        if "reports" in template.parts:
            continue  # a report is one file, read without us
        text = template.read_text()
        assert not re.search(r"\sstyle=|<style|\son[a-z]+=|<script(?![^>]*\ssrc=)", text), template.name


def test_a_role_without_the_right_is_told_which_one_is_missing(house, reads):
    answer = reads(house.lin).get("/board/")
    assert answer.status_code == 403 and "see the board" in answer.content.decode()


def test_an_address_that_leads_nowhere_says_what_to_do(house, reads):
    answer = reads(house.lin).get("/nowhere/")
    assert answer.status_code == 404


def test_a_refusal_reaches_htmx_as_a_piece(house, reads, repair):
    address = f"/tickets/{repair.number}/close/"
    answer = reads(house.boss).post(address, headers={"HX-Request": "true"})
    assert answer.status_code == 422 and answer["HX-Retarget"] == "#refused"
    assert "not possible" in answer.content.decode() and "<html" not in answer.content.decode()


def test_every_refusal_of_the_pages_has_words():
    from jishi.words.refused import refused_advice, refused_what

    refused = Refused("field-missing", field="reason")
    with translation.override("en"):
        assert "missing" in refused_what(refused) and refused_advice(refused)


@pytest.mark.parametrize(
    ("address", "room"),
    [
        ("/roster/", "roster"),
        ("/roster/month/", "roster"),
        ("/offers/", "offers"),
        ("/offers/rules/", "offer-rules"),
        ("/goodwill/grants/", "goodwill"),
        ("/tickets/new/", "tickets"),
        ("/more/", ""),
    ],
)
def test_the_rail_marks_the_one_room_a_page_lies_in(house, reads, address, room):
    page = reads(house.boss).get(address).content.decode()
    rail = page.split('<nav class="rail"')[1].split("</nav>")[0]
    marked = re.findall(r'<a href="([^"]+)" aria-current="(?:page|true)"', rail)
    assert marked == ([reverse(room)] if room else [])
