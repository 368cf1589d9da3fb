"""The room of people: who is there, taken on, moved, let in and kept out."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from jishi.directory.models import Person, Role
from jishi.directory.people import hire

NEW = {"number": "5001", "name": "新来的"}
WRONG = [{"number": "1001"}, {"number": ""}, {"name": ""}, {"role": ""}, {"role": "x"}, {"team": "4711"}]
VERBS = ("move", "invite", "lock", "disable", "enable")


def role(code):
    return str(Role.objects.get(code=code).pk)


def link(answer):
    return re.search(r'value="http://testserver(/join/[^"]+)"', answer.content.decode())[1]


def numbers(answer):
    return re.findall(r'<td class="no">([^<]+)<', answer.content.decode())


def test_people_are_found_by_name_number_role_and_team(house, admin):
    assert numbers(admin.get("/people/")) == ["0001", "1001", "1002", "2001", "3001", "4001", "9001"]
    assert numbers(admin.get("/people/", {"q": "晓"})) == ["1001"]
    assert numbers(admin.get("/people/", {"q": "100"})) == ["1001", "1002"]
    assert numbers(admin.get("/people/", {"role": role("agent"), "team": house.other.pk})) == ["2001"]


def test_the_list_goes_on_where_the_page_ended(admin):
    for number in range(60):
        hire(f"5{number:03}", f"人{number}", "reader")
    first = admin.get("/people/", {"role": role("reader")})
    after = re.search(r'href="/people/(\?[^"]*after[^"]*)"', first.content.decode())[1].replace("&amp;", "&")
    assert numbers(first) + numbers(admin.get(f"/people/{after}")) == [f"5{number:03}" for number in range(60)]


@pytest.mark.parametrize("asked", ["role=x", "team=' OR 1=1", "standing=x", "password=1", f"q={'x' * 300}", "id__gt=0"])
def test_what_cannot_be_asked_for_is_refused(admin, asked):
    assert admin.get(f"/people/?{asked}").status_code == 422


def test_the_list_costs_the_same_however_many_there_are(house, admin):
    with CaptureQueriesContext(connection) as few:
        admin.get("/people/")
    for number in range(30):
        hire(f"5{number:03}", f"人{number}", "agent", team=house.desk)
    with CaptureQueriesContext(connection) as many:
        admin.get("/people/")
    assert len(few) == len(many)


def test_whoever_is_taken_on_comes_in_by_the_link_shown_once(house, admin):
    answer = admin.post("/people/take-on/", NEW | {"role": role("agent"), "team": house.desk.pk})
    guest, chosen = Client(), {"password": "four clocks and a boiler", "again": "four clocks and a boiler"}
    guest.get(link(answer))
    assert guest.post("/join/", chosen).status_code == 302 and guest.get("/tickets/").status_code == 200
    assert "/join/" not in admin.get("/people/5001/").content.decode()


@pytest.mark.parametrize("wrong", WRONG)
def test_what_cannot_be_is_shown_again_with_what_was_typed(admin, wrong):
    answer = admin.post("/people/take-on/", NEW | {"role": role("agent"), "mail": "xin@example.cn"} | wrong)
    assert answer.status_code == 422 and "xin@example.cn" in answer.content.decode()
    assert not Person.objects.filter(name="新来的").exists()


def test_a_person_is_moved_locked_closed_and_opened_again(house, admin):
    admin.post("/people/1001/move/", {"role": role("lead"), "team": house.other.pk})
    admin.post("/people/1001/lock/")
    admin.post("/people/1001/disable/")
    lin = Person.objects.get(number="1001")
    assert (lin.role.code, lin.team, lin.is_active, lin.has_usable_password()) == ("lead", house.other, False, False)
    admin.post("/people/1001/enable/")
    assert Person.objects.get(number="1001").is_active


def test_only_role_and_place_can_be_written_from_outside(house, admin):
    said = {"role": role("agent"), "number": "x", "is_active": "", "password": "x", "stamp": "9", "factor": "x"}
    before = Person.objects.values("number", "is_active", "password", "stamp", "factor").get(pk=house.lin.pk)
    admin.post("/people/1001/move/", said)
    assert Person.objects.values(*before).get(pk=house.lin.pk) == before


def test_a_new_link_voids_the_one_before(admin):
    first, second = (link(admin.post("/people/1001/invite/")) for _ in range(2))
    assert (Client().get(first).status_code, Client().get(second).status_code) == (404, 302)


def test_without_the_right_the_room_is_shut(house, reads):
    lin = reads(house.lin)
    for address in ("/people/", "/people/1002/", "/people/take-on/"):
        assert lin.get(address).status_code == 403
    assert {lin.post(f"/people/1002/{verb}/").status_code for verb in VERBS} == {403}


def test_nobody_beyond_ones_reach_exists(head):
    assert "2001" not in numbers(head.get("/people/")) and head.get("/people/2001/").status_code == 404
    assert {head.post(f"/people/2001/{verb}/").status_code for verb in VERBS} == {404}


def test_nobody_gives_more_than_they_have_or_takes_people_elsewhere(house, head):
    for said in ({"role": role("administrator")}, {"role": role("lead"), "department": house.zhou.department_id}):
        assert head.post("/people/take-on/", NEW | said).status_code == 422
    assert head.post("/people/1009/move/", {"role": role("manager")}).status_code == 422
    head.post("/people/take-on/", NEW | {"role": role("lead")})
    assert Person.objects.get(number="5001").department == house.lin.department
