"""A roster planned in Excel: shown before anything is set, each fault named, set all at once or not at all."""

import io
from datetime import date

import pytest

from jishi.directory.models import Duty
from tests.pages.told import text

HEAD = "工号\t姓名\t03-09 Mon\t03-10 Tue\t03-11 Wed\n"


@pytest.fixture
def brings(boss, house):
    def answer(rows, **said):
        told = {"team": house.desk.pk, "week": "2026-03-01", "text": rows} | said
        return boss.post("/roster/bring/", told)

    return answer


@pytest.fixture
def sets(boss, house):
    """The button below what is shown."""

    def answer(page):
        cells = page.content.decode().split('name="cells" value="')[1].split('"')[0]
        return boss.post("/roster/bring/carry-out/", {"team": house.desk.pk, "cells": cells})

    return answer


def duties():
    rows = Duty.objects.order_by("day", "person").values_list("person__name", "day", "shift__code", "lead")
    return [(name, day.day, code, lead) for name, day, code, lead in rows]


def test_nothing_is_set_before_it_was_seen(brings):
    page = brings(HEAD + "1001\t林晓\t早\t夜\t\n")
    assert "2 days change" in text(page) and "Set them" in text(page) and duties() == []


def test_set_it_stands_in_the_roster_with_who_leads(house, boss, brings, sets):
    page = brings(HEAD + "1001\t林晓\t早 · 值班长\tnight\t\n\t王磊\te\t-\t\n")
    assert sets(page)["Location"] == f"/roster/?team={house.desk.pk}&week=2026-03-09&brought=3"
    shown = text(boss.get(f"/roster/?team={house.desk.pk}&week=2026-03-09&brought=3"))
    assert "3 shifts were set." in shown and "Days that were set already" not in shown
    assert duties() == [("林晓", 9, "early", True), ("王磊", 9, "early", False), ("林晓", 10, "night", False)]
    assert {duty.team for duty in Duty.objects.all()} == {house.desk}


def test_what_stands_there_changes_only_where_the_sheet_says_otherwise(house, rostered, brings, sets):
    rostered(house.lin, 8, "early", lead=True)
    rostered(house.lin, 9, "night")
    rostered(house.lin, 10, "day")
    page = brings(HEAD + "1001\t林晓\t早\t-\t\n")
    assert "1 day changes" in text(page) and "Night no shift" in text(page)
    sets(page)
    assert duties() == [("林晓", 9, "early", True), ("林晓", 11, "day", False)]


def test_what_is_taken_along_can_be_brought_back_and_says_the_same(house, boss, rostered, away, brings):
    rostered(house.lin, 8, "early", lead=True)
    away(house.lin, (9, "00:00"), (10, "00:00"))
    told = b"".join(boss.post(f"/take/roster-month/?team={house.desk.pk}&week=2026-03-01", {"form": "xlsx"}))
    file = io.BytesIO(told)
    file.name = "三月.xlsx"
    answer = brings("", file=file)
    assert answer.status_code == 422 and "says all this already" in text(answer)


def test_every_fault_is_named_with_its_place_and_the_rest_can_be_set(house, rostered, brings, sets):
    rostered(house.lin, 10, "day", team=house.other)
    rows = "1001\t林晓\t早\t加班\t夜\n9999\t谁\t早\t\t\n1001\t林晓\t夜\t\t\n合计\t\t\t\t\n"
    page = brings(HEAD + rows)
    said = text(page)
    assert "4 places are left out" in said and "1 day changes" in said
    assert "2 03-10 Tue 加班 No shift is called so" in said
    assert "2 03-11 Wed 夜 On duty for another team" in said
    assert "3 9999 谁 Nobody of this roster" in said and "4 1001 林晓 The same person stands further up" in said
    sets(page)
    assert ("林晓", 9, "early", False) in duties() and len(duties()) == 2


def test_what_is_history_stays(brings):
    said = text(brings("工号\t2026-01-05\n1001\t早\n"))
    assert "More than 45 days ago" in said and "Nothing in it can be set" in said


def test_changed_meanwhile_nothing_is_set(house, rostered, brings, sets):
    page = brings(HEAD + "1001\t林晓\t早\t夜\t\n")
    rostered(house.lin, 9, "day")
    assert sets(page).status_code in (409, 422)
    assert duties() == [("林晓", 10, "day", False)]


def test_of_a_team_one_does_not_lead_nothing_is_brought(house, reads, boss):
    told = {"team": house.desk.pk, "text": HEAD + "1001\t林晓\t早\t\t\n"}
    cells = f"{house.lin.pk}:2026-03-09::early:0"
    for address, said in (("/roster/bring/", told), ("/roster/bring/carry-out/", told | {"cells": cells})):
        assert reads(house.lin).post(address, said).status_code == 403
    house.zhou.role.rights = [*house.zhou.role.rights, "roster"]
    house.zhou.role.save()
    assert reads(house.zhou).post("/roster/bring/", told).status_code == 404
    assert reads(house.zhou).post("/roster/bring/carry-out/", told | {"cells": cells}).status_code == 404
    own = {"team": house.other.pk, "cells": cells}
    assert reads(house.zhou).post("/roster/bring/carry-out/", own).status_code == 422 and duties() == []


NONSENSE = ["", "x", "1:2:3", "1:2026-03-09::nonsense:0", "0:2026-03-09::early:0", "1:x::early:0"]


@pytest.mark.parametrize("cells", NONSENSE)
def test_nonsense_sets_nothing(house, boss, cells):
    answer = boss.post("/roster/bring/carry-out/", {"team": house.desk.pk, "cells": cells})
    assert answer.status_code == 422 and duties() == []


@pytest.mark.parametrize(
    ("rows", "says"), [("", "neither a file nor"), ("姓名\n林晓\n", "No column of this sheet"), ("<html><table>", "")]
)
def test_what_is_no_roster_is_refused_in_words(brings, rows, says):
    answer = brings(rows)
    assert answer.status_code == 422 and says in text(answer)


def test_a_longer_sheet_asks_no_more_questions(house, brings, django_assert_max_num_queries):
    days = "\t".join(f"2026-03-{day:02}" for day in range(9, 31))
    rows = "".join(f"{number}\t" + "\t".join("早" for _ in range(9, 31)) + "\n" for number in ("1001", "1002"))
    brings(HEAD + "1001\t林晓\t早\t\t\n")
    with django_assert_max_num_queries(20):
        assert "44 days change" in text(brings(f"工号\t{days}\n{rows}"))


def test_the_form_says_how_a_sheet_has_to_look_and_gives_the_month(house, boss):
    page = boss.get(f"/roster/bring/?team={house.desk.pk}&week=2026-03-09").content.decode()
    assert f'action="/take/roster-month/?team={house.desk.pk}&amp;week=2026-03-01"' in page
    assert f"/roster/bring/?team={house.desk.pk}" in boss.get(f"/roster/month/?team={house.desk.pk}").content.decode()
    assert date(2026, 3, 1).strftime("%Y") in page
