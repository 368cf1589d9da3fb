"""The page of calendars: a year read at a glance, worked on as a draft, completed when the notice is out."""

import json
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from jishi.clocks.models import Calendar, CalendarVersion
from tests.pages.told import text

NOTICE = {
    "year": 2027,
    "papers": ["notice"],
    "days": [
        {"name": "元旦", "date": "2027-01-01", "isOffDay": True},
        {"name": "春节", "date": "2027-02-08", "isOffDay": True},
        {"name": "春节", "date": "2027-02-20", "isOffDay": False},
    ],
}


@pytest.fixture(autouse=True)
def november(monkeypatch, house):
    """It is Monday 23 November 2026, nine o'clock in Shanghai."""
    now = datetime(2026, 11, 23, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
    monkeypatch.setattr("django.utils.timezone.now", lambda: now)


@pytest.fixture
def boss(reads, house):
    return reads(house.boss)


@pytest.fixture
def draft(boss):
    boss.post("/calendars/service/draft/")
    return CalendarVersion.objects.get(published_at=None)


def notice(**other):
    return SimpleUploadedFile("2027.json", json.dumps(NOTICE | other).encode())


def in_force():
    return CalendarVersion.objects.get(calendar__code="service", effective_at__lte=datetime.now(ZoneInfo("UTC")))


def test_everybody_reads_the_year(reads, house):
    read = text(reads(house.lin).get("/calendars/"))
    year = "2026 248 working days", "February 16 days", "14 Spring Festival working"
    assert all(said in read for said in (*year, "Mon–Fri 09:00–12:00, 13:30–18:00"))
    assert "Known until 2026-12-31" in read


def test_each_day_tells_what_it_is(reads, house):
    page = reads(house.lin).get("/calendars/service/").content.decode()
    assert 'title="10 October: make-up working day · National Day · 09:00–12:00, 13:30–18:00">10<' in page
    assert 'data-kind="holiday"' in page and 'aria-current="date"' in page


def test_from_november_on_a_missing_year_is_named_and_can_be_filled(reads, house):
    page = reads(house.boss).get("/calendars/service/")
    assert "The holidays of 2027 are missing" in text(page) and 'name="file"' in page.content.decode()
    assert 'name="file"' not in reads(house.lin).get("/calendars/service/").content.decode()


def test_a_calendar_around_the_clock_misses_nothing(boss):
    read = text(boss.get("/calendars/duty/"))
    assert "missing" not in read and "Open around the clock" in read


def test_the_days_of_an_official_notice_complete_the_version_in_force(boss):
    version = in_force()
    boss.post(reverse("calendar-holidays", args=[version.pk]), {"file": notice(), "year": "2027"})
    version.refresh_from_db()
    assert version.covered_until == date(2027, 12, 31)
    page = text(boss.get("/calendars/service/?year=2027&filled=3"))
    assert "Known until 2027-12-31 now; 3 tickets were read anew." in page and "missing" not in page


@pytest.mark.parametrize("days", [[], [{"name": "春节", "date": "soon", "isOffDay": True}]])
def test_a_list_that_tells_nothing_fills_nothing(boss, days):
    version = in_force()
    answer = boss.post(reverse("calendar-holidays", args=[version.pk]), {"file": notice(days=days)})
    version.refresh_from_db()
    assert answer.status_code == 422 and "2027.json" in text(answer)
    assert version.covered_until == date(2026, 12, 31)


def test_only_who_may_publish_works_on_a_calendar(reads, house, draft):
    lin = reads(house.lin)
    for address in (
        "/calendars/",
        "/calendars/service/draft/",
        *(f"/calendar-versions/{draft.pk}/{verb}/" for verb in ("discard", "publish", "week", "days", "holidays")),
    ):
        assert lin.post(address).status_code == 403
    assert CalendarVersion.objects.filter(pk=draft.pk).exists()


def test_a_day_of_a_draft_gets_hours_of_its_own(boss, draft):
    form = boss.get(reverse("calendar-days", args=[draft.pk]), {"day": "2026-11-27"})
    assert "27 November" in text(form)
    boss.post(
        reverse("calendar-days", args=[draft.pk]),
        {"since": "2026-11-27", "plan": "own", "hours": "9-12", "name": "年会"},
    )
    page = boss.get(f"/calendars/service/?version={draft.pk}").content.decode()
    assert 'data-kind="special" data-changed title="27 November: special hours · 年会 · 09:00–12:00"' in page


def test_a_stretch_of_days_is_closed_and_opened_again(boss, draft):
    address = reverse("calendar-days", args=[draft.pk])
    stretch = {"since": "2026-12-28", "until": "2026-12-31", "name": "工厂停产"}
    boss.post(address, stretch | {"plan": "holiday"})
    assert draft.days.filter(name="工厂停产", hours=[]).count() == 4
    boss.post(address, stretch | {"plan": "week"})
    assert not draft.days.filter(date__gte=date(2026, 12, 28)).exists()


def test_the_week_of_a_draft_is_typed_as_people_write_it(boss, draft):
    week = {f"hours-{day}": "8:30-17:30" if day < 6 else "" for day in range(7)}
    boss.post(
        reverse("calendar-week", args=[draft.pk]), week | {"zone": "Asia/Shanghai", "covered_until": "2026-12-31"}
    )
    draft.refresh_from_db()
    assert [draft.week[str(day)] for day in (5, 6)] == [[["08:30", "17:30"]], []]


@pytest.mark.parametrize(
    ("said", "says"),
    [
        ({"hours-0": "nine to five"}, "“nine to five” are no hours"),
        ({"hours-0": "9-17", "zone": "Asia/Atlantis"}, "no time zone “Asia/Atlantis”"),
        ({"hours-0": ""}, "This calendar never opens"),
    ],
)
def test_a_week_that_makes_no_calendar_is_refused(boss, said, says):
    boss.post("/calendars/", {"name": "工厂", "code": "factory"})
    draft = CalendarVersion.objects.get(calendar__code="factory")
    answer = boss.post(reverse("calendar-week", args=[draft.pk]), {"zone": "Asia/Shanghai"} | said)
    assert says in text(answer)


def test_a_new_calendar_takes_the_holidays_that_ship(boss):
    boss.post("/calendars/", {"name": "工厂大小周", "code": "Factory"})
    draft = CalendarVersion.objects.get(calendar__code="factory")
    boss.post(reverse("calendar-holidays", args=[draft.pk]), {"list": "china"})
    draft.refresh_from_db()
    assert draft.covered_until == date(2026, 12, 31) and draft.days.count() > 500
    assert "工厂大小周" in text(boss.get("/calendars/factory/"))


def test_publishing_names_what_changes_and_from_when(boss, draft):
    boss.post(reverse("calendar-days", args=[draft.pk]), {"since": "2026-12-28", "plan": "holiday", "name": "停产"})
    asked = text(boss.get(f"/calendar-versions/{draft.pk}/publish/", {"effective_at": "2026-12-01T00:00"}))
    assert "2026-12-28 as its weekday → 停产 closed" in asked
    assert "Counts for tickets received from 2026-12-01 00:00 on." in asked
    boss.post(f"/calendar-versions/{draft.pk}/publish/", {"effective_at": "2026-12-01T00:00"})
    draft.refresh_from_db()
    assert draft.published_at and "v2 To come" in text(boss.get("/calendars/service/"))


def test_nothing_is_published_into_the_past_nor_unchanged(boss, draft):
    address = f"/calendar-versions/{draft.pk}/publish/"
    assert boss.post(address, {"effective_at": "2026-12-01T00:00"}).status_code == 422
    boss.post(reverse("calendar-days", args=[draft.pk]), {"since": "2026-12-28", "plan": "holiday"})
    assert boss.post(address, {"effective_at": "2026-11-22T00:00"}).status_code == 422
    draft.refresh_from_db()
    assert draft.published_at is None


def test_a_discarded_draft_leaves_what_is_in_force(boss, draft):
    boss.post(f"/calendar-versions/{draft.pk}/discard/")
    assert CalendarVersion.objects.filter(calendar__code="service").get() == in_force()


def test_working_time_asked_for_explains_itself(reads, house):
    lin = reads(house.lin)
    read = text(lin.get("/calendars/service/worked/", {"since": "2026-09-30T17:30", "until": "2026-10-08T10:00"}))
    assert "1 h 30 min of working time in 184 h 30 min by the clock" in read
    assert "30 min working hours" in read and "National Day" in read
    read = text(lin.get("/calendars/service/worked/", {"since": "2026-09-30T17:30", "amount": "4h"}))
    assert "of working time have passed at 2026-10-08 14:00" in read


def test_an_end_before_its_start_is_refused_where_it_was_asked(boss):
    answer = boss.get("/calendars/service/worked/", {"since": "2026-10-08T10:00", "until": "2026-09-30T17:30"})
    assert answer.status_code == 422 and "The end lies before the start" in text(answer)
    assert 'id="worked"' in answer.content.decode()


def test_without_any_calendar_the_page_says_what_to_do(boss):
    CalendarVersion.objects.all().delete()
    Calendar.objects.all().delete()
    assert "No calendar yet" in text(boss.get("/calendars/"))
    assert boss.get("/calendars/nowhere/").status_code == 404
