"""Words of others stay words: stored in every field, opened everywhere, and nothing runs (TRUST B1)."""

import pytest

from tests.pages.desk import Desk
from tests.security.payloads import PAYLOADS

pytestmark = pytest.mark.browser
ADDRESSES = "[...document.querySelectorAll('.subj a')].map(link => link.getAttribute('href'))"


class Poisoned(Desk):
    """A desk whose words are payloads."""

    furnished_by = "tests.security.poison"


@pytest.fixture(scope="module")
def poisoned(tmp_path_factory):
    with Poisoned(tmp_path_factory.mktemp("poisoned")) as desk:
        yield desk


@pytest.fixture
def watched(poisoned, chromium):
    """`watched("ma")`: a page that writes down every dialog, every refusal of its policy and every foreign request."""

    def page(number):
        page = poisoned.page(chromium, number)
        page.on("dialog", lambda dialog: (page.blocked.append(f"dialog {page.url}"), dialog.dismiss()))
        page.on("request", lambda asked: None if asked.url.startswith(poisoned.url) else page.blocked.append(asked.url))
        return page

    return page


def lists(page, address):
    """Every ticket of a list, page by page."""
    page.goto(address)
    found = page.evaluate(ADDRESSES)
    while page.locator(".pages a[href*='after=']").count():
        page.goto(page.locator(".pages a[href*='after=']").get_attribute("href"))
        found += page.evaluate(ADDRESSES)
    return found


def test_a_dialog_would_be_seen(watched):
    page = watched("ma")
    page.evaluate("setTimeout(() => alert(1))")
    page.wait_for_timeout(200)
    assert page.blocked


def plain(words):
    return " ".join(words.split())


def test_every_payload_is_shown_as_the_words_it_is(watched):
    """On the ticket: title, people, machine, conversation, file names, the forms of its verbs."""
    page = watched("lin")
    tickets, titles = lists(page, "/tickets/?view=all&order=newest"), set()
    for place, address in enumerate(tickets):
        page.goto(address)
        titles.add(plain(page.inner_text("h1").removeprefix("P1")))
        for button in page.locator(".verbs [hx-get]:visible").all() if place % 20 == 0 else ():
            button.click()
            page.wait_for_selector("#verb .ask")
    assert {plain(words) for words in PAYLOADS} - titles == set() and len(PAYLOADS) > 60
    assert page.blocked == []


def test_what_is_proposed_while_one_writes_is_words_too(watched):
    page = watched("lin")
    page.goto(lists(page, "/tickets/?view=all&order=newest")[0])
    page.wait_for_selector("#story")
    page.locator("[data-open=reply]:visible").first.click()
    page.locator("#say-reply textarea").press_sequentially(";")
    page.wait_for_selector("#say-reply [data-insert]")
    page.locator("#say-reply [data-insert]").first.click()
    page.locator("[data-open=note]:visible").first.click()
    page.locator("#say-note textarea").press_sequentially("@")
    page.wait_for_selector("#say-note [data-insert]")
    page.set_input_files(
        "[data-attach] >> nth=1", {"name": "<img src=x onerror=alert(1)>.txt", "mimeType": "text/plain", "buffer": b"x"}
    )
    page.wait_for_selector("#say-note [data-stored]")
    assert page.blocked == []


ELSEWHERE = ("/board/?wall=1", "/tickets/?q=alert", "/tickets/new/")


@pytest.mark.parametrize("number", ["ma", "zhang"])
def test_no_room_runs_what_others_wrote(watched, number):
    page = watched(number)
    page.goto("/tickets/")
    rooms = page.locator(".rail a[href]").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    assert {"/tickets/", "/notices/", "/replies/"} <= {*rooms}
    for address in (*rooms, *ELSEWHERE):
        page.goto(address)
        page.wait_for_load_state("networkidle")
    assert page.blocked == []


def test_the_form_of_a_saved_reply_shows_it_as_words(watched):
    page = watched("ma")
    for place, words in enumerate(PAYLOADS[:16], start=1):
        page.goto(f"/replies/{place}/")
        assert plain(page.input_value("#body")) == plain(words)
    assert page.blocked == []
