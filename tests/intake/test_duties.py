"""A roster in a sheet: which columns are days, and what stands in them."""

from datetime import date, datetime

import openpyxl
import pytest

from jishi.core.refused import Refused
from jishi.intake.duties import day_of, read

MARCH = date(2026, 3, 1)


@pytest.fixture
def sheet(tmp_path):
    def written(text):
        (tmp_path / "roster").write_text(text, encoding="utf-8")
        return tmp_path / "roster"

    return written


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("2026-03-02", date(2026, 3, 2)),
        ("2026年3月2日", date(2026, 3, 2)),
        ("03-02 Mon", date(2026, 3, 2)),
        ("3/2", date(2026, 3, 2)),
        ("3月2日 周一", date(2026, 3, 2)),
        ("2", date(2026, 3, 2)),
        (2.0, date(2026, 3, 2)),
        (datetime(2026, 3, 2), date(2026, 3, 2)),  # noqa: DTZ001  a workbook knows no zones
        ("12-31", date(2025, 12, 31)),
        ("姓名", None),
        ("工时", None),
        ("32", None),
        ("2026-02-30", None),
        ("101", None),
        (None, None),
    ],
)
def test_a_day_over_a_column_is_understood_as_people_write_it(head, day):
    assert day_of(head, MARCH) == day


def test_rows_pasted_from_excel_are_read_below_their_heading(sheet):
    path = sheet("三月排班\n工号\t姓名\t3/2\t3/3\t工时\n1001\t林晓\t早\t\t8:00\n1002\t王磊\t\t-\t0:00\n")
    first, second = read(path, MARCH)
    assert (first.number, list(first.said), first.cells) == (3, ["1001", "林晓"], [(date(2026, 3, 2), "3/2", "早")])
    assert second.cells == [(date(2026, 3, 3), "3/3", "-")]


def test_a_workbook_with_real_dates_is_read_too(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["姓名", datetime(2026, 3, 2), datetime(2026, 3, 3)])  # noqa: DTZ001
    book.active.append(["林晓", "早", "夜"])
    book.save(tmp_path / "roster.xlsx")
    [row] = read(tmp_path / "roster.xlsx", MARCH)
    assert [(day.day, text) for day, _, text in row.cells] == [(2, "早"), (3, "夜")]


@pytest.mark.parametrize("text", ["姓名\t组\n林晓\t一组\n", "x"])
def test_a_sheet_without_days_is_refused(sheet, text):
    with pytest.raises(Refused, match="no-days"):
        read(sheet(text), MARCH)


@pytest.mark.parametrize("text", ['{"a": 1}', "[1]", "<log/>", "PAR1"])
def test_what_is_no_sheet_is_refused(sheet, text):
    with pytest.raises(Refused):
        read(sheet(text), MARCH)
