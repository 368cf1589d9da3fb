"""How a sheet is read can be changed on its page, and is remembered."""

import pytest

from jishi.directory.models import FieldDef
from jishi.intake.models import Fault, Profile
from jishi.tickets.models import Ticket
from tests.pages.sheets.workbooks import come_in, paste

pytestmark = pytest.mark.both_databases

PASTED = (
    "工单编号\t客户名称\t优先级\t问题描述\t报修时间\nA1\t陈建国\t特别急\t漏水\t2026/3/2 9:05\nA2\t李梅\t高\t异响\t昨天"
)
OWN = (
    "工单编号\t报修时间\t报警代码\t购买日期\t规格\n"
    "A1\t2026-03-02 09:00\tAL-7\t2024/5/6\t大\nA2\t2026-03-02 10:00\tAL-8\t\t中\n"
)


def test_words_nobody_knew_are_given_a_code_and_remembered_for_the_source(manager):
    upload = paste(manager, PASTED)
    page = manager.get(f"/sheets/{upload.pk}/").content.decode()
    assert upload.told["unknown"]["priority"] == [["特别急", 1]] and "Pasted rows" in page and "× 1" in page
    taken = {f"column.{n}": field for n, (_, field, _) in enumerate(upload.told["columns"])}
    said = taken | {"word.priority": "特别急", "code.priority": "P0", "zone": "Asia/Tokyo"}
    assert manager.post(f"/sheets/{upload.pk}/read/", said).status_code == 302
    come_in(manager, upload, "师傅的表")
    ticket = Ticket.objects.get()
    assert (ticket.priority, ticket.external_id, ticket.source) == ("P0", "A1", "师傅的表")
    assert f"{ticket.received_at:%H:%M}" == "00:05"
    again = paste(manager, PASTED.replace("A1", "A3"))
    assert (again.profile, again.source, again.told["unknown"]["priority"]) == ("师傅的表", "师傅的表", [])
    assert Profile.objects.get().mapping["zone"] == "Asia/Tokyo"


def test_a_column_nobody_knew_is_taken_for_what_the_page_says(manager):
    rows = "编号\t何时坏的\t怎么了\nA1\t2026-03-02 09:00\t漏水\nA2\t2026-03-03 10:00\t异响\n"
    upload = paste(manager, rows)
    manager.post(f"/sheets/{upload.pk}/read/", {"column.0": "id", "column.1": "received", "column.2": "title"})
    come_in(manager, upload)
    assert set(Ticket.objects.values_list("title", flat=True)) == {"漏水", "异响"}


def test_own_fields_are_read_by_their_names_and_what_does_not_fit_is_named(manager, house):
    FieldDef.objects.create(code="alarm", name="报警代码", service_type=house.types["repair"])
    FieldDef.objects.create(code="sold", name="购买日期", kind="date")
    FieldDef.objects.create(code="size", name="规格", kind="list", choices=["大", "小"])
    upload = come_in(manager, paste(manager, OWN))
    assert Ticket.objects.get(external_id="A1").extra == {"alarm": "AL-7", "sold": "2024-05-06", "size": "大"}
    assert list(Fault.objects.values_list("row", "column", "value", "reason")) == [(3, "规格", "中", "own-unfit")]
    assert Ticket.objects.get(external_id="A2").extra == {"alarm": "AL-8"} and upload.added == 2
