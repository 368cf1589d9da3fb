"""The week: read by everybody of the team, drawn up by whoever may, one cell at a time."""

import pytest

from jishi.directory.models import Duty, Supplier
from jishi.directory.people import hire
from tests.pages.told import text


def cell(house, person, day="2026-03-05", was="", **other):
    return {"team": house.desk.pk, "week": "2026-03-02", "cell": f"{person.pk}:{day}:{was}"} | other


def test_everybody_reads_the_week_of_their_team_and_nobody_elses(reads, house, rostered):
    rostered(house.lin, 4, "night", lead=True)
    page = text(reads(house.wang).get("/roster/"))
    assert "林晓 · Thu 5 March: Night 22:00–08:00 · duty lead" in page
    assert reads(house.zhou).get(f"/roster/?team={house.desk.pk}").status_code == 404


def test_ones_own_next_shifts_come_first(reads, house, rostered):
    rostered(house.lin, 3, "night"), rostered(house.lin, 4, "early"), rostered(house.lin, 2, "early")
    page = text(reads(house.lin).get("/roster/"))
    mine = page[page.index("My next shifts") : page.index("This week")]
    assert "Tue 3 March" not in mine and "Wed 4" not in mine, "that night is over"
    assert "Thu 5 March E Early 08:00–16:00 热线一组" in mine


def test_a_gap_is_named_by_its_hours(boss, house, rostered):
    rostered(house.lin, 4, "early")
    page = text(boss.get(f"/roster/?team={house.desk.pk}"))
    assert "nobody 16:00–18:00" in page and "nobody 09:00–12:00, 13:30–18:00" in page
    assert "nobody 00:00–08:00, 16:00–24:00" in text(boss.get(f"/roster/?team={house.desk.pk}&against=duty"))


def test_a_holiday_says_what_it_is(boss, house):
    page = text(boss.get(f"/roster/?team={house.desk.pk}&week=2026-10-05"))
    assert "National Day" in page and "National Day working" in page


def test_holiday_duty_names_who_is_there_and_the_days_nobody_is(boss, house, rostered):
    rostered(house.lin, 30, "holiday"), rostered(house.wang, 36, "holiday")
    page = text(boss.get(f"/roster/?team={house.desk.pk}"))
    assert "Qingming Festival 4 April – 6 April 王磊 nobody on 2 days, first 4 April" in page


def test_a_shift_is_set_and_htmx_receives_the_week_alone(boss, house):
    answer = boss.post("/roster/cell/", cell(house, house.lin, shift="early"), headers={"HX-Request": "true"})
    assert answer.content.decode().strip().startswith('<div id="week">') and "Early 08:00–16:00" in text(answer)
    assert Duty.objects.get().shift.code == "early"


def test_who_was_slower_is_told_and_overwrites_nothing(boss, house, rostered):
    rostered(house.lin, 4, "night")
    answer = boss.post("/roster/cell/", cell(house, house.lin, shift="early"))
    assert answer.status_code == 409 and "Somebody changed 2026-03-05 meanwhile" in text(answer)
    assert Duty.objects.get().shift.code == "night"


def test_a_press_without_a_shift_says_how_it_is_done(boss, house):
    assert "Choose one above" in text(boss.post("/roster/cell/", cell(house, house.lin)))


def test_drawing_up_needs_the_right_and_ones_own_people(reads, boss, house):
    assert reads(house.lin).post("/roster/cell/", cell(house, house.lin, shift="early")).status_code == 403
    assert boss.post("/roster/cell/", cell(house, house.mo, shift="early")).status_code == 404
    lead = hire("5001", "张薇", "lead", department=house.desk.department, team=house.desk)
    foreign = cell(house, house.mo, shift="early") | {"team": house.other.pk}
    assert reads(lead).post("/roster/cell/", foreign).status_code == 404
    assert not Duty.objects.exists()


@pytest.mark.parametrize("bad", ["x", f"{'9' * 30}:2026-03-05:", "1::", ":::", "1:0001-01-01:"])
def test_nonsense_in_a_cell_is_no_error(boss, house, bad):
    answer = boss.post("/roster/cell/", cell(house, house.lin, shift="early") | {"cell": bad})
    assert answer.status_code in (404, 422)


def test_a_pattern_is_written_in_letters_or_keys(boss, house):
    told = {"team": house.desk.pk, "week": "2026-03-02", "weeks": "1", "later": "0"}
    boss.post("/roster/rotate/", told | {"pattern": "早早中中夜休休", "person": [house.lin.pk]})
    boss.post("/roster/rotate/", told | {"pattern": "EEMMN00", "person": [house.wang.pk]})
    rows = [
        list(house_.duties.order_by("day").values_list("shift__letter", flat=True))
        for house_ in (house.lin, house.wang)
    ]
    assert rows[0] == rows[1] == list("早早中中夜")
    unknown = boss.post("/roster/rotate/", told | {"pattern": "早犬", "person": [house.lin.pk]})
    assert "There is no shift “犬”" in text(unknown)


def test_last_week_is_copied_and_says_how_much(boss, house, rostered):
    rostered(house.lin, 1, "early")
    answer = boss.post("/roster/copy/", {"team": house.desk.pk, "week": "2026-03-09"}, follow=True)
    assert "1 shift was set." in text(answer)


def test_a_supplier_reads_its_own_by_number(reads, house, rostered):
    house.point.supplier = Supplier.objects.create(name="宏越")
    house.point.save()
    theirs = hire("W1", "徐锦", "supplier", supplier=house.point.supplier, point=house.point, team=house.other)
    rostered(theirs, 4, "day"), rostered(house.mo, 4, "day", point=None)
    page = reads(theirs).get("/roster/").content.decode()
    assert "W1 · Thu 5 March" in page and "徐锦 ·" not in page and "周倩" not in page
    assert reads(theirs).get(f"/roster/?team={house.other.pk}").status_code == 404


def test_the_week_costs_the_same_for_many_as_for_few(boss, house, rostered, django_assert_max_num_queries):
    def queries():
        with django_assert_max_num_queries(40) as counted:
            boss.get(f"/roster/?team={house.desk.pk}")
        return len(counted.captured_queries)

    queries()
    rostered(house.lin, 4, "early")
    few = queries()
    for n in range(8):
        rostered(hire(f"7{n}", f"人{n}", "agent", team=house.desk), 4, "night")
    assert queries() == few


def test_the_month_counts_hours_nights_and_holidays(boss, house, rostered):
    for day in range(1, 4):
        rostered(house.lin, day, "night")
    page = text(boss.get(f"/roster/month/?team={house.desk.pk}&week=2026-03-10"))
    assert "March 2026" in page and "30 3 –" in page


def test_the_duty_calendar_hears_what_the_roster_says(boss, house, rostered):
    for day in range(1, 8):
        rostered(house.lin, day, "early"), rostered(house.wang, day, "late")
    page = text(boss.get("/calendars/duty/"))
    assert "Nobody is on duty Mon–Sun 00:00–08:00, 22:30–24:00." in page
    answer = boss.post("/calendars/duty/adopt/", follow=True)
    assert "08:00-22:30" in answer.content.decode()
    assert "What the roster says" not in text(boss.get("/calendars/service/"))


def test_where_the_roster_covers_the_calendar_nothing_is_proposed(boss, house, rostered):
    assert "What the roster says" not in text(boss.get("/calendars/duty/"))
    assert boss.post("/calendars/duty/adopt/").status_code == 422
