"""What is meant to swell, or is no sheet at all, is refused before it costs anything (TRUST K1)."""

import gzip
import io
import zipfile

import openpyxl
import pytest

from jishi.intake import uploads
from jishi.intake.models import Upload
from tests.pages.sheets.workbooks import workbook


def repacked(part: str, content: bytes) -> bytes:
    """A workbook with one part replaced or added."""
    packed, old = io.BytesIO(), zipfile.ZipFile(io.BytesIO(workbook(3)[0]))
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in {*old.namelist(), part}:
            new.writestr(name, content if name == part else old.read(name))
    return packed.getvalue()


def wide() -> bytes:
    book, content = openpyxl.Workbook(), io.BytesIO()
    book.active["XFD1"] = "far"
    book.active["A1"] = "near"
    book.save(content)
    return content.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
ROWS = b"<row><c><v>1</v></c></row>"
BOMBS = {
    "swells": lambda: repacked("xl/media/x.xml", b"<a/>" * (96 << 20 >> 2)),
    "rows": lambda: repacked(SHEET, b"<worksheet><sheetData>" + ROWS * 100_000 + b"</sheetData></worksheet>"),
    "columns": wide,
    "entities": lambda: repacked(SHEET, b'<!DOCTYPE x [<!ENTITY a "a">]><worksheet>&a;</worksheet>'),
    "old": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
    "packed": lambda: gzip.compress(b"1,2026-11-23\n" * 500_000),
    "picture": lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 600,
    "columnar": lambda: b"PAR1" + b"\0" * 600,
    "damaged": lambda: workbook(3)[0][:900],
    "empty": lambda: b"",
}


@pytest.mark.parametrize("kind", BOMBS)
def test_what_is_no_honest_sheet_is_refused_and_not_kept(manager, kind):
    file = io.BytesIO(BOMBS[kind]())
    file.name = "sheet.xlsx"
    answer = manager.post("/sheets/", {"file": file})
    assert answer.status_code == 422 and "refused" in answer.content.decode()
    assert "Not possible" not in answer.content.decode()
    assert not Upload.objects.exists() and not list(uploads.folder().glob("*"))


def test_more_than_a_page_takes_is_refused(manager, monkeypatch):
    monkeypatch.setattr(uploads, "MOST", 1_000)
    file = io.BytesIO(workbook(20)[0])
    file.name = "sheet.xlsx"
    answer = manager.post("/sheets/", {"file": file})
    assert answer.status_code == 422 and "1000" in answer.content.decode()
