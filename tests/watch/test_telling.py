"""Who is told when a ticket goes to another line and comes back, and when a pause is asked for."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jishi.directory.people import hire
from jishi.tickets import actions, agreeing
from jishi.tickets.claiming import take_over
from jishi.tickets.handing_over import escalate
from jishi.tickets.pausing import pause
from jishi.watch.models import Notice

pytestmark = pytest.mark.both_databases


@pytest.fixture
def lead(house):
    return hire("5001", "高组长", "lead", team=house.desk, department=house.desk.department)


@pytest.fixture
def handed(repair, told, house):
    return lambda: escalate(repair, told(1, "09:10", note="已重启，仍漏水"), pool=house.second)


def heard(code):
    """The names of those who were told, and by whom."""
    return sorted(Notice.objects.filter(code=code).values_list("person__name", "by__name"))


def test_the_whole_line_it_is_handed_to_is_told(house, handed):
    hire("4002", "孙工", "second_line", team=house.second, department=house.second.department)
    hire("4003", "钱录", "monitor", team=house.second)  # sees everything, takes nothing
    handed()
    assert heard("handed_over") == [("何工", "林晓"), ("孙工", "林晓")]


def test_a_longer_line_costs_no_more_questions(house, handed, repair, told):
    def asked():
        with CaptureQueriesContext(
            connection,
        ) as seen:
            handed()
        actions.return_(repair, told(1, "09:20", by=house.he), reason="not_ours")
        return len(seen)

    asked()
    first = asked()
    for n in range(5):
        hire(f"41{n}", f"专家{n}", "second_line", team=house.second, department=house.second.department)
    assert asked() == first


def test_given_back_whoever_handed_it_over_and_the_lead_are_told(house, lead, handed, repair, told):
    handed()
    take_over(repair, told(1, "09:20", by=house.he))
    actions.return_(repair, told(1, "09:40", by=house.he), reason="not_ours")
    assert heard("returned") == [("林晓", "何工"), ("高组长", "何工")]


def test_who_may_no_longer_see_it_is_not_told_that_it_came_back(house, lead, handed, repair, told):
    handed()
    house.lin.team = house.other
    house.lin.save()
    actions.return_(repair, told(1, "09:40", by=house.he), reason="not_ours")
    assert heard("returned") == [("高组长", "何工")]


def test_a_pause_is_asked_of_the_nearest_who_may_agree(house, lead, repair, told):
    pause(repair, told(1, "10:00"), reason="waiting_supplier")
    assert heard("approval_asked") == [("高组长", "林晓")]


def test_without_a_lead_of_the_team_it_is_asked_of_who_sees_further(house, repair, told):
    pause(repair, told(1, "10:00"), reason="waiting_supplier")
    assert ("主管", "林晓") in heard("approval_asked") and len(heard("approval_asked")) >= 1


def test_whoever_asked_for_the_pause_hears_the_answer(house, lead, repair, told):
    pause(repair, told(1, "10:00"), reason="waiting_supplier")
    agreeing.agree(repair, told(1, "10:20", by=lead))
    assert heard("approval_given") == [("林晓", "高组长")]
    actions.resume(repair, told(1, "11:00"))
    pause(repair, told(1, "11:05"), reason="waiting_supplier")
    agreeing.decline(repair, told(1, "11:20", by=lead, note="请先联系客户"))
    assert heard("approval_refused") == [("林晓", "高组长")]


def test_a_pause_nobody_had_to_agree_to_is_told_to_nobody(repair, told):
    pause(repair, told(1, "10:00"), reason="waiting_customer")
    assert not Notice.objects.exists()
