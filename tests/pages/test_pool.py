"""The escalation pool: what waits for second line, seen by those it concerns, with both clocks."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from jishi.clocks.reading import readings
from jishi.core.refused import Refused
from jishi.directory.eyes import Eyes
from jishi.pages.pool import show
from jishi.pages.pool.held import held
from jishi.tickets import actions
from jishi.tickets.claiming import claim
from jishi.tickets.entry import Entry
from jishi.tickets.receiving import receive
from tests.pages.told import text


@pytest.fixture
def handed(repair, house, told):
    """At minute eight Lin has no more to try."""
    claim(repair, told(1, "09:00"))
    actions.contact(repair, told(1, "09:02"))
    actions.escalate(repair, told(1, "09:08", note="已排气两次"), pool=house.second)
    return repair


@pytest.fixture
def urgent(house, boiler):
    """Contacted just now, with no description yet; Lin has tried."""
    now = timezone.now()
    fields = {"service_type": house.types["consultation"], "team": house.desk, "priority": "P0", "channel": "mail"}
    ticket = receive(Entry(house.lin, now=now), title="看不到产线", customer=boiler.customer, **fields)
    actions.contact(ticket, Entry(house.lin, now=now))
    return ticket


def test_second_line_sees_what_waits_for_it_and_what_was_tried(house, handed, reads):
    page = text(reads(house.he).get("/pool/"))
    assert "漏水" in page and "已排气两次" in page and "Take over" in page


def test_nobody_else_sees_anything_of_it(house, handed, reads):
    page = text(reads(house.zhou).get("/pool/"))
    assert "漏水" not in page
    assert "Nothing waits here." in page


def test_first_line_sees_that_it_waits_but_cannot_take_it(house, handed, reads):
    page = text(reads(house.lin).get("/pool/"))
    assert "漏水" in page and "Take over" not in page


def test_what_is_taken_waits_no_longer(house, handed, reads):
    said = text(reads(house.he).post("/tickets/together/claim/", {"tickets": [handed.number]}))
    assert "1 ticket done" in said
    page = text(reads(house.he).get("/pool/"))
    assert "漏水" not in page and "1 in work" in page


def test_of_two_experts_the_second_is_told_who_has_it(house, handed, told):
    claim(handed, told(1, "09:10", by=house.he))
    with pytest.raises(Refused, match="already-taken"):
        claim(handed, told(1, "09:11", by=house.he))


def test_an_urgent_ticket_not_handed_over_stands_on_top_until_it_is_explained(house, urgent, reads):
    assert "Escalate or explain" in text(reads(house.lin).get("/pool/"))
    client = reads(house.lin)
    assert client.post(f"/tickets/{urgent.number}/explain/", {"reason": "made-up"}).status_code == 422
    assert client.post(f"/tickets/{urgent.number}/explain/", {"reason": "nearly_solved"}).status_code == 302
    assert "Escalate or explain" not in text(client.get("/pool/"))


def test_escalate_and_explain_stand_in_the_row_of_what_is_urgent(house, urgent, reads):
    page = reads(house.lin).get("/pool/").content.decode()
    for code in ("escalate", "explain"):
        assert f"/tickets/together/{code}/?tickets={urgent.number}" in page


def test_who_may_not_hand_over_finds_nothing_to_press(house, urgent, monkeypatch):
    monkeypatch.setattr(type(house.lin), "may", lambda self, right: right == "accept")
    assert [row.verbs for row in show.urgent(house.lin, timezone.now())] == [[]]


def test_the_form_in_the_row_asks_for_what_this_ticket_lacks(house, urgent, reads):
    form = reads(house.lin).get(f"/tickets/together/escalate/?tickets={urgent.number}").content.decode()
    assert all(f'name="{name}"' in form for name in ("pool", "description", "tried")) and 'name="customer"' not in form
    assert "看不到产线" in form


def test_handed_over_from_the_row_it_waits_in_the_pool(house, urgent, reads):
    told = {"tickets": [urgent.number], "pool": house.second.pk, "description": "三个车间看不到", "tried": "已清缓存"}
    answer = reads(house.lin).post("/tickets/together/escalate/", told)
    assert "1 ticket done" in text(answer) and answer.headers["HX-Trigger"] == "done-together"
    assert "已清缓存" in text(reads(house.he).get("/pool/"))
    assert "Escalate or explain" not in text(reads(house.lin).get("/pool/"))


def test_a_hand_over_with_a_gap_is_refused_and_names_it(house, urgent, reads):
    told = {"tickets": [urgent.number], "pool": house.second.pk, "tried": "已清缓存"}
    assert reads(house.lin).post("/tickets/together/escalate/", told).status_code == 422
    urgent.refresh_from_db()
    assert urgent.pool is None


def test_explained_in_the_row_it_is_urgent_no_more(house, urgent, reads):
    told = {"tickets": [urgent.number], "reason": "nearly_solved"}
    assert "1 ticket done" in text(reads(house.lin).post("/tickets/together/explain/", told))
    assert "Escalate or explain" not in text(reads(house.lin).get("/pool/"))


def test_of_a_ticket_one_may_not_see_the_row_does_nothing(house, urgent, reads):
    told = {"tickets": [urgent.number], "reason": "nearly_solved"}
    assert urgent.number not in reads(house.zhou).get("/pool/").content.decode()
    said = text(reads(house.zhou).post("/tickets/together/explain/", told))
    assert "0 tickets done" in said and not urgent.events.filter(kind="explained").exists()


def test_the_pool_asks_as_many_questions_for_ten_as_for_one(house, boiler, handed, reads, told):
    client, asked = reads(house.he), []
    for n in range(2):
        with CaptureQueriesContext(connection) as queries:
            client.get("/pool/")
        asked.append(len(queries))
        for minute in range(9 if n == 0 else 0):
            fields = {"description": "漏水", "customer": boiler.customer, "team": house.desk}
            more = receive(told(1, f"09:1{minute}"), title="也漏水", **fields)
            actions.escalate(more, told(1, "09:30", note="已排气"), pool=house.second)
    assert asked[1] <= asked[0] < 20


def test_the_time_of_each_line_adds_up_on_the_ticket(house, handed, told, at, reads):
    claim(handed, told(1, "09:20", by=house.he))
    now = at(1, "10:00")
    shown = held(handed, readings(handed, now), now, Eyes(outside=False))
    assert [(part.line, part.wall // 60) for part in shown.lines] == [("first", 8), ("pool", 12), ("second", 40)]
    assert sum(part.wall for part in shown.people) == shown.wall == 3600 == sum(part.worked for part in shown.people)
    page = text(reads(house.lin).get(f"/tickets/{handed.number}/"))
    assert "First line 8 min" in page and "Escalation pool 12 min" in page
