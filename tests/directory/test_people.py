"""Who rules over whom: nobody over those who may do more, and somebody always remains who lets people in."""

import pytest

from jishi.core.refused import Refused
from jishi.directory import people, roles
from jishi.directory.models import Access, Person, Role
from jishi.directory.people import hire
from jishi.directory.rights import RIGHTS

pytestmark = pytest.mark.both_databases


@pytest.fixture
def root(house):
    return hire("0001", "管理员", "administrator")


def role(code):
    return Role.objects.get(code=code)


def told():
    return list(Access.objects.order_by("pk").values_list("act", "key"))


def test_whoever_is_taken_on_cannot_come_in_before_they_chose_a_password(house, root):
    person = people.take_on(root, "5001", "新人", role("agent"), team=house.desk)
    assert not person.has_usable_password() and told() == [("taken-on", "5001")]


@pytest.mark.parametrize("number", ["1001", "", "a b", "x" * 65, "a/b", "<b>"])
def test_a_number_is_somebodys_alone_and_plain(house, root, number):
    with pytest.raises(Refused, match=r"number-taken|bad-value"):
        people.take_on(root, number, "新人", role("agent"))
    assert told() == []


def test_nobody_gives_a_role_that_may_do_more_than_their_own(house):
    with pytest.raises(Refused, match="beyond-own-rights"):
        people.take_on(house.boss, "5001", "新人", role("administrator"))
    with pytest.raises(Refused, match="beyond-own-rights"):
        people.move(house.boss, house.lin, role("administrator"))


@pytest.mark.parametrize("verb", [people.disable, people.enable, people.lock])
def test_nobody_rules_over_those_who_may_do_more(house, root, verb):
    with pytest.raises(Refused, match="beyond-own-rights"):
        verb(house.boss, root)
    assert Person.objects.get(pk=root.pk).is_active and told() == []


@pytest.mark.parametrize("verb", [people.disable, people.lock])
def test_nobody_shuts_themselves_out(root, verb):
    with pytest.raises(Refused, match="not-oneself"):
        verb(root, root)


def test_the_last_who_can_let_people_in_stays(house, root):
    other = hire("0002", "备用管理员", "administrator")
    people.disable(other, root)
    with pytest.raises(Refused, match="last-administrator"):
        people.move(other, other, role("agent"))
    assert Person.objects.get(pk=other.pk).role.code == "administrator"


def test_nobody_gives_a_right_they_lack(house, root):
    own = roles.add(root, "人事", role("reader"))
    for right in ("people", "roles"):
        roles.grant(root, own, right, True)
    clerk = hire("6001", "人事专员", own.code)
    with pytest.raises(Refused, match="beyond-own-rights"):
        roles.grant(clerk, Role.objects.get(pk=own.pk), "erase", True)
    with pytest.raises(Refused, match="beyond-own-rights"):
        roles.grant(clerk, role("agent"), "board", True)
    with pytest.raises(Refused, match="beyond-own-rights"):
        roles.add(clerk, "另一个", role("manager"))


def test_a_role_like_the_administrators_has_every_right_by_name(root):
    own = roles.add(root, "副管理员", role("administrator"))
    assert sorted(own.rights) == RIGHTS and own.reach == "all"


def test_a_role_goes_only_when_it_is_our_own_and_nobody_has_it(house, root):
    own = roles.add(root, "临时工", role("agent"))
    hire("6002", "临时工甲", own.code)
    for kept, code in ((own, "role-in-use"), (role("reader"), "role-ships")):
        with pytest.raises(Refused, match=code):
            roles.remove(root, kept)
    Person.objects.filter(role=own).update(role=role("agent"))
    roles.remove(root, own)
    assert not Role.objects.filter(pk=own.pk).exists()


def test_every_change_of_rights_is_written_down(house, root):
    roles.grant(root, role("agent"), "board", True)
    roles.grant(root, role("agent"), "board", False)
    roles.stretch(root, role("agent"), "own")
    roles.demand_factor(root, role("agent"), True)
    people.move(root, house.lin, role("lead"))
    acts = ["granted", "withdrawn", "reached", "demanded", "moved"]
    assert [act for act, _ in told()] == acts
    assert Access.objects.latest("pk").facts == {"was": "agent", "role": "lead"}
