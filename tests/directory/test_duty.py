"""Who is on duty, who leads, who can be counted on."""

from datetime import date

import pytest

from jishi.directory import duty
from jishi.directory.models import Skill

pytestmark = pytest.mark.both_databases


def test_a_night_goes_on_in_the_morning(house, rostered, at):
    rostered(house.lin, 1, "night")
    assert duty.on_duty(at(1, "21:59")) == []
    assert duty.on_duty(at(1, "22:00")) == duty.on_duty(at(2, "07:59")) == [house.lin]
    assert duty.on_duty(at(2, "08:00")) == []


def test_one_asks_for_a_team_or_a_service_point(house, rostered, at):
    rostered(house.lin, 1, "day"), rostered(house.mo, 1, "day")
    assert duty.on_duty(at(1, "10:00"), team=house.desk) == [house.lin]
    assert duty.on_duty(at(1, "10:00"), point=house.point) == [house.mo]


def test_leave_takes_people_off_duty_once_it_is_approved(house, rostered, away, at):
    rostered(house.lin, 2, "day"), rostered(house.wang, 2, "day")
    away(house.lin, (2, "13:00"), (3, "00:00"))
    away(house.wang, (2, "00:00"), (3, "00:00"), state="asked")
    assert duty.on_duty(at(2, "11:00")) == [house.lin, house.wang]
    assert duty.on_duty(at(2, "14:00")) == [house.wang]


def test_the_duty_lead_is_whoever_leads_now(house, rostered, at):
    rostered(house.lin, 1, "early", lead=True), rostered(house.wang, 1, "late", lead=True)
    assert duty.duty_lead(at(1, "09:00"), house.desk) == house.lin
    assert duty.duty_lead(at(1, "17:00"), house.desk) == house.wang
    assert duty.duty_lead(at(1, "23:00"), house.desk) is None


def test_who_said_away_is_not_counted_on_until_the_next_duty(house, rostered, at):
    rostered(house.lin, 1, "day"), rostered(house.lin, 2, "day")
    house.lin.presence, house.lin.presence_at = "away", at(1, "11:00")
    assert not duty.is_present(house.lin, at(1, "11:30"))
    assert duty.is_present(house.lin, at(2, "09:30"))


def test_what_holds_yesterday_does_not_hide_what_holds_today(house, rostered, at):
    rostered(house.lin, 1, "night"), rostered(house.lin, 2, "night")
    assert duty.present([house.lin, house.wang], at(2, "07:00")) == {house.lin.pk}


def test_a_persons_own_number_goes_before_the_roles(house):
    assert duty.capacity(house.lin) == house.lin.role.capacity == 15
    house.lin.capacity = 0
    assert duty.capacity(house.lin) == 0


def test_skills_are_kind_and_code(house):
    Skill.objects.create(person=house.lin, of="service_type", code="repair")
    assert duty.skills(house.lin) == {("service_type", "repair")}
    assert duty.skills_of([house.lin, house.wang])[house.wang.pk] == set()


def test_many_cost_as_many_queries_as_one(house, rostered, at, django_assert_num_queries):
    everybody = [house.lin, house.wang, house.zhou, house.mo]
    for person in everybody:
        rostered(person, 1, "day")
    for people in (everybody[:1], everybody):
        with django_assert_num_queries(3):
            duty.present(people, at(1, "10:00"))
    with django_assert_num_queries(2):
        [person.team.name for person in duty.on_duty(at(1, "10:00"))]


def test_the_hours_of_the_week_are_those_of_the_roster(house, rostered):
    for day in range(14):
        rostered(house.lin, day + 1, "early"), rostered(house.wang, day + 1, "late")
    week = duty.covered_week([house.desk], date(2026, 3, 2), 2, "Asia/Shanghai")
    assert week[2] == [("08:00", "22:30")]
    assert duty.covered_week([house.other], date(2026, 3, 2), 2, "Asia/Shanghai")[2] == []
