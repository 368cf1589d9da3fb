"""Promises and calendars are dated versions: what was promised stays promised."""

from datetime import date, timedelta

import pytest

from jishi.clocks.checking import check
from jishi.clocks.models import Calendar, CalendarVersion, Clock, Day, PolicyRow, PolicyVersion
from jishi.clocks.publishing import (
    amend,
    draft_calendar,
    draft_policy,
    fill,
    publish_calendar,
    publish_policy,
    turn_page,
)
from jishi.core.refused import Refused
from jishi.tickets import actions
from jishi.tickets.receiving import receive

pytestmark = pytest.mark.both_databases


def contact(ticket):
    return Clock.objects.get(ticket=ticket, name="contact")


def differences(now):
    return [each for _, found in check(now) for each in found]


@pytest.fixture
def stricter(house, at):
    """From Tuesday on, everything is to be answered within one hour."""
    draft = draft_policy("严一点")
    amend(draft, [{"clock": "contact", "target": 3600, "calendar": "service"}])
    publish_policy(draft, house.boss, at(2, "00:00"), at(1, "12:00"))
    return draft


def test_the_twelve_cells_ship_and_the_after_sales_promise_before_them(house):
    rows = PolicyRow.objects.order_by("position")
    assert [row.target for row in rows[:2]] == [3600, 4 * 3600]
    cells = {(r.fields["priority"][0], r.fields["channel"][0]): r.target // 60 for r in rows if "channel" in r.fields}
    assert [cells[p, c] for p in ("P0", "P1", "P2", "P3") for c in ("phone", "chat", "mail")] == (
        [5, 1, 30, 10, 5, 120, 30, 15, 240, 120, 30, 1440]
    )


def test_a_published_policy_never_changes_an_old_verdict(repair, stricter, told, at):
    assert contact(repair).due_at == at(1, "14:30")
    actions.contact(repair, told(2, "10:00", happened=at(1, "14:00")))
    assert contact(repair).met
    assert differences(at(2, "11:00")) == []


def test_a_new_version_holds_for_what_comes_after_it(house, stricter, told, at):
    ticket = receive(told(2, "09:00"), service_type=house.types["repair"], priority="P2")
    assert contact(ticket).due_at == at(2, "10:00")
    assert contact(ticket).policy == stricter


def test_before_the_first_version_nothing_is_promised(house, told, at):
    PolicyVersion.objects.update(effective_at=at(3, "00:00"))
    turn_page()
    receive(told(1, "09:00"), service_type=house.types["repair"], priority="P2")
    assert not Clock.objects.exists()


def test_nothing_is_published_into_the_past_of_a_request(repair, house, at):
    draft = draft_policy()
    with pytest.raises(Refused, match="retroactive"):
        publish_policy(draft, house.boss, at(1, "08:00"), at(1, "12:00"))
    draft.refresh_from_db()
    assert draft.published_at is None


def test_what_is_published_stays_as_it_is(stricter, house, at):
    with pytest.raises(Refused, match="not-a-draft"):
        amend(stricter, [])
    with pytest.raises(Refused, match="not-a-draft"):
        publish_policy(stricter, house.boss, at(5, "00:00"), at(1, "12:00"))
    with pytest.raises(Refused, match="same-effective"):
        publish_policy(draft_policy(), house.boss, stricter.effective_at, at(1, "12:00"))


def test_a_promise_names_a_calendar_that_is_there(house, at):
    draft = draft_policy()
    amend(draft, [{"clock": "contact", "target": 60, "calendar": "moon"}])
    with pytest.raises(Refused, match="no-such-calendar"):
        publish_policy(draft, house.boss, at(9, "00:00"), at(1, "12:00"))


def test_a_changed_day_is_a_new_version_and_moves_no_old_deadline(repair, house, at):
    draft = draft_calendar(Calendar.objects.get(code="service"))
    Day.objects.create(version=draft, date=date(2026, 3, 3), hours=[], name="停电")
    publish_calendar(draft, house.boss, at(2, "00:00"), at(1, "12:00"))
    assert contact(repair).due_at == at(1, "14:30")
    assert differences(at(1, "12:00")) == []


@pytest.fixture
def ignorant(house, at):
    """A house that knows the days off up to Monday only."""
    version = CalendarVersion.objects.get(calendar__code="service")
    version.days.filter(date__gt=date(2026, 3, 2)).delete()
    version.covered_until = date(2026, 3, 2)
    version.save()
    return version


def test_a_holiday_beyond_what_was_known_completes_provisional_deadlines(house, ignorant, told, at):
    turn_page()
    ticket = receive(told(1, "16:00"), service_type=house.types["repair"], priority="P2")
    assert (contact(ticket).due_at, contact(ticket).provisional) == (at(2, "11:00"), True)
    assert fill(ignorant, [Day(date=date(2026, 3, 3), name="停业")], date(2026, 12, 31), at(1, "17:00")) == 1
    assert (contact(ticket).due_at, contact(ticket).provisional) == (at(3, "11:00"), False)
    assert differences(at(1, "17:00")) == []


def test_a_day_that_was_known_cannot_be_filled_in(house, at):
    version = CalendarVersion.objects.get(calendar__code="service")
    with pytest.raises(Refused, match="covered-day"):
        fill(version, [Day(date=version.covered_until)], version.covered_until + timedelta(days=9), at(1, "12:00"))
