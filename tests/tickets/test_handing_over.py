"""First line hands over with all that second line needs, or says why it keeps a ticket (R55, D4)."""

import pytest

from jishi.clocks.reading import readings
from jishi.core.refused import Refused
from jishi.tickets import actions, journal
from jishi.tickets.handing_over import escalate, explain, lacking
from jishi.tickets.receiving import receive

pytestmark = pytest.mark.both_databases
SAID = {"title": "登录不了", "priority": "P0", "channel": "mail"}


@pytest.fixture
def urgent(house, boiler, told):
    fields = {"service_type": house.types["consultation"], "team": house.desk, "customer": boiler.customer}
    ticket = receive(told(1, "09:00"), description="三个车间看不到数据", **SAID, **fields)
    actions.contact(ticket, told(1, "09:05"))
    return ticket


def handover(ticket, now):
    return next(read.reading for read in readings(ticket, now) if read.name == "handover")


def test_second_line_need_not_ask_again(house, told):
    bare = receive(told(1, "09:00"), **SAID, team=house.desk)
    with pytest.raises(Refused, match="handover-incomplete") as refused:
        escalate(bare, told(1, "09:08"), pool=house.second)
    assert refused.value.facts["lacks"] == ["description", "customer", "tried"]
    assert [event.kind for event in journal.history(bare)] == ["received"]


@pytest.mark.parametrize("gap", ["description", "customer", "tried"])
def test_each_gap_is_named(house, boiler, told, gap):
    known = {"description": "看不到数据", "customer": boiler.customer}
    fields = {name: value for name, value in known.items() if name != gap}
    ticket = receive(told(1, "09:00"), **SAID, **fields, team=house.desk)
    with pytest.raises(Refused, match="handover-incomplete") as refused:
        escalate(ticket, told(1, "09:08", note="" if gap == "tried" else "已重启"), pool=house.second)
    assert refused.value.facts["lacks"] == [gap]


def test_what_was_missing_may_be_said_with_the_hand_over(house, boiler, told):
    bare = receive(told(1, "09:00"), **SAID, team=house.desk)
    said = {"description": "三个车间看不到数据", "customer": boiler.customer}
    escalate(bare, told(1, "09:08", note="已清缓存"), pool=house.second, **said)
    assert (bare.pool, bare.customer, bare.description) == (house.second, boiler.customer, "三个车间看不到数据")
    assert lacking(bare) == ["tried"]


def test_the_hand_over_clock_runs_from_contact_and_ends_with_the_hand_over(house, urgent, told, at):
    assert handover(urgent, at(1, "09:14")).state == "running"
    assert handover(urgent, at(1, "09:16")).state == "late"
    escalate(urgent, told(1, "09:13", note="已清缓存"), pool=house.second)
    assert handover(urgent, at(1, "09:30")).met


def test_explained_the_clock_is_called_off(urgent, told, at):
    explain(urgent, told(1, "09:12"), reason="nearly_solved")
    assert handover(urgent, at(1, "11:00")).state == "cancelled"
    assert handover(urgent, at(1, "11:00")).broken_at is None


def test_explained_too_late_it_stays_broken(urgent, told, at):
    explain(urgent, told(1, "09:40"), reason="nearly_solved")
    assert handover(urgent, at(1, "11:00")).broken_at == at(1, "09:15")


def test_what_was_handed_over_needs_no_explanation(house, urgent, told):
    escalate(urgent, told(1, "09:10", note="已清缓存"), pool=house.second)
    with pytest.raises(Refused, match="handed-over"):
        explain(urgent, told(1, "09:12"), reason="nearly_solved")
