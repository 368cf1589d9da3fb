"""Other departments are asked with an owner and a day; each side says what is its own to say."""

import pytest

from jishi.core.refused import Refused
from jishi.directory.models import Department
from jishi.directory.people import hire
from jishi.tickets import matters
from jishi.tickets.models import Matter, MatterChange

pytestmark = pytest.mark.django_db


@pytest.fixture
def stores(house):
    return Department.objects.create(name="备件部")


@pytest.fixture
def liang(stores):
    """Answers for the stores."""
    return hire("7001", "梁晨", "contact", department=stores)


@pytest.fixture
def matter(repair, stores, house, at):
    told = {"department": stores, "asked": "密封圈何时到货", "due_at": at(3, "18:00")}
    return matters.ask(repair, house.lin, at(1, "10:00"), **told)


def fresh(matter):
    return Matter.objects.get(pk=matter.pk)


def test_who_is_asked_sees_the_matter_and_a_stranger_does_not(house, matter, liang):
    elsewhere = hire("7002", "别人", "contact", department=Department.objects.create(name="别的部"))
    seen = {who.number: matters.concerning(who).exists() for who in (house.lin, liang, house.zhou, elsewhere)}
    assert seen == {"1001": True, "7001": True, "2001": False, "7002": False}


def test_a_supplier_sees_no_matter(house, matter, repair):
    fixer = hire("W1", "外协", "supplier")
    assert not matters.concerning(fixer).exists()


def test_every_change_is_dated_with_its_words(house, matter, liang, at):
    matters.tell(matter, "answered", liang, at(2, "09:00"), "周五到")
    matters.tell(fresh(matter), "again", house.lin, at(2, "10:00"), "周五太晚")
    matters.tell(fresh(matter), "done", liang, at(3, "09:00"), "已到")
    told = list(MatterChange.objects.order_by("at").values_list("kind", "words"))
    assert told == [("answered", "周五到"), ("again", "周五太晚"), ("done", "已到")]
    assert (fresh(matter).state, fresh(matter).settled_at) == ("done", at(3, "09:00"))


def test_each_side_says_what_is_its_own(house, matter, liang, at):
    for kind, who in (("answered", house.lin), ("again", liang), ("withdrawn", liang)):
        with pytest.raises(Refused, match=r"not-your-side|matter-moved"):
            matters.tell(matter, kind, who, at(2, "09:00"), "x")
    assert "answered" in matters.moves(matter, liang) and "answered" not in matters.moves(matter, house.lin)


@pytest.mark.both_databases
def test_two_who_settle_it_at_once_settle_it_once(house, matter, liang, at):
    first, second = fresh(matter), fresh(matter)
    matters.tell(first, "done", liang, at(2, "09:00"), "已到")
    with pytest.raises(Refused, match="matter-moved"):
        matters.tell(second, "withdrawn", house.lin, at(2, "09:00"), "不要了")
    assert fresh(matter).state == "done" and MatterChange.objects.count() == 1


def test_another_day_is_agreed_by_who_asked_and_with_a_reason(house, matter, liang, at):
    with pytest.raises(Refused, match="not-your-side"):
        matters.postpone(matter, liang, at(2, "09:00"), at(5, "18:00"), "忙")
    with pytest.raises(Refused, match="reason-missing"):
        matters.postpone(matter, house.lin, at(2, "09:00"), at(5, "18:00"), " ")
    matters.postpone(matter, house.lin, at(2, "09:00"), at(5, "18:00"), "客户同意")
    assert fresh(matter).due_at == at(5, "18:00") and MatterChange.objects.get().facts["was"].startswith("2026-03-04")


def test_only_somebody_of_the_department_takes_care_of_it(house, matter, liang, at):
    with pytest.raises(Refused, match="not-of-department"):
        matters.own(matter, liang, at(2, "09:00"), house.lin)
    matters.own(matter, liang, at(2, "09:00"), liang)
    assert fresh(matter).owner == liang


def test_nothing_is_asked_for_yesterday_or_without_words(house, repair, stores, at):
    for asked, day, code in (("x", 1, "in-the-past"), (" ", 5, "reason-missing")):
        with pytest.raises(Refused, match=code):
            told = {"department": stores, "asked": asked, "due_at": at(day, "09:00")}
            matters.ask(repair, house.lin, at(2, "09:00"), **told)
