"""Laws of a draft of the promises: worked on row by row, published for what is to come."""

from datetime import timedelta

import pytest

from jishi.clocks import drafting, versions
from jishi.clocks.book import compile_policy
from jishi.clocks.models import PolicyVersion
from jishi.core.refused import Refused

HOUR = 3600


@pytest.fixture
def draft(house):
    return drafting.open_policy()


def clocks(version):
    return [(row.clock, row.target) for row in version.rows.all()]


def refusal(act, *arguments, **named):
    with pytest.raises(Refused) as refused:
        act(*arguments, **named)
    return refused.value.code


def test_a_draft_begins_as_a_copy_of_what_was_published_last(draft):
    assert compile_policy(draft).rules == drafting.published_rules()
    assert len(drafting.published_rules()) == 21


@pytest.mark.both_databases
def test_there_is_one_draft_however_often_it_is_opened(draft):
    assert drafting.open_policy() == draft


def test_no_row_of_a_published_version_changes(house):
    published = PolicyVersion.objects.get()
    row = published.rows.first()
    before = clocks(published)
    for act, arguments in (
        (drafting.amend_row, (row, {"target": HOUR})),
        (drafting.add_row, (published, {"clock": "contact"})),
        (drafting.move_row, (row, False)),
        (drafting.remove_row, (row,)),
        (drafting.discard, (published,)),
    ):
        assert refusal(act, *arguments) == "not-a-draft"
    assert clocks(published) == before


@pytest.mark.both_databases
def test_a_row_moves_past_its_neighbour_of_the_same_clock(draft):
    places = [row.position for row in draft.rows.filter(clock="contact")]
    second = draft.rows.filter(clock="contact")[1]
    drafting.move_row(second, up=True)
    assert draft.rows.filter(clock="contact").first() == second
    assert [row.position for row in draft.rows.filter(clock="contact")] == places


def test_the_first_and_the_last_row_stay_where_they_are(draft):
    first, last = draft.rows.filter(clock="arrival")
    drafting.move_row(first, up=True)
    drafting.move_row(last, up=False)
    assert list(draft.rows.filter(clock="arrival")) == [first, last]


def test_a_new_row_stands_behind_all_others(draft):
    row = drafting.add_row(draft, {"clock": "resolution", "target": 24 * HOUR, "calendar": "service"})
    assert list(draft.rows.all())[-1] == row


def test_a_window_does_not_end_before_it_begins(draft):
    callback = draft.rows.get(clock="callback")
    assert refusal(drafting.amend_row, callback, {"window_first": 5, "window_last": 3}) == "window-reversed"


def test_a_draft_thrown_away_leaves_what_is_published(draft):
    before = drafting.published_rules()
    drafting.discard(draft)
    assert PolicyVersion.objects.count() == 1
    assert drafting.published_rules() == before


def test_nothing_is_published_into_the_past(draft, house, at):
    drafting.amend_row(draft.rows.first(), {"target": 2 * HOUR})
    now = at(10, "09:00")
    assert refusal(drafting.publish_from_now, draft, house.boss, now - timedelta(seconds=1), now) == "in-the-past"


def test_a_draft_that_changes_nothing_is_not_published(draft, house, at):
    assert refusal(drafting.publish_from_now, draft, house.boss, at(11, "00:00"), at(10, "09:00")) == "nothing-changed"


def test_a_reversed_window_is_not_published_wherever_it_came_from(draft, house, at):
    draft.rows.filter(clock="callback").update(window_first=9, window_last=2)
    assert refusal(drafting.publish_from_now, draft, house.boss, at(11, "00:00"), at(10, "09:00")) == "window-reversed"


def test_each_version_holds_from_its_moment_to_that_of_the_next(draft, house, at):
    drafting.amend_row(draft.rows.first(), {"target": 2 * HOUR})
    drafting.publish_from_now(draft, house.boss, at(11, "00:00"), at(10, "09:00"))
    for now, standings in (
        (at(10, "10:00"), [(2, "coming"), (1, "in-force")]),
        (at(11, "00:00"), [(2, "in-force"), (1, "past")]),
    ):
        assert [(each.number, each.standing) for each in versions.policies(now)] == standings
    assert versions.policies(at(12, "00:00"))[1].until == at(11, "00:00")


def test_before_any_holds_the_first_to_come_is_shown(house, at):
    listed = versions.policies(at(-9, "00:00"))
    assert versions.in_force(listed).standing == "coming"
