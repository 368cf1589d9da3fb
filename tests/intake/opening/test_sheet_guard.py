"""TRUST class K: what a workbook holds is counted, not believed."""

import re
import struct
import zipfile

import pytest

from jishi.core.refused import Refused
from jishi.intake.history import read

SHEET = "xl/worksheets/sheet1.xml"
HEAD = '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
TAIL = "</sheetData></worksheet>"


@pytest.fixture
def with_sheet(sheet_file, repacked):
    def make(xml):
        return repacked(sheet_file(["工单编号", "受理时间"], ["A1", "2026-11-23 9:05"]), {SHEET: HEAD + xml + TAIL})

    return make


def refusal(path):
    with pytest.raises(Refused) as no:
        read(path)
    return no.value.code


def test_half_a_gigabyte_in_half_a_megabyte_is_refused(with_sheet):
    assert refusal(with_sheet("<row><c t='inlineStr'><is><t>" + "A" * (120 << 20) + "</t></is></c></row>")) == "bomb"


def test_a_size_that_is_declared_small_does_not_help_a_bomb(with_sheet):
    path = with_sheet("<row><c t='inlineStr'><is><t>" + "A" * (120 << 20) + "</t></is></c></row>")
    whole = bytearray(path.read_bytes())
    entry = next(
        m.start()
        for m in re.finditer(b"PK\x01\x02", bytes(whole))
        if SHEET.encode() in whole[m.start() : m.start() + 90]
    )
    whole[entry + 24 : entry + 28] = struct.pack("<I", 1000)
    path.write_bytes(whole)
    assert zipfile.ZipFile(path).getinfo(SHEET).file_size == 1000
    assert refusal(path) == "bomb"


@pytest.mark.parametrize(
    "cell",
    [
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="CV1048576"><v>1</v></c></row>',
        "<row r='1'><c r='CV1048576'><v>1</v></c></row>",
        '<row r="1"><c r="CV1048576"><!-- hidden --><v>1</v></c></row>',
        '<row r="1"><c s="/>" r="CV1048576"><v>1</v></c></row>',
        '<x:row xmlns:x="any"><x:c r="CV1048576"><x:v>1</x:v></x:c></x:row>',
    ],
)
def test_one_cell_far_below_cannot_make_the_table_huge(with_sheet, cell):
    assert refusal(with_sheet(cell)) == "too-many-rows"


def test_more_columns_than_anybody_fills_are_refused(with_sheet):
    assert refusal(with_sheet('<row r="1"><c r="XFD1"><v>1</v></c></row>')) == "too-many-columns"
    assert refusal(with_sheet("<row>" + "<c><v>1</v></c>" * 16_384 + "</row>")) == "too-many-columns"


def test_ten_million_empty_rows_are_refused(with_sheet):
    assert refusal(with_sheet("<row/>" * 5_000_000)) in ("too-many-rows", "bomb")


def test_formats_far_away_without_content_do_no_harm(with_sheet):
    far = '<row r="1048576"><c r="XFD1048576" s="0"/></row>'
    text = '<c r="{}" t="inlineStr"><is><t>{}</t></is></c>'
    rows = "".join(
        f'<row r="{n}">{text.format(f"A{n}", a)}{text.format(f"B{n}", b)}</row>'
        for n, (a, b) in enumerate([("工单编号", "受理时间"), ("A1", "2026-11-23 9:05")], start=1)
    )
    assert [ticket.id for ticket in read(with_sheet(rows + far)).tickets] == ["A1"]


@pytest.mark.parametrize("part", [SHEET, "xl/sharedStrings.xml", "xl/workbook.xml"])
def test_entities_are_refused_wherever_they_are_defined(sheet_file, repacked, part):
    lol = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
    path = sheet_file(["工单编号", "受理时间"], ["A1", "2026-11-23 9:05"])
    assert refusal(repacked(path, {part: f'<?xml version="1.0"?>{lol}<x>&b;</x>'})) == "entities"


def test_a_thousand_sheets_are_refused(sheet_file, repacked):
    sheets = {f"xl/worksheets/sheet{n}.xml": HEAD + TAIL for n in range(2, 1001)}
    assert refusal(repacked(sheet_file(["a"]), sheets)) == "too-many-sheets"


def test_a_spreadsheet_of_another_kind_is_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.ods", "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", "<x/>")
    assert refusal(tmp_path / "a.ods") == "other-spreadsheet"


def test_a_workbook_that_is_cut_off_or_broken_is_refused(sheet_file, with_sheet):
    path = sheet_file(["工单编号", "受理时间"], ["A1", "2026-11-23 9:05"])
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    assert refusal(path) == "truncated"
    assert refusal(with_sheet("<row><c>")) == "damaged"
