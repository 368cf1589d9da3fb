"""What is said about a ticket: among us, to the customer, by telephone."""

import pytest

from jishi.clocks.models import Clock
from jishi.core.refused import Refused
from jishi.directory.models import Supplier
from jishi.directory.people import hire
from jishi.directory.scope import scope
from jishi.tickets import actions
from jishi.tickets.changing import change
from jishi.tickets.mentions import mentioned, proposed
from jishi.tickets.models import SavedReply, Ticket
from jishi.tickets.queries import holding, visible
from jishi.tickets.replies import fill, offered, ready, values
from jishi.watch.models import Notice
from jishi.watch.notices import count, unseen


def found(words, **inside):
    return list(Ticket.objects.filter(holding(words, **inside)))


@pytest.mark.parametrize("finish", [False, True])
def test_a_note_moves_nothing(repair, told, finish):
    if finish:
        actions.cancel(repair, told(1, "09:30"), reason="mistake")
    before = [repair.status, list(Clock.objects.order_by("pk").values())]
    actions.note(repair, told(1, "10:00", note="备件在二号库"))
    assert [repair.status, list(Clock.objects.order_by("pk").values())] == before


@pytest.mark.both_databases
def test_what_was_said_is_found_by_colleagues_only(repair, told):
    actions.note(repair, told(1, "10:00", note="序列号对应的线束松脱"))
    actions.attempt(repair, told(1, "10:05", note="前台说他出差了"))
    assert found("线束松脱", inside=True) == found("出差", inside=True) == [repair]
    assert found("线束松脱") == []


def test_what_was_said_is_still_found_when_the_title_changes(repair, told):
    actions.note(repair, told(1, "10:00", note="线束松脱"))
    change(repair, told(1, "10:10"), field="title", to="漏水，已停机")
    assert found("线束", inside=True) == found("停机") == [repair]


def test_numbers_in_what_was_said_are_not_searched(repair, told):
    actions.note(repair, told(1, "10:00", note="回电 13812345678"))
    assert found("13812345678", inside=True) == []


def test_a_colleague_who_is_named_is_told_and_a_stranger_is_not(house, repair, told):
    words = "@王磊请看，@2001 @1001"
    people = mentioned(repair, words)
    assert people == [house.wang, house.lin]
    actions.note(repair, told(1, "10:00", note=words), to=people)
    assert [(each.person, each.code, each.by) for each in Notice.objects.all()] == [
        (house.wang, "mentioned", house.lin)
    ]


def test_a_longer_name_is_meant_before_a_shorter_one(house, repair):
    place = {"team": house.desk, "department": house.desk.department}
    linda, other = hire("1003", "linda", "agent", **place), hire("1004", "lin", "agent", **place)
    assert mentioned(repair, "@linda, look") == [linda]
    assert mentioned(repair, "@lin，@lind") == [other]


def test_only_those_are_proposed_who_may_open_the_ticket(house, repair):
    boiler_shop = Supplier.objects.create(name="锅炉行")
    repair.supplier = boiler_shop
    hire("W1", "外修师傅", "supplier", supplier=boiler_shop)
    assert [person.number for person in proposed(repair, "", house.lin)] == ["1002", "9001"]


def test_notices_of_a_ticket_one_lost_are_not_counted(house, repair, told):
    actions.note(repair, told(1, "10:00"), to=[house.wang])
    assert count(house.wang) == 1
    actions.transfer(repair, told(1, "11:00", by=house.boss), team=house.other, reason="外勤")
    assert count(house.wang) == 0 and not unseen(house.wang)


def test_whoever_is_given_a_ticket_is_told_and_who_takes_one_is_not(house, repair, told):
    actions.assign(repair, told(1, "10:00"), owner=house.wang)
    actions.assign(repair, told(1, "10:05"), owner=house.lin)
    assert [(each.person, each.code) for each in Notice.objects.all()] == [(house.wang, "assigned")]


def test_what_one_ticket_holds_the_scope_of_its_readers_finds_too(house, repair):
    for person in (house.lin, house.zhou, house.mo, house.he, house.boss):
        assert scope(person).holds(repair) == visible(person).filter(pk=repair.pk).exists()


PLAIN = ["{{ 7*7 }}", "{x.__class__}", "{% load x %}", "{customer.pk}", "{0}", "{unknown}", "{}"]


@pytest.mark.parametrize("words", PLAIN)
def test_only_the_table_of_placeholders_is_filled_in(house, repair, words):
    assert fill(words, values(repair, house.lin)) == words


def test_a_customer_gets_the_staff_number_not_the_name(house, repair):
    assert ready("{customer}，{number}，工号 {agent}", repair, house.lin) == f"陈建国，{repair.number}，工号 1001"


def test_a_placeholder_that_stands_for_nothing_is_not_sent(house, repair):
    with pytest.raises(Refused, match="placeholder-empty"):
        ready("我们将于 {appointment} 上门", repair, house.lin)


def test_one_is_offered_the_replies_of_everybody_and_of_ones_team(house):
    for title, team in (("全员", None), ("本组", house.desk), ("别组", house.other)):
        SavedReply.objects.create(title=title, body=title, team=team)
    assert {row.title for row in offered(house.lin)} == {"全员", "本组"}
    assert [row.title for row in offered(house.lin, "本组")] == ["本组"]
