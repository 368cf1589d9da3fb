"""A list is taken along: what the reader sees, as they see it, written down, harmless in any spreadsheet."""

import pytest
from django.utils import timezone

from jishi.directory.models import Access, FieldDef
from jishi.reports.listings import taking
from jishi.reports.listings.catalogue import LISTS
from jishi.tickets.receiving import receive
from jishi.watch.models import Job
from tests.pages.sheets.workbooks import lines, sheet

FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "＝1+1", "＠A1", "'=1", ' "=1', '=HYPERLINK("http://x","y")']


def test_the_workbook_holds_real_moments_and_lengths_under_words(house, repair, takes):
    book = sheet(takes(house.boss))
    row = dict(zip([cell.value for cell in book[1]], book[2], strict=True))
    assert row["Ticket number"].value == repair.number
    assert f"{row['Received'].value:%Y-%m-%d %H:%M}" == "2026-03-02 09:00"
    assert row["First contact, counted"].number_format == "[h]:mm" and row["First contact, counted"].value
    assert book.freeze_panes == "A2" and book.auto_filter.ref


def test_csv_opens_with_a_click_in_excel(house, repair, takes):
    content = takes(house.boss, form="csv")
    assert content.startswith(b"\xef\xbb\xbf") and lines(content)[1][0] == repair.number


def test_conditions_words_and_columns_hold_for_what_is_taken(house, repair, takes):
    assert len(lines(takes(house.boss, "?view=all&priority=P0", form="csv"))) == 1
    assert len(lines(takes(house.boss, "?q=漏水", form="csv"))) == 2


def test_people_are_masked_unless_that_is_allowed_and_written_down(house, repair, takes, reads):
    assert "陈建国" not in takes(house.boss, form="csv").decode()
    assert "陈建国" in takes(house.boss, form="csv", opened="1").decode()
    facts = list(Access.objects.filter(act="exported").order_by("pk").values_list("facts", flat=True))
    assert [(each["rows"], each["opened"]) for each in facts] == [(1, False), (1, True)]
    house.boss.role.rights = [right for right in house.boss.role.rights if right != "unmask"]
    house.boss.role.save()
    assert reads(house.boss).post("/take/tickets/", {"opened": "1"}).status_code == 403


def test_own_fields_come_along_and_masked_ones_stay_covered(house, told, takes):
    FieldDef.objects.create(code="alarm", name="报警代码")
    FieldDef.objects.create(code="card", name="卡号", masked=True)
    receive(told(1, "09:00"), title="漏水", own={"alarm": "AL-7", "card": "13812345678"})
    head, row = lines(takes(house.boss, form="csv"))
    said = dict(zip(head, row, strict=True))
    assert said["报警代码"] == "AL-7" and said["卡号"] == "138****5678"


def test_what_others_see_is_not_taken_along(house, repair, takes):
    house.zhou.role.rights = [*house.zhou.role.rights, "export"]
    house.zhou.role.save()
    assert len(lines(takes(house.zhou, form="csv"))) == 1


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_no_text_becomes_a_formula_and_all_come_back_as_they_were(house, told, takes, form, tmp_path):
    """TRUST E1."""
    from jishi.intake.history import read

    for n, text in enumerate(FORMULAS):
        receive(told(1, f"09:{n:02}"), title=text)
    content = takes(house.boss, "?view=all&order=oldest", form=form)
    if form == "xlsx":
        cells = [cell for row in sheet(content).iter_rows(min_row=2) for cell in row]
        assert not [cell for cell in cells if cell.data_type == "f"]
    else:
        assert not [cell for row in lines(content) for cell in row if cell.startswith(("=", "+", "-", "@", "＝", "＠"))]
    (tmp_path / f"back.{form}").write_bytes(content)
    back = read(tmp_path / f"back.{form}")
    assert [ticket.fields["title"] for ticket in back.tickets] == [text.strip() for text in FORMULAS]


def test_a_long_list_is_a_job_whose_file_only_its_reader_may_fetch(
    house, repair, reads, takes, monkeypatch, settings, tmp_path
):
    settings.VAR = tmp_path
    monkeypatch.setattr(taking, "AT_ONCE", 0)
    assert lines(takes(house.boss, form="csv"))[1][0] == repair.number
    job = Job.objects.get(kind="export")
    assert (job.done, job.total, job.answer["rows"]) == (1, 1, 1)
    house.lin.role.rights = [*house.lin.role.rights, "export"]
    house.lin.role.save()
    for address in (f"/taken/{job.pk}/", f"/taken/{job.pk}/file/"):
        assert reads(house.lin).get(address).status_code == 404
    assert taking.clear_away(timezone.now() + 2 * taking.KEPT) == 1
    assert reads(house.boss).get(f"/taken/{job.pk}/file/").status_code == 404


@pytest.mark.parametrize("code", list(LISTS))
def test_every_list_is_taken_along_under_its_own_right(house, repair, reads, takes, code):
    house.boss.role.rights = [*house.boss.role.rights, "people", "audit", "coordinate"]
    house.boss.role.save()
    listed = lines(takes(house.boss, "", code, form="csv"))
    assert listed[0] and (len(listed) > 1) == (code in ("tickets", "customers", "people", "roster", "roster-month"))
    if right := LISTS[code].right:
        house.boss.role.rights = ["export"]
        house.boss.role.save()
        assert reads(house.boss).post(f"/take/{code}/").status_code == 403, right


def test_staff_are_taken_along_as_far_as_they_are_seen_and_narrowed(house, reads, takes):
    house.zhou.role.rights = ["export", "people"]
    house.zhou.role.save()
    numbers = [row[0] for row in lines(takes(house.zhou, "?q=周", "people", form="csv"))[1:]]
    assert numbers == [house.zhou.number]


def test_taking_along_needs_its_right(house, reads):
    assert reads(house.lin).post("/take/tickets/").status_code == 403
    assert reads(house.boss).post("/take/people/").status_code == 403
    assert reads(house.boss).post("/take/nothing/").status_code == 404
    assert reads(house.boss).post("/take/tickets/?view=no-such").status_code == 422
