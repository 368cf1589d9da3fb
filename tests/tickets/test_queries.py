"""Lists: the gate, named filters, fields, words, pages by key."""

from datetime import timedelta

import pytest

from jishi.core.refused import Refused
from jishi.directory.models import FieldDef
from jishi.tickets import actions
from jishi.tickets.models import Ticket
from jishi.tickets.paging import count, order, page
from jishi.tickets.queries import FILTERS, having, holding, named, visible
from jishi.tickets.receiving import receive
from tests.cast import solve

pytestmark = pytest.mark.both_databases


def numbers(tickets):
    return [ticket.number[-4:] for ticket in tickets]


@pytest.fixture
def said(boiler):
    """What second line would ask for."""
    return {"description": "一直滴水", "customer": boiler.customer}


@pytest.fixture
def desk(house, told, boiler):
    """Six requests of Lin's team, one an hour from Monday nine; the last one is Zhou's team's."""
    repair = {"service_type": house.types["repair"], "priority": "P2"}
    made = [receive(told(1, f"{9 + n}:00"), team=house.desk, title=f"漏水第{n}次", **repair) for n in range(5)]
    return [*made, receive(told(1, "14:00"), team=house.other, title="异响", **repair)]


def test_a_team_sees_its_own_and_not_the_strangers(desk, house):
    assert set(numbers(visible(house.lin))) == {"0001", "0002", "0003", "0004", "0005"}
    assert numbers(visible(house.zhou)) == ["0006"]
    assert len(visible(house.boss)) == 6


def test_second_line_sees_what_was_handed_to_it_and_first_line_still_does(desk, house, told, said):
    actions.escalate(desk[0], told(1, "15:00", note="已重启"), pool=house.second, **said)
    assert numbers(visible(house.he)) == ["0001"]
    assert desk[0] in visible(house.lin)


def test_an_engineer_sees_what_is_his_and_a_disabled_account_nothing(desk, house, told):
    actions.dispatch(desk[5], told(1, "15:00"), engineer=house.mo)
    assert numbers(visible(house.mo)) == ["0006"]
    house.boss.is_active = False
    assert not visible(house.boss)


def test_somebody_without_a_team_sees_nothing_rather_than_everything(desk, house):
    house.lin.team = None
    assert not visible(house.lin)


def test_each_named_filter_says_what_its_name_says(desk, house, told, at, said):
    actions.assign(desk[0], told(1, "15:00"), owner=house.lin)
    actions.pause(desk[1], told(1, "15:00"), reason="parts")
    actions.chase(desk[2], told(1, "15:00"))
    solve(desk[3], told(1, "15:00"))
    actions.escalate(desk[4], told(1, "15:00", note="已重启"), pool=house.second, **said)
    now = at(1, "15:30")
    found = {name: numbers(visible(house.boss).filter(named(name, house.lin, now)).order_by("pk")) for name in FILTERS}
    assert found == {
        "unfinished": ["0001", "0002", "0003", "0005", "0006"],
        "breached": ["0001", "0002"],  # contact was due at 14:30 and, from ten, at 15:30
        "due_soon": ["0002", "0003", "0004", "0005"],  # solved, but nobody has spoken with the customer of 0004
        "mine": ["0001"],
        "team": ["0001", "0002", "0003", "0005"],
        "unassigned": ["0002", "0003", "0005", "0006"],
        "paused": ["0002"],
        "asked": [],
        "chased": ["0003"],
        "pooled": ["0005"],
        "doubtful": [],
    }
    with pytest.raises(Refused, match="unknown-filter"):
        named("password", house.lin, now)


def test_any_field_narrows_and_unknown_ones_are_refused(desk, house, told):
    tickets = visible(house.boss)
    assert numbers(tickets.filter(having({"team": str(house.other.pk), "priority": "P1,P2"}))) == ["0006"]
    FieldDef.objects.create(code="floor", name="楼层", kind="number")
    high = receive(told(2, "09:00"), own={"floor": "9"})
    assert list(Ticket.objects.filter(having({"own.floor": "9"}))) == [high]
    for bad in ({"owner__password": "x"}, {"own.a__b": "x"}, {"_connector": "OR"}, {"own.": "1"}):
        with pytest.raises(Refused, match="unknown-filter"):
            having(bad)
    with pytest.raises(Refused, match="bad-value"):
        having({"team": "1 OR 1=1"})


def test_chinese_words_numbers_names_and_serials_are_found(desk, repair, house):
    def find(words):
        return numbers(visible(house.boss).filter(holding(words)).order_by("pk"))

    assert find("漏水") == ["0001", "0002", "0003", "0004", "0005", "0007"]
    assert find("漏水第3次") == ["0004"]
    assert find("js-2026-03-0002") == ["0002"]
    assert find("陈建国") == find("b24-0007") == find("滴水") == ["0007"]
    assert find("水漏") == []
    assert find("'; DROP TABLE --") == []


@pytest.mark.parametrize("name", ["newest", "oldest", "due"])
def test_pages_lead_through_all_tickets_and_back(desk, house, name):
    tickets, way = visible(house.boss), order(name)
    there, seen, mark = [], [], ""
    while not there or mark:
        there.append(page(tickets, way, after=mark, size=2))
        seen += numbers(there[-1].tickets)
        mark = there[-1].later
    assert len(seen) == len(set(seen)) == 6
    back = page(tickets, way, before=there[-1].earlier, size=2)
    assert numbers(back.tickets) == numbers(there[-2].tickets)
    assert (there[0].earlier, there[-1].later) == ("", "")


def test_a_page_costs_the_same_wherever_it_is(desk, house, django_assert_num_queries):
    way = order("newest", unfinished=True)
    first = page(visible(house.boss), way, size=2)
    with django_assert_num_queries(2):
        page(visible(house.boss), way, after=first.later, size=2)


@pytest.mark.parametrize("mark", ["x", "1.", "1.x", "9" * 50 + ".1", "1.1; DROP"])
def test_a_forged_mark_is_refused(house, mark):
    with pytest.raises(Refused, match="bad-mark"):
        page(Ticket.objects.all(), order("newest"), after=mark)


def test_counting_stops_where_nobody_counts_any_more(desk, house):
    assert count(visible(house.boss), cap=5) == (5, True)
    assert count(visible(house.boss), cap=6) == (6, False)


def test_own_fields_are_read_by_their_kind(house, told):
    repair = house.types["repair"]
    FieldDef.objects.create(service_type=repair, code="hours", name="运行小时", kind="number", required=True)
    FieldDef.objects.create(service_type=repair, code="colour", name="颜色", kind="list", choices=["白", "灰"])
    made = receive(told(1, "09:00"), service_type=repair, own={"hours": "12.5", "colour": "灰"})
    assert made.extra == {"hours": 12.5, "colour": "灰"}
    for own, code in (({}, "required-field"), ({"hours": "x"}, "bad-value"), ({"hours": 1, "x": 1}, "unknown-field")):
        with pytest.raises(Refused, match=code):
            receive(told(1, "09:00"), service_type=repair, own=own)
    assert receive(told(1, "09:00")).extra == {}


def test_due_soon_is_two_hours(desk, house, at):
    soon = named("due_soon", house.lin, at(1, "12:30"))
    assert numbers(Ticket.objects.filter(soon)) == ["0001"]
    assert not Ticket.objects.filter(named("due_soon", house.lin, at(1, "12:30") - timedelta(seconds=1)))
