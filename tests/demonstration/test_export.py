import csv
from datetime import datetime

import pytest
from openpyxl import load_workbook

from jishi.core.masking import name, phone
from jishi.demonstration.blemishes import COUNTS
from jishi.demonstration.columns import COLUMNS
from jishi.demonstration.company import company
from jishi.demonstration.export import export
from jishi.demonstration.history import history

HEADINGS = [column.heading for column in COLUMNS]


@pytest.fixture(scope="module")
def firm(now):
    return company(seed=11, now=now, tickets=1200, clients=90)


@pytest.fixture(scope="module")
def told(firm):
    return history(firm)


@pytest.fixture(scope="module")
def sheet(firm, told, tmp_path_factory):
    return export(firm, told, tmp_path_factory.mktemp("demo") / "台账.xlsx")


@pytest.fixture(scope="module")
def cells(sheet):
    return [list(row) for row in load_workbook(sheet.path, read_only=True).active.iter_rows(values_only=True)]


@pytest.fixture(scope="module")
def rows(cells):
    """Tickets and duplicates, by heading; without title, headings and sum."""
    return [dict(zip(cells[1], row, strict=True)) for row in cells[2:-1]]


def test_a_title_stands_above_the_headings_and_a_sum_below(cells, told, sheet):
    assert cells[0][0].startswith("启衡装备售后服务工单台账")
    assert cells[1] == HEADINGS
    assert cells[-1][0] == "合计"
    assert sheet.rows == len(cells) - 3 == len(told) + COUNTS["duplicate"]


def test_mistakes_are_planted_in_known_numbers(rows, now):
    unique = {row["工单编号"]: row for row in rows}.values()
    moments = [row for row in unique if isinstance(row["受理时间"], datetime)]
    assert sum(late_before(row, "解决时间") for row in moments) == COUNTS["reversed_resolution"]
    assert sum(late_before(row, "首次联系时间") for row in moments) == COUNTS["reversed_contact"]
    assert len(rows) - len(unique) == COUNTS["duplicate"]
    assert sum(row["状态"] == "已关闭" and not row["解决时间"] for row in unique) == COUNTS["end_missing"]
    ahead = [row for row in moments if row["关闭时间"] and row["关闭时间"] > now.replace(tzinfo=None)]
    assert len(ahead) == COUNTS["future"]


def late_before(row, heading):
    return row[heading] is not None and row[heading] < row["受理时间"]


def test_some_moments_are_written_out_by_hand(rows, sheet):
    written = {row["工单编号"] for row in rows if isinstance(row["受理时间"], str)}
    assert written == sheet.blemishes.written_out
    assert all("年" in row["受理时间"] for row in rows if row["工单编号"] in written)


def test_some_people_round_to_five_minutes(rows, sheet):
    def by_rounders(row):
        return row["责任人"] and row["责任人"].split("(")[1].rstrip(")") in sheet.blemishes.rounders

    typed = [row for row in rows if isinstance(row["解决时间"], datetime) and row["关闭时间"]]
    theirs = [row["解决时间"].minute % 5 == 0 for row in typed if by_rounders(row)]
    others = [row["解决时间"].minute % 5 == 0 for row in typed if not by_rounders(row)]
    assert sum(theirs) / len(theirs) > 0.98
    assert sum(others) / len(others) < 0.35


def test_nobodys_full_name_or_number_leaves_the_house(cells, firm):
    text = "\n".join(str(cell) for row in cells for cell in row if cell)
    assert not [person.name for person in firm.people if len(person.name) > 2 and person.name in text]
    for customer in firm.customers:
        assert not [c for c in customer.contacts if c.phone in text or c.mail in text]


def test_names_and_numbers_are_masked(rows):
    assert all(row["联系人"].endswith("*") and "****" in row["联系电话"] for row in rows)
    assert all("*(" in row["责任人"] for row in rows if row["责任人"])


@pytest.mark.parametrize(("full", "masked"), [("陈建国", "陈*"), ("欧阳静", "欧阳*"), ("陶喆", "陶*")])
def test_a_masked_name_is_the_surname_and_a_star(full, masked):
    assert name(full) == masked


@pytest.mark.parametrize(("number", "masked"), [("15400450732", "154****0732"), ("0755-55501234", "0755-****1234")])
def test_a_masked_number_keeps_its_ends(number, masked):
    assert phone(number) == masked


def test_the_same_year_makes_the_same_file(firm, told, sheet, tmp_path):
    assert export(firm, told, tmp_path / "again.xlsx").path.read_bytes() == sheet.path.read_bytes()


def test_csv_opens_in_excel(firm, told, tmp_path):
    path = export(firm, told, tmp_path / "台账.csv").path
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file))
    assert lines[0] == HEADINGS
    assert len(lines) == len(told) + COUNTS["duplicate"] + 2
