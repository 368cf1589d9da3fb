"""What belongs together says so on both sides."""

import pytest

from jishi.core.refused import Refused
from jishi.pages.related import related
from jishi.tickets import actions, journal
from jishi.tickets.linking import link, links, unlink
from jishi.tickets.receiving import receive


@pytest.fixture
def again(house, boiler, told):
    return receive(told(2, "09:00"), title="又漏了", device=boiler, team=house.desk)


def told_of(ticket):
    return links(journal.history(ticket))


def test_a_link_is_read_from_both_sides(repair, again, told):
    link(again, told(2, "09:05"), to=repair, link="follow_up")
    assert told_of(again) == {repair.pk: "follow_up"}
    assert told_of(repair) == {again.pk: "followed_by"}


def test_a_link_that_was_removed_is_gone_from_both(repair, again, told):
    link(again, told(2, "09:05"), to=repair, link="same_cause")
    unlink(repair, told(2, "09:10"), to=again)
    assert told_of(again) == told_of(repair) == {}


def test_nothing_is_linked_to_itself_or_in_unknown_ways(repair, again, told):
    for other, kind in ((repair, "duplicate"), (again, "enemy")):
        with pytest.raises(Refused, match="cannot-link"):
            link(repair, told(2, "09:05"), to=other, link=kind)


def test_one_sees_only_what_one_may_see(house, repair, again, told):
    foreign = receive(told(2, "09:00"), title="theirs", team=house.other)
    link(again, told(2, "09:05", by=house.boss), to=foreign, link="duplicate")
    assert related(again, house.lin) == []
    assert [one.ticket for one in related(again, house.boss)] == [foreign]
    assert told_of(foreign) == {again.pk: "duplicate"}


def test_where_it_was_merged_and_what_was_merged_into_it(house, repair, again, told):
    actions.merge(again, told(2, "10:00"), into=repair)
    assert [(one.ticket, one.link) for one in related(again, house.lin)] == [(repair, "merged")]
    assert [(one.ticket, one.link) for one in related(repair, house.lin)] == [(again, "holds")]
