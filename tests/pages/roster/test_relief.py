"""The pages of a shift handed over, of leave, of skills and of one's presence."""

import pytest

from jishi.directory.models import Leave, Person, Shift
from jishi.tickets import actions
from jishi.tickets.models import Relief
from tests.pages.told import text


@pytest.fixture
def urgent(repair, told):
    actions.reprioritise(repair, told(1, "09:10"), priority="P1")
    return repair


@pytest.fixture
def given(reads, house, urgent):
    said = {
        "team": house.desk.pk,
        "hours": "8",
        "note": "夜里安静",
        "key": "k1",
        f"remark-{urgent.pk}": "先回电 13912345678",
    }
    client = reads(house.lin)
    first, again = (client.post("/roster/reliefs/new/", said) for _ in range(2))
    assert first.url == again.url and Relief.objects.count() == 1, "however often it is sent"
    return Relief.objects.get()


def test_a_shift_is_handed_over_read_and_signed_by_the_next(reads, house, given, urgent):
    page = reads(house.wang).get(f"/roster/reliefs/{given.pk}/")
    assert urgent.number in text(page) and "夜里安静" in text(page)
    assert "13912345678" not in page.content.decode(), "free text is masked here too"
    reads(house.wang).post(f"/roster/reliefs/{given.pk}/take/")
    assert "signed by both" in text(reads(house.lin).get(f"/roster/reliefs/?team={house.desk.pk}"))


def test_whoever_wrote_it_is_not_offered_the_second_signature(reads, house, given):
    assert "I have read it" not in text(reads(house.lin).get(f"/roster/reliefs/{given.pk}/"))
    assert reads(house.lin).post(f"/roster/reliefs/{given.pk}/take/").status_code == 422


@pytest.mark.parametrize("address", ["", "take/", "withdraw/"])
def test_for_a_stranger_there_is_no_such_hand_over(reads, house, given, address):
    client = reads(house.zhou)
    answer = client.post if address else client.get
    assert answer(f"/roster/reliefs/{given.pk}/{address}").status_code == 404
    assert client.get(f"/roster/reliefs/new/?team={house.desk.pk}").status_code == 404


def test_what_was_typed_is_still_there_after_a_refusal(reads, house, given):
    said = {"team": house.desk.pk, "hours": "8", "note": "第二次交班", "key": "k2"}
    answer = reads(house.wang).post("/roster/reliefs/new/", said)
    assert answer.status_code == 422
    assert "still waits" in text(answer) and "第二次交班" in answer.content.decode()


def test_leave_is_asked_for_and_approved(reads, boss, house):
    asked = reads(house.lin).post("/roster/leave/", {"kind": "annual", "since": "2026-03-09", "until": "2026-03-10"})
    assert asked.status_code == 302
    assert "林晓 1001 · Annual leave 2026-03-09 – 2026-03-10" in text(boss.get("/roster/leave/"))
    boss.post(f"/roster/leave/{Leave.objects.get().pk}/decide/", {"approved": "1"})
    assert "approved · 主管" in text(reads(house.lin).get("/roster/leave/"))
    assert "leave" in text(boss.get(f"/roster/?team={house.desk.pk}&week=2026-03-09"))


def test_leave_that_cannot_be_keeps_what_was_typed(reads, house):
    said = {"kind": "sick", "since": "2026-03-09", "until": "2026-03-08", "words": "复查"}
    answer = reads(house.lin).post("/roster/leave/", said)
    assert answer.status_code == 422 and "复查" in answer.content.decode() and not Leave.objects.exists()


def test_leave_of_people_one_does_not_lead_does_not_exist(reads, house):
    reads(house.lin).post("/roster/leave/", {"kind": "annual", "since": "2026-03-09"})
    address = f"/roster/leave/{Leave.objects.get().pk}"
    assert reads(house.wang).post(f"{address}/withdraw/").status_code == 404
    assert reads(house.wang).post(f"{address}/decide/", {"approved": "1"}).status_code == 403


def test_skills_and_capacity_are_written_down(boss, house):
    said = {"team": house.desk.pk, "capacity": "4", "skill": ["service_type:repair"]}
    boss.post(f"/roster/people/{house.lin.pk}/", said)
    assert "0 of 4 open tickets" in text(boss.get(f"/roster/people/?team={house.desk.pk}"))
    wrong = boss.post(f"/roster/people/{house.lin.pk}/", said | {"skill": ["service_type:nonsense"]})
    assert wrong.status_code == 422 and house.lin.skills.count() == 1


def test_a_shift_that_was_worked_keeps_its_hours(boss, house, rostered):
    rostered(house.lin, 4, "early")
    said = {"name": "早班", "letter": "早", "key": "e", "hours": "07:00-15:00"}
    assert "its hours stay" in text(boss.post("/roster/shifts/early/", said))
    boss.post("/roster/shifts/early/", said | {"hours": "08:00-16:00", "name": "晨班"})
    assert Shift.objects.get(code="early").name == "晨班"
    taken = said | {"letter": "夜", "key": "x", "name": "又一个"}
    assert "has this letter" in text(boss.post("/roster/shifts/", taken))


def test_one_says_how_one_is_in_one_press(reads, house):
    answer = reads(house.lin).post("/presence/", {"presence": "busy"}, headers={"HX-Request": "true"})
    assert "presence-said" in answer.content.decode() and Person.objects.get(pk=house.lin.pk).presence == "busy"
    assert reads(house.lin).post("/presence/", {"presence": "asleep"}).status_code == 422
