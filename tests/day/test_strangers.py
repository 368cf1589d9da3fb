"""Of the ticket of the day another team, and a supplier nobody sent, see nothing: it might as well not exist."""

import json

import pytest

from tests.day.playing import TITLE
from tests.security.walking import PLACE, doors

pytestmark = pytest.mark.browser
NOWHERE = "JS-2026-03-9999"
OWN = "JS-2026-03-0001"  # of Zhou's team
ABOUT = sorted(address for address, _ in doors() if address.startswith("tickets/<str:number>/"))
VERBS = ("contact", "claim", "accept", "resolve", "confirm", "close", "pause", "assign", "transfer", "merge", "link")
ROOMS = (
    "/tickets/", "/tickets/?q=AL-2041", "/tickets/?q=主轴报警", "/tickets/?q=13812345678", "/tickets/?q=恒锐",
    "/board/", "/notices/", "/pool/", "/offers/", "/matters/", "/more/",
)  # fmt: skip


@pytest.fixture(scope="module")
def seats(day, chromium):
    return {number: day.sit(chromium, number).page for number in ("3001", "5001")}


@pytest.fixture(params=["3001", "5001"], ids=["another team", "a supplier"])
def page(request, seats, played):
    page = seats[request.param]
    page.goto("/tickets/")
    return page


def ask(page, method, address, **told):
    """What is answered, redirects as they are."""
    token = json.loads(page.get_attribute("body", "hx-headers"))["X-CSRFToken"]
    headers = {"Referer": page.url, "X-CSRFToken": token}
    form = told if method == "POST" else None
    return page.request.fetch(address, method=method, form=form, max_redirects=0, headers=headers)


def spelled(address, number):
    parts = {"number": number, "int": "1", "code": "contact", "stored": "nothing"}
    return "/" + PLACE.sub(lambda place: parts.get(place[2], parts.get(place[1], "")), address)


def answers(page, method, number):
    return {address: ask(page, method, spelled(address, number)).status for address in ABOUT}


def test_its_page_and_all_its_pieces_are_missing(page, played):
    missing = answers(page, "GET", played.number)
    assert missing == answers(page, "GET", NOWHERE) and set(missing.values()) <= {403, 404, 405}
    assert missing["tickets/<str:number>/"] == missing["tickets/<str:number>/clocks/"] == 404


def test_nothing_can_be_done_to_it(page, played):
    refused = answers(page, "POST", played.number)
    assert refused == answers(page, "POST", NOWHERE) and set(refused.values()) <= {403, 404, 405}
    assert {ask(page, "POST", f"/tickets/{played.number}/{verb}/").status for verb in VERBS} == {404}


def test_it_is_in_no_room_and_no_search_finds_it(page, played):
    for address in (*ROOMS, f"/tickets/?q={played.number}"):
        said = ask(page, "GET", address).text()
        assert TITLE not in said and f"/tickets/{played.number}/" not in said and "换插头" not in said, address


def test_it_can_be_no_goal_of_a_merger_or_a_link(seats, played):
    page = seats["3001"]
    page.goto("/tickets/")
    for verb, told in (("link", {"to": played.number, "link": "same_cause"}), ("merge", {"into": played.number})):
        known, unknown = (
            ask(
                page,
                "POST",
                f"/tickets/{OWN}/{verb}/",
                **{name: value.replace(played.number, number) for name, value in told.items()},
            )
            for number in (played.number, NOWHERE)
        )
        assert known.status == unknown.status >= 400 and TITLE not in known.text()


def test_nobody_of_theirs_is_proposed_where_colleagues_are_named(played):
    page = played.lin.page
    named = {
        typed: ask(page, "GET", f"/tickets/{played.number}/mentions/?q={typed}").text()
        for typed in ("王", "周", "徐锦")
    }
    assert "王磊" in named["王"] and "周航" not in named["周"] and "徐锦" not in named["徐锦"]


def test_the_monitor_sees_it_and_can_do_nothing(day, chromium, played):
    page = day.sit(chromium, "9001").page
    page.goto(f"/tickets/{played.number}/")
    assert TITLE in page.inner_text("h1") and page.locator("#head .verbs .btn:not(summary)").count() == 0
    assert {ask(page, "POST", f"/tickets/{played.number}/{verb}/").status for verb in VERBS} == {403}
