"""The room of other departments: asked from the ticket in one step, answered there, on one sheet a week."""

from datetime import timedelta

import pytest
from django.utils import timezone

from jishi.directory.models import Department
from jishi.directory.people import hire
from jishi.tickets import matters
from jishi.tickets.models import Matter
from jishi.watch.alarming import alarm_matters
from jishi.watch.models import Notice

FORM = {"asked": "密封圈何时到货，电话 13912345678", "days": "2", "key": "k1"}


@pytest.fixture
def stores(house):
    return Department.objects.create(name="备件部")


@pytest.fixture
def liang(stores):
    return hire("7001", "梁晨", "contact", department=stores)


@pytest.fixture
def asked(house, repair, stores, reads):
    reads(house.lin).post(f"/matters/tickets/{repair.number}/", FORM | {"department": stores.pk})
    return Matter.objects.get()


def text(answer):
    return answer.content.decode()


def test_a_department_is_asked_once_however_often_the_form_arrives(house, repair, stores, asked, reads):
    again = reads(house.lin).post(f"/matters/tickets/{repair.number}/", FORM | {"department": stores.pk})
    assert again.status_code == 302 and Matter.objects.count() == 1
    assert "密封圈何时到货" in text(reads(house.lin).get(f"/matters/tickets/{repair.number}/"))


def test_it_is_due_when_the_working_day_closes(asked):
    due = timezone.localtime(asked.due_at)
    assert due.weekday() < 6 and due > timezone.localtime(asked.asked_at) and due.minute == due.second == 0


def test_who_is_asked_sees_of_the_ticket_what_they_need(asked, repair, liang, reads):
    page = text(reads(liang).get(f"/matters/{asked.pk}/"))
    assert repair.number in page and "锅炉漏水" in page and "壁挂炉 B24" in page
    assert f'href="/tickets/{repair.number}/"' not in page
    assert [secret for secret in ("陈建国", "13912345678", "金枫路") if secret in page] == []
    assert reads(liang).get(f"/tickets/{repair.number}/").status_code == 404


def test_a_foreign_matter_does_not_exist(asked, house, reads):
    client = reads(hire("7003", "别人", "contact", department=Department.objects.create(name="别的部")))
    posts = [
        client.post(f"/matters/{asked.pk}/{what}/", {"kind": "done", "words": "x"}) for what in ("tell", "own", "join")
    ]
    assert [client.get(f"/matters/{asked.pk}/").status_code, *(one.status_code for one in posts)] == [404] * 4
    assert "密封圈" not in text(client.get("/matters/")) + text(client.get("/matters/sheet/"))


def test_the_department_answers_on_the_page(asked, liang, house, reads):
    reads(liang).post(f"/matters/{asked.pk}/tell/", {"kind": "answered", "words": "<b>周五</b>", "key": "a"})
    page = text(reads(house.lin).get(f"/matters/{asked.pk}/"))
    assert "&lt;b&gt;周五&lt;/b&gt;" in page and "<b>周五</b>" not in page
    assert reads(house.lin).post(f"/matters/{asked.pk}/tell/", {"kind": "owned", "words": "x"}).status_code == 422


def test_who_is_asked_is_told_and_led_to_the_matter(house, repair, stores, liang, reads):
    reads(house.lin).post(f"/matters/tickets/{repair.number}/", FORM | {"department": stores.pk})
    notice, matter = Notice.objects.get(), Matter.objects.get()
    assert (notice.person, notice.code) == (liang, "matter_asked")
    assert reads(liang).post(f"/notices/{notice.pk}/open/")["Location"] == f"/matters/{matter.pk}/"
    reads(liang).post(f"/matters/{matter.pk}/tell/", {"kind": "answered", "words": "周五", "key": "a"})
    assert Notice.objects.filter(person=house.lin, code="matter_told").count() == 1


def test_the_notice_of_an_overdue_one_says_what_was_asked_and_hides_the_number(asked, house, reads):
    alarm_matters(asked.due_at)
    page = text(reads(house.lin).get("/notices/"))
    assert "past its deadline" in page and "密封圈何时到货" in page and "13912345678" not in page
    Matter.objects.update(by=house.zhou, owner=None)
    asked.tickets.clear()
    assert "密封圈何时到货" not in text(reads(house.lin).get("/notices/"))


def test_the_sheet_says_what_is_pending_overdue_done_and_decided(asked, repair, liang, stores, house, reads):
    now, boss = timezone.now(), house.boss
    told = {"department": stores, "due_at": now - timedelta(days=1)}
    late = matters.ask(repair, house.lin, now - timedelta(days=3), asked="阀何时到货", **told)
    matters.tell(late, "decided", boss, now - timedelta(hours=2), "每周一发库存表")
    done = matters.ask(repair, house.lin, now - timedelta(days=2), asked="退件检测", **told)
    matters.tell(done, "done", liang, now - timedelta(hours=1), "合格")
    page = text(reads(boss).get("/matters/sheet/"))
    assert "2 pending" in page and "1 overdue" in page and "1 done" in page and "每周一发库存表" in page
    before = text(reads(boss).get(f"/matters/sheet/?day={(now - timedelta(days=30)).date()}"))
    assert "Nothing to coordinate" in before


def test_who_may_not_coordinate_has_no_room_for_it(house, asked, reads, repair):
    reader = hire("5001", "读者", "reader")
    assert reads(reader).get("/matters/").status_code == 403
    assert reads(reader).post(f"/matters/tickets/{repair.number}/", FORM | {"key": "z"}).status_code == 403
