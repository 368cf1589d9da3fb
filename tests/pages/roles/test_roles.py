"""The room of roles: every right of every role on one screen."""

import pytest

from jishi.directory.models import Role
from jishi.directory.people import hire
from jishi.directory.rights import RIGHTS, ROLES
from tests.pages.told import text

HTMX = {"HX-Request": "true"}


@pytest.fixture
def admin(house, reads):
    return reads(hire("0001", "管理员", "administrator"))


def role(code):
    return Role.objects.get(code=code)


def test_every_right_and_every_role_stands_there_once(admin):
    page = admin.get("/roles/").content.decode()
    assert {right: page.count(f"/roles/agent/rights/{right}/") for right in RIGHTS} == dict.fromkeys(RIGHTS, 1)
    assert all(f"/roles/{code}/rights/" in page for code in ROLES if code != "administrator")


def test_a_tick_gives_a_right_at_once_and_another_takes_it(house, reads, admin):
    lin = reads(house.lin)
    given = admin.post("/roles/agent/rights/board/", {"granted": "1"}, headers=HTMX).content.decode()
    assert "checked" in given and lin.get("/board/").status_code == 200
    admin.post("/roles/agent/rights/board/", headers=HTMX)
    assert lin.get("/board/").status_code == 403


def test_reach_and_second_factor_are_set_for_a_role(admin):
    admin.post("/roles/agent/reach/", {"reach": "own"})
    admin.post("/roles/agent/factor/", {"needed": "1"})
    assert (role("agent").reach, role("agent").needs_factor) == ("own", True)


@pytest.mark.parametrize(
    ("address", "said", "status"),
    [
        ("agent/rights/fly", {"granted": "1"}, 422),
        ("nobody/rights/board", {"granted": "1"}, 404),
        ("administrator/rights/board", {}, 422),
        ("agent/reach", {"reach": "everything"}, 422),
        ("agent/remove", {}, 422),
    ],
)
def test_what_cannot_be_is_refused(admin, address, said, status):
    assert admin.post(f"/roles/{address}/", said).status_code == status


def test_a_role_of_ones_own_begins_like_another_and_goes_again(admin):
    admin.post("/roles/add/", {"name": "夜班热线", "like": "agent"})
    own = Role.objects.get(name="夜班热线")
    assert sorted(own.rights) == sorted(set(role("agent").rights)) and "夜班热线" in text(admin.get("/roles/"))
    admin.post(f"/roles/{own.code}/remove/")
    assert not Role.objects.filter(pk=own.pk).exists()


def test_without_the_right_the_room_is_shut_and_nothing_changes(house, reads):
    boss, said = reads(house.boss), {"granted": "1", "reach": "own", "needed": "1"}
    assert boss.get("/roles/").status_code == 403
    for address in ("manager/rights/erase", "manager/reach", "manager/factor", "agent/remove"):
        assert boss.post(f"/roles/{address}/", said).status_code == 403
    assert "erase" not in role("manager").rights and role("manager").reach == "all"


def test_what_the_reader_may_not_change_is_no_tick(admin, reads):
    admin.post("/roles/reader/rights/roles/", {"granted": "1"})
    page = reads(hire("6001", "小管", "reader")).get("/roles/").content.decode()
    assert "/roles/reader/rights/board/" in page and "/roles/reader/rights/erase/" not in page
    assert "/roles/manager/rights/" not in page
