"""The list: what one may see, by view, field and words, in pages."""

import re
from html import unescape

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext

from jishi.clocks.reading import readings
from jishi.pages.asked import read
from jishi.pages.rows import next_due
from jishi.tickets import actions
from jishi.tickets.receiving import receive

NOW = (1, "10:00")
LONG = "?q=" + "x" * 300


@pytest.fixture
def lists(reads, at, monkeypatch):
    """The list as a person sees it on Monday at ten."""
    monkeypatch.setattr("jishi.pages.tickets.timezone.localtime", lambda *_: at(*NOW))
    return lambda person, query="": reads(person).get(f"/tickets/{query}").content.decode()


@pytest.fixture
def many(house, told):
    """Sixty requests, one a minute, of the kind `consultation`."""
    fields = {"service_type": house.types["consultation"], "channel": "mail", "priority": "P3", "team": house.desk}
    return [receive(told(1, f"08:{n:02}"), title=f"request {n}", **fields) for n in range(60)]


def test_a_ticket_of_another_team_does_not_exist(house, repair, lists):
    assert repair.title in lists(house.lin)
    assert repair.title not in lists(house.zhou)
    assert repair.title not in lists(house.zhou, f"?q={repair.number}")


def test_the_row_shows_the_clock_that_falls_due_next(house, repair, at):
    assert next_due(readings(repair, at(*NOW))).name == "arrival"


def test_an_overdue_ticket_stands_first_under_its_own_head(house, repair, told, lists):
    page = lists(house.lin, "?view=unfinished")
    assert "Next to fall due" in page and "Overdue" in page


def test_a_paused_ticket_stands_below_what_runs(house, repair, told, lists):
    actions.contact(repair, told(1, "09:10"))
    actions.pause(repair, told(1, "09:20"), reason="waiting_parts")
    page = lists(house.lin)
    assert "No deadline runs" in page and "paused ·" in page


@pytest.mark.parametrize(("query", "found"), [("?q=漏水", True), ("?q=B24-0007", True), ("?q=空调", False)])
def test_words_find_tickets(house, repair, lists, query, found):
    assert (repair.title in lists(house.lin, query)) is found


@pytest.mark.parametrize(
    ("query", "found"), [("?priority=P2", True), ("?priority=P0,P1", False), ("?channel=mail", False)]
)
def test_a_condition_on_a_field_narrows_the_list(house, repair, lists, query, found):
    assert (repair.title in lists(house.lin, query)) is found


@pytest.mark.parametrize(
    "query",
    [
        "?colour=red",
        "?owner=abc",
        "?view=password",
        "?order=id",
        "?after=1",
        "?own.a__b=1",
        "?owner__password=x",
        LONG,
    ],
)
def test_what_is_no_field_is_refused_not_guessed(house, repair, reads, query):
    assert reads(house.lin).get(f"/tickets/{query}").status_code == 422


@pytest.mark.parametrize("query", ["?q=%27%22)--", "?priority=%27%20OR%201=1", "?own.alarm=%27", "?q=%00"])
def test_hostile_words_find_nothing(house, repair, lists, query):
    assert repair.title not in lists(house.lin, query)


def test_pages_follow_one_another_without_loss(house, many, lists):
    seen, query = set(), "?view=all&order=newest"
    while query:
        page = lists(house.lin, query)
        seen |= {ticket.title for ticket in many if f">{ticket.title}<" in page}
        later = re.search(r'href="/tickets/(\?[^"]*after=[^"]*)"', page)
        query = unescape(later[1]) if later else ""
    assert seen == {ticket.title for ticket in many}


def test_the_list_asks_as_many_questions_for_sixty_tickets_as_for_one(house, many, repair, reads):
    client, asked = reads(house.lin), []
    client.get("/tickets/")  # the published promises are compiled once
    for channel in ("mail", "phone"):
        with CaptureQueriesContext(connection) as queries:
            client.get(f"/tickets/?view=all&order=newest&channel={channel}")
        asked.append(len(queries))
    assert asked[0] == asked[1] < 18


def test_the_columns_are_the_readers_choice(house, repair, reads):
    client = reads(house.lin)
    client.post("/tickets/columns/", {"columns": ["product", "id__password"]})
    page = client.get("/tickets/").content.decode()
    assert "by-product" in page and "by-channel" not in page


def test_an_address_says_only_what_is_unusual():
    assert read(QueryDict("view=unfinished&order=due")).query() == "?"
    assert read(QueryDict("q=boiler")).query(order="oldest") == "?q=boiler&order=oldest"


def test_a_condition_is_taken_away_alone():
    asked = read(QueryDict("priority=P1&channel=mail"))
    assert asked.without("priority") == "?channel=mail"
