"""A matter past its deadline is spoken of once, to both sides."""

import pytest

from jishi.directory.models import Department, Person
from jishi.directory.people import hire
from jishi.tickets import actions, matters
from jishi.timetable import ROUNDS
from jishi.watch import notices
from jishi.watch.alarming import alarm_matters
from jishi.watch.models import Notice
from jishi.words.notices import notice

pytestmark = pytest.mark.both_databases


@pytest.fixture
def stores(house):
    return Department.objects.create(name="备件部")


@pytest.fixture
def liang(stores):
    """Answers for the stores."""
    return hire("7001", "梁晨", "contact", department=stores)


@pytest.fixture
def ask(repair, stores, house, liang, at):
    """`ask(owner=liang)`: Lin asks the stores, by Tuesday evening."""

    def asked(**told):
        told = {"department": stores, "asked": "密封圈何时到货", "due_at": at(2, "18:00")} | told
        return matters.ask(repair, house.lin, at(1, "10:00"), **told)

    return asked


def heard():
    return sorted(Notice.objects.filter(code="matter_overdue").values_list("person__name", flat=True))


def test_whose_it_is_and_who_has_the_ticket_are_told_once(house, repair, ask, liang, told, at):
    actions.assign(repair, told(1, "09:05", by=house.boss), owner=house.wang)
    ask(owner=liang)
    assert (alarm_matters(at(2, "17:59")), heard()) == (0, [])
    assert (alarm_matters(at(2, "18:00")), alarm_matters(at(2, "18:01"))) == (1, 0)
    assert heard() == ["梁晨", "王磊"]


def test_without_owners_who_speaks_for_the_department_and_who_asked_are_told(ask, at):
    ask()
    alarm_matters(at(2, "18:00"))
    assert heard() == ["林晓", "梁晨"]


def test_another_day_is_another_deadline(house, ask, at):
    matter = ask()
    alarm_matters(at(2, "18:00"))
    matters.postpone(matter, house.lin, at(2, "19:00"), at(4, "18:00"), "供应商延期")
    assert alarm_matters(at(3, "09:00")) == 0
    assert (alarm_matters(at(4, "18:00")), len(heard())) == (1, 4)


def test_what_was_settled_in_time_alarms_nobody(ask, liang, at):
    matters.tell(ask(), "done", liang, at(2, "17:00"), "已到货")
    assert (alarm_matters(at(3, "09:00")), heard()) == (0, [])


def test_who_may_not_see_the_matter_is_not_told(house, repair, ask, liang, told, at):
    actions.assign(repair, told(1, "09:05", by=house.boss), owner=house.wang)
    Person.objects.filter(pk=house.wang.pk).update(team=house.other)
    ask(owner=liang)
    alarm_matters(at(2, "18:00"))
    assert heard() == ["梁晨"]


def test_the_notice_leads_to_the_matter_and_says_its_deadline(house, ask, at, client):
    matter = ask()
    alarm_matters(at(2, "18:00"))
    row = notices.of(house.lin).get()
    assert "2026-03-03 18:00" in notice(row.code, "", row.facts)
    client.force_login(house.lin)
    assert client.post(f"/notices/{row.pk}/open/")["Location"] == f"/matters/{matter.pk}/"


def test_it_is_a_round_of_the_timetable():
    assert alarm_matters in [regular.act for regular in ROUNDS]
