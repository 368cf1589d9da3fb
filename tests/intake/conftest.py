"""Files made on the spot."""

import io
import zipfile

import openpyxl
import pytest

from jishi.intake.history import read


@pytest.fixture
def csv_file(tmp_path):
    """Writes lines of text to a file; bytes come out in the encoding asked for."""

    def write(*lines, name="export.csv", encoding="utf-8"):
        path = tmp_path / name
        path.write_bytes("\r\n".join([*lines, ""]).encode(encoding))
        return path

    return write


@pytest.fixture
def sheet_file(tmp_path):
    """Writes rows to a workbook; `merged` are ranges such as "A1:F1"."""

    def write(*rows, merged=(), name="台账.xlsx", formats=()):
        book = openpyxl.Workbook()
        for row in rows:
            book.active.append(row)
        for cells in merged:
            book.active.merge_cells(cells)
        for cell, form in formats:
            book.active[cell].number_format = form
        book.save(tmp_path / name)
        return tmp_path / name

    return write


@pytest.fixture
def repacked(tmp_path):
    """A copy of a zip archive with some parts replaced or added."""

    def pack(path, parts, name="repacked.xlsx"):
        packed = io.BytesIO()
        with zipfile.ZipFile(path) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
            for part in {*old.namelist(), *parts}:
                new.writestr(part, parts[part] if part in parts else old.read(part))
        (tmp_path / name).write_bytes(packed.getvalue())
        return tmp_path / name

    return pack


@pytest.fixture
def events():
    """The events of a ticket as {kind: epoch seconds}."""
    return lambda ticket: {event.kind: event.at for event in ticket.events}


@pytest.fixture
def one():
    """Reads a file of one ticket and hands out that ticket."""

    def only(path, mapping=None):
        told = read(path, mapping)
        assert len(told.tickets) == 1
        return told.tickets[0]

    return only
