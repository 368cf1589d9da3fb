"""The room of the set-up: steps, forms beside their lists, and the record on paper."""

import pytest

from jishi.clocks.models import SetUp
from jishi.directory.models import Benchmark, FieldDef, ServiceType, Team


def text(answer):
    return answer.content.decode()


@pytest.fixture
def boss(house, reads):
    return reads(house.boss)


def test_each_step_says_what_is_missing_and_where_it_is_done(boss):
    page = text(boss.get("/setting-up/"))
    assert "There is nothing to measure against yet." in page and 'href="/setting-up/benchmarks/"' in page
    assert "热线一组" in page and "version 1 since" in page


def test_the_name_of_the_company_stands_on_every_page(boss):
    boss.post("/setting-up/company/", {"name": "启衡 <b>"})
    assert "启衡 &lt;b&gt;" in text(boss.get("/tickets/"))


def test_teams_are_added_and_renamed(boss, house):
    assert boss.post("/setting-up/organisation/team/", {"name": "热线二组", "line": "2"}).status_code == 302
    assert (
        boss.post(f"/setting-up/organisation/team/{house.desk.pk}/", {"name": "热线组", "line": "1"}).status_code == 302
    )
    assert boss.post("/setting-up/organisation/team/", {"name": "热线组", "line": "1"}).status_code == 422
    assert boss.post("/setting-up/organisation/team/99999/", {"name": "x", "line": "1"}).status_code == 404
    assert set(Team.objects.values_list("name", flat=True)) >= {"热线二组", "热线组"}


def test_what_was_typed_survives_a_refusal(boss):
    answer = boss.post("/setting-up/benchmarks/", {"indicator": "on_time", "value": "90", "population": "全部工单"})
    assert answer.status_code == 422 and "全部工单" in text(answer) and not Benchmark.objects.exists()
    answer = boss.post("/setting-up/types/", {"name": "保养", "starts": "queued"})
    assert answer.status_code == 422 and "保养" in text(answer)
    answer = boss.post("/setting-up/fields/", {"name": "警示灯", "kind": "list", "choices": ""})
    assert answer.status_code == 422 and "警示灯" in text(answer) and not FieldDef.objects.exists()


def test_a_type_and_a_field_are_made_here(boss):
    assert boss.post("/setting-up/types/", {"name": "保养", "code": "care", "ends": "arrived"}).status_code == 302
    kind = ServiceType.objects.get(code="care")
    assert (
        boss.post("/setting-up/fields/", {"name": "里程", "kind": "number", "service_type": kind.pk}).status_code == 302
    )
    page = text(boss.get("/setting-up/fields/"))
    assert "里程" in page and "保养" in page


def test_a_form_sent_twice_signs_once(boss, house):
    form = {"responsible": house.boss.number, "note": "首次启用", "key": "k1"}
    assert {boss.post("/setting-up/sign/", form)["Location"] for _ in range(2)} == {"/setting-up/records/1/"}
    assert SetUp.objects.count() == 1
    assert boss.post("/setting-up/sign/", form | {"responsible": "nobody", "key": "k2"}).status_code == 422


def test_the_next_record_shows_what_is_different(boss, house):
    form = {"responsible": house.boss.number}
    boss.post("/setting-up/sign/", form | {"key": "a"})
    boss.post("/setting-up/organisation/team/", {"name": "热线二组", "line": "2"})
    assert "热线二组" in text(boss.get("/setting-up/")) and "热线二组" not in text(boss.get("/setting-up/records/1/"))
    boss.post("/setting-up/sign/", form | {"key": "b", "after": "1"})
    page = text(boss.get("/setting-up/records/2/"))
    assert "Changes since record no. 1" in page and page.count("热线二组") == 2
    assert boss.get("/setting-up/records/3/").status_code == 404


def test_who_may_not_set_up_has_no_room_for_it(house, reads):
    client = reads(house.lin)
    addresses = ("", "organisation/", "types/", "fields/", "benchmarks/", "records/1/")
    assert {client.get(f"/setting-up/{address}").status_code for address in addresses} == {403}
    assert client.post("/setting-up/sign/", {"key": "x"}).status_code == 403
