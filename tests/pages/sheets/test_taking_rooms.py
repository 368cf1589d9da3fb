"""Roster, leave, records, offers and grants are taken along, too: what the page shows, to whom it shows it."""

import pytest
from django.utils import timezone

from jishi.assigning import rules
from jishi.assigning.models import Offer
from jishi.assigning.seeking import seek
from jishi.directory.models import Leave, Person, Role, Supplier
from jishi.directory.people import hire
from jishi.tickets import actions
from jishi.tickets.granting import grant
from jishi.watch.doubting import read_again
from jishi.watch.models import Doubt
from tests.cast import moment
from tests.directory.conftest import away, rostered
from tests.pages.sheets.workbooks import lines, rows, sheet

__all__ = ["away", "rostered"]

RIGHTS = ("records", "offers", "goodwill")
FORMULA = '=HYPERLINK("http://x","y")'


@pytest.fixture
def chief(house):
    return hire("5001", "赵组长", "lead", team=house.desk, department=house.desk.department)


@pytest.fixture
def thursday(monkeypatch, house):
    """5 March 2026, nine o'clock in Shanghai."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: moment(4, "09:00"))


@pytest.fixture
def doubtful(repair, told, at, house):
    """The contact was told two and a half hours late."""
    actions.assign(repair, told(1, "09:05"), owner=house.lin)
    actions.contact(repair, told(1, "12:00", happened=at(1, "09:30")))
    read_again(at(1, "12:00"))
    return Doubt.objects.get(code="late-entry")


@pytest.fixture
def offer(house, repair):
    there = Person.objects.filter(pk__in=[house.lin.pk, house.wang.pk])
    there.update(presence="available", presence_at=timezone.now())
    rules.add(house.boss, timezone.now(), minutes=10)
    assert seek(repair.pk, timezone.now()) == "offered"
    return repair.offers.get()


def may(person, *rights):
    person.role.rights = [*person.role.rights, "export", *rights]
    person.role.save()


def test_the_week_is_taken_along_as_it_is_hung_up(house, chief, thursday, rostered, away, takes):
    rostered(house.lin, 2, "early", lead=True)
    rostered(house.lin, 3, "night")
    away(house.wang, (4, "00:00"), (5, "00:00"))
    week = rows(takes(chief, f"?team={house.desk.pk}&week=2026-03-02", "roster", form="csv"))
    lin, wang = week[0], week[1]
    assert (lin["Staff number"], lin["Name"], wang["Name"]) == ("1001", "林晓", "王磊")
    assert lin["03-03 Tue"] == "Early · duty lead" and lin["03-04 Wed"] == "Night" and lin["03-02 Mon"] == ""
    assert wang["03-05 Thu"] == "leave" and wang["Hours"] == "0:00"
    assert lin["Nights"] == "1" and lin["Hours"] != "0:00"


def test_the_month_has_all_its_days_and_sums_a_spreadsheet_can_add_up(house, chief, thursday, rostered, takes):
    rostered(house.lin, 2, "early")
    book = sheet(takes(chief, f"?team={house.desk.pk}", "roster-month"))
    head = [cell.value for cell in book[1]]
    assert [day for day in head if day[2:3] == "-"][::30] == ["03-01 Sun", "03-31 Tue"]
    assert book.cell(2, head.index("Hours") + 1).number_format == "[h]:mm"


def test_a_day_off_by_the_calendar_is_counted_as_a_holiday_worked(house, chief, rostered, takes, monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: moment(36, "09:00"))
    rostered(house.lin, 36, "day")  # 清明节, Monday 6 April 2026
    week = rows(takes(chief, f"?team={house.desk.pk}&week=2026-04-06", "roster", form="csv"))
    assert (week[0]["04-06 Mon"], week[0]["Holidays"]) == ("Day", "1")


def test_of_a_roster_one_may_not_see_nothing_is_taken_along(house, thursday, reads, takes):
    may(house.zhou)
    assert reads(house.zhou).post(f"/take/roster/?team={house.desk.pk}").status_code == 404
    names = [row["Name"] for row in rows(takes(house.zhou, "", "roster", form="csv"))]
    assert names == ["周倩", "莫凡"]


def test_who_is_outside_takes_the_roster_along_by_numbers(house, thursday, takes):
    house.point.supplier = Supplier.objects.create(name="安捷")
    house.point.save()
    place = {"point": house.point, "supplier": house.point.supplier}
    helper = hire("W1", "外协小李", "supplier", **place)
    may(helper)
    assert [row["Name"] for row in rows(takes(helper, "", "roster", form="csv"))] == ["3001", "W1"]


def test_leave_is_ones_own_and_that_of_those_one_leads(house, chief, thursday, away, takes):
    away(house.lin, (5, "00:00"), (6, "00:00"))
    away(house.wang, (5, "00:00"), (6, "00:00"), state="asked")
    away(house.zhou, (5, "00:00"), (6, "00:00"))
    Leave.objects.filter(person=house.wang).update(words=FORMULA)
    mine = rows(takes(chief, "", "leave", form="csv"))
    assert [(row["Name"], row["Status"]) for row in mine] == [("林晓", "approved"), ("王磊", "waits for a decision")]
    assert mine[1]["In words"] == f"'{FORMULA}"
    may(house.lin)
    assert [row["Name"] for row in rows(takes(house.lin, "", "leave", form="csv"))] == ["林晓"]


def test_the_queue_of_records_says_what_is_doubtful(house, chief, doubtful, takes):
    Doubt.objects.update(words=FORMULA)
    [row] = [row for row in rows(takes(chief, "", "records", form="csv")) if row["What is doubtful"] == "Entered late"]
    assert (row["Ticket number"], row["Owner"]) == (doubtful.ticket.number, "林晓")
    assert "later" in row["More"] and row["In words"] == f"'{FORMULA}"
    assert lines(takes(chief, "?code=idle", "records", form="csv"))[1:] == []


def test_offers_are_taken_along_with_their_answers(house, chief, offer, takes):
    Offer.objects.update(state="refused", reason="leaving", words=FORMULA, answered_at=timezone.now())
    [row] = rows(takes(chief, "", "offers", form="csv"))
    assert (row["Ticket number"], row["Status"], row["Why not"]) == (offer.ticket.number, "Refused", "my shift ends")
    assert row["In words"] == f"'{FORMULA}"


def test_grants_are_taken_along_as_numbers_and_narrowed(house, chief, repair, told, takes):
    grant(repair, told(1, "10:00", note="致歉"), goodwill="refund", amount="80.50")
    book = sheet(takes(chief, "", "goodwill"))
    row = dict(zip([cell.value for cell in book[1]], [cell.value for cell in book[2]], strict=True))
    assert (row["Amount"], row["Counted in"], row["What was given"]) == (80.5, "money", "small refund")
    assert row["Customer"] == "陈*"
    assert lines(takes(chief, "?month=2025-01", "goodwill", form="csv"))[1:] == []


def test_what_another_department_does_is_not_taken_along(house, chief, offer, told, takes):
    actions.assign(offer.ticket, told(1, "09:05"), owner=house.lin)
    actions.contact(offer.ticket, told(1, "12:00", happened=moment(1, "09:30")))
    read_again(moment(1, "12:00"))
    grant(offer.ticket, told(1, "12:10", note="致歉"), goodwill="refund", amount="80")
    Offer.objects.update(answered_at=timezone.now())
    may(house.zhou, *RIGHTS)
    for code in RIGHTS:
        assert len(lines(takes(chief, "", code, form="csv"))) > 1, code
        assert lines(takes(house.zhou, "", code, form="csv"))[1:] == [], code


@pytest.mark.parametrize("code", RIGHTS)
def test_a_room_one_may_not_open_is_not_taken_along(house, reads, code):
    may(house.lin)
    Role.objects.filter(pk=house.lin.role.pk).update(rights=["export"])
    house.lin.role.refresh_from_db()
    assert reads(house.lin).post(f"/take/{code}/").status_code == 403


@pytest.mark.parametrize(
    "address", ["/roster/", "/roster/month/", "/roster/leave/", "/records/", "/offers/", "/goodwill/grants/"]
)
def test_each_of_these_rooms_offers_it_to_whoever_may(house, chief, reads, address):
    assert 'action="/take/' in reads(chief).get(address).content.decode()
    Role.objects.filter(pk=chief.role.pk).update(rights=[r for r in chief.role.rights if r != "export"])
    assert 'action="/take/' not in reads(chief).get(address).content.decode()
