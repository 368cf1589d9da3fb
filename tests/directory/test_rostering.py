"""The roster drawn up: nobody overwrites unseen, leave is left alone, a week is copied and a pattern goes round."""

from datetime import date, timedelta

import pytest

from jishi.core.refused import Refused
from jishi.directory import rostering
from jishi.directory.groups import Group, led_by, members, points, teams
from jishi.directory.models import Duty, Role, Shift, Supplier
from jishi.directory.people import hire
from jishi.directory.rostering import Pattern

MONDAY = date(2026, 3, 2)
TODAY = date(2026, 3, 4)
ONE = timedelta(days=1)


@pytest.fixture
def group(house):
    return Group("team", house.desk)


@pytest.fixture
def shifts(house):
    return {each.letter: each for each in Shift.objects.all()}


def told(person):
    return [(duty.day, duty.shift.letter) for duty in Duty.objects.filter(person=person).order_by("day")]


@pytest.mark.both_databases
def test_a_shift_is_set_changed_and_taken_away(group, house, shifts):
    rostering.put(group, house.lin, TODAY, shifts["早"], None, TODAY)
    rostering.put(group, house.lin, TODAY, shifts["夜"], shifts["早"].pk, TODAY)
    assert told(house.lin) == [(TODAY, "夜")]
    rostering.put(group, house.lin, TODAY, None, shifts["夜"].pk, TODAY)
    assert told(house.lin) == []


@pytest.mark.both_databases
@pytest.mark.parametrize("seen", ["", "中"], ids=["thought it was empty", "thought it was another"])
def test_nobody_overwrites_what_they_did_not_see(group, house, shifts, seen):
    rostering.put(group, house.lin, TODAY, shifts["早"], None, TODAY)
    was = shifts[seen].pk if seen else None
    with pytest.raises(Refused, match="roster-changed"):
        rostering.put(group, house.lin, TODAY, shifts["夜"], was, TODAY)
    assert told(house.lin) == [(TODAY, "早")]


def test_what_is_long_past_stays(group, house, shifts):
    with pytest.raises(Refused, match="roster-closed"):
        rostering.put(group, house.lin, TODAY - 60 * ONE, shifts["早"], None, TODAY)


def test_one_leads_a_shift_at_a_time(group, house, rostered):
    rostered(house.lin, 3, "early", lead=True), rostered(house.wang, 3, "early")
    rostering.lead(group, house.wang, TODAY, TODAY)
    assert list(Duty.objects.filter(lead=True).values_list("person", flat=True)) == [house.wang.pk]
    with pytest.raises(Refused, match="no-duty"):
        rostering.lead(group, house.wang, TODAY + ONE, TODAY)


@pytest.mark.both_databases
def test_last_week_is_copied_onto_days_that_are_free(group, house, rostered, away):
    for day in (1, 2, 3):
        rostered(house.lin, day, "early", lead=day == 1)
    rostered(house.lin, 9, "night")
    away(house.lin, (10, "00:00"), (11, "00:00"))
    assert rostering.copy(group, MONDAY + 7 * ONE, TODAY) == 1
    assert told(house.lin)[3:] == [(MONDAY + 7 * ONE, "早"), (MONDAY + 8 * ONE, "夜")]
    assert Duty.objects.get(day=MONDAY + 7 * ONE).lead


@pytest.mark.both_databases
def test_a_pattern_goes_round_and_each_next_person_begins_later(group, house, shifts):
    turns = [shifts.get(letter) for letter in "早早中中夜休休"]
    pattern = Pattern(turns, MONDAY, weeks=2, later=2)
    assert rostering.rotate(group, [house.lin, house.wang], pattern, TODAY) == 20
    assert "".join(letter for _, letter in told(house.lin)) == "早早中中夜" * 2
    assert [day for day, _ in told(house.wang)][:3] == [MONDAY + n * ONE for n in (2, 3, 4)]
    assert rostering.rotate(group, [house.lin], pattern, TODAY) == 0, "what is there stays"
    assert rostering.rotate(group, [house.lin], pattern._replace(over=True), TODAY) == 10


@pytest.mark.parametrize("other", [{"shifts": [None]}, {"weeks": 0}], ids=["no shift", "no week"])
def test_a_pattern_that_says_nothing_is_refused(group, house, shifts, other):
    with pytest.raises(Refused):
        rostering.rotate(group, [house.lin], Pattern([shifts["早"]], MONDAY, 1)._replace(**other), TODAY)


def test_a_duty_for_another_team_is_not_ours_to_change(group, house, shifts, rostered):
    rostered(house.lin, 3, "early", team=house.other)
    with pytest.raises(Refused, match="roster-changed"):
        rostering.put(group, house.lin, TODAY, None, shifts["早"].pk, TODAY)


@pytest.mark.both_databases
def test_who_helps_out_stands_in_the_roster_of_that_week(group, house, rostered):
    rostered(house.zhou, 3, "early", team=house.desk)
    assert house.zhou in members(group, MONDAY, MONDAY + 6 * ONE)
    assert house.zhou not in members(group, MONDAY + 7 * ONE, MONDAY + 13 * ONE)


@pytest.mark.both_databases
def test_each_sees_the_roster_as_far_as_the_role_reaches(house):
    lead = hire("5001", "张薇", "lead", department=house.desk.department, team=house.desk)
    shop = Supplier.objects.create(name="宏越")
    house.point.supplier = shop
    house.point.save()
    stranger = hire("W1", "徐锦", "supplier", supplier=shop, point=house.point, team=house.other)
    assert list(teams(house.lin)) == [house.desk] and not points(house.lin)
    assert set(teams(lead)) == {house.desk, house.second}
    assert house.other in teams(house.boss) and house.point in points(house.boss)
    assert not teams(stranger) and list(points(stranger)) == [house.point]
    assert set(led_by(lead)) == {house.lin, house.wang, house.he}
    assert not led_by(house.lin) and Role.objects.get(code="lead").rights.count("roster") == 1
