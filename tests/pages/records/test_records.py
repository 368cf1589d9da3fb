"""The room of the records: who reads, explains and signs, and what stands there."""

import pytest

from jishi.directory.people import hire
from jishi.tickets import actions
from jishi.watch.doubting import read_again
from jishi.watch.models import Doubt, SignOff


@pytest.fixture
def chief(house):
    return hire("5001", "赵组长", "lead", team=house.desk, department=house.desk.department)


@pytest.fixture
def late(repair, told, at, house):
    actions.assign(repair, told(1, "09:05"), owner=house.lin)
    actions.contact(repair, told(1, "12:00", happened=at(1, "09:30")))
    read_again(at(1, "12:00"))
    return Doubt.objects.get(code="late-entry")


def text(answer):
    return answer.content.decode()


def sheet(house):
    return f"/records/teams/{house.desk.pk}/week/2026-03-02/"


def test_the_queue_says_what_is_doubtful_and_leads_to_the_entry(late, repair, chief, reads):
    page = text(reads(chief).get("/records/"))
    assert "Entered late" in page and "2\u00a0h" in page
    assert f'href="/tickets/{repair.number}/#entry-{late.place}"' in page
    assert "陈建国" not in page
    assert "锅炉漏水" not in text(reads(chief).get("/records/?code=idle"))
    assert reads(chief).get("/records/?code=nonsense").status_code == 422


def test_what_is_chosen_is_explained_and_leaves_the_queue(late, chief, reads):
    client = reads(chief)
    assert client.post("/records/explain/", {"doubt": [late.pk], "words": ""}).status_code == 422
    assert client.post("/records/explain/", {"words": "x"}).status_code == 422
    answer = client.post("/records/explain/", {"doubt": [late.pk], "words": "现场无信号", "was_code": "late-entry"})
    assert answer["Location"] == "/records/?code=late-entry"
    assert "锅炉漏水" not in text(client.get("/records/"))
    assert "现场无信号" in text(client.get("/records/?state=explained"))


def test_a_week_is_signed_by_who_leads_and_stands_in_the_history(late, house, chief, reads):
    client = reads(chief)
    assert "Looked through, signed" in text(client.get(sheet(house)))
    assert client.post(sheet(house), {"note": "已核对 <b>"}).status_code == 302
    page = text(client.get(sheet(house)))
    assert "已核对 &lt;b&gt;" in page and "Looked through, signed" not in page
    assert client.post(sheet(house), {"note": "x"}).status_code == 409
    assert "热线一组" in text(client.get("/records/signed/")) and SignOff.objects.count() == 1


def test_a_monitor_reads_and_signs_nothing(late, house, reads):
    client = reads(hire("5003", "监督", "monitor"))
    assert "Entered late" in text(client.get("/records/")) and 'name="doubt"' not in text(client.get("/records/"))
    assert client.post("/records/explain/", {"doubt": [late.pk], "words": "x"}).status_code == 403
    assert client.post(sheet(house)).status_code == 403


def test_foreign_teams_do_not_exist(late, house, reads):
    client = reads(hire("5002", "外人", "lead", team=house.other, department=house.other.department))
    assert "锅炉漏水" not in text(client.get("/records/"))
    assert [client.get(sheet(house)).status_code, client.post(sheet(house)).status_code] == [404, 404]
    client.post("/records/explain/", {"doubt": [late.pk], "words": "x"})
    assert Doubt.objects.get(pk=late.pk).state == "open"


def test_an_agent_has_no_room_for_it(late, house, reads):
    assert reads(house.lin).get("/records/").status_code == 403


def test_more_rows_ask_no_more_questions(late, repair, chief, house, told, at, reads, django_assert_max_num_queries):
    client = reads(chief)
    client.get("/records/")
    for n in range(12):
        actions.attempt(repair, told(1, f"15:{n:02}", happened=at(1, f"14:{n:02}")))
    read_again(at(1, "16:00"))
    with django_assert_max_num_queries(22):
        page = text(client.get("/records/"))
    assert page.count('name="doubt"') == 13
