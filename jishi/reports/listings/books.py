"""Rows as a workbook or as CSV that spreadsheets open with a click. Text goes in as text, whatever it begins with."""

import csv
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from io import TextIOWrapper
from typing import IO, Any

import xlsxwriter
from django.utils import timezone
from xlsxwriter.worksheet import Worksheet

from jishi.core.formulas import disarmed

from .listing import Column

DAY = 86_400
FORMATS = {"moment": "yyyy-mm-dd hh:mm", "day": "yyyy-mm-dd", "span": "[h]:mm", "text": "@", "number": "General"}
LONGEST = 32_767  # characters a cell holds


def write_xlsx(file: IO[bytes], title: str, columns: Sequence[Column], rows: Iterable[Any]) -> int:
    """Row by row, so that any number fits in memory; how many."""
    n = 0
    with xlsxwriter.Workbook(file, {"constant_memory": True, "in_memory": False}) as book:
        sheet = book.add_worksheet(title[:31])
        sheet.freeze_panes(1, 0)
        formats = [book.add_format({"num_format": FORMATS[column.kind], "valign": "top"}) for column in columns]
        bold = book.add_format({"bold": True, "bottom": 1, "valign": "top"})
        for place, column in enumerate(columns):
            sheet.set_column(place, place, column.width)
            sheet.write_string(0, place, str(column.heading), bold)
        for n, row in enumerate(rows, start=1):
            for place, column in enumerate(columns):
                _put(sheet, n, place, column.kind, column.value(row), formats[place])
        sheet.autofilter(0, 0, n, len(columns) - 1)
    return n


def _put(sheet: Worksheet, n: int, place: int, kind: str, value: Any, form: object) -> None:
    if value is None or value == "":
        return
    if kind == "text":
        sheet.write_string(n, place, str(value)[:LONGEST], form)
    elif kind == "moment":
        sheet.write_datetime(n, place, _on_the_wall(value), form)
    elif kind == "day":
        sheet.write_datetime(n, place, value, form)
    else:
        sheet.write_number(n, place, value / DAY if kind == "span" else value, form)


def write_csv(file: IO[bytes], title: str, columns: Sequence[Column], rows: Iterable[Any]) -> int:
    """UTF-8 with the mark by which Excel knows it; how many rows."""
    n = 0
    text = TextIOWrapper(file, encoding="utf-8-sig", newline="", write_through=True)
    sheet = csv.writer(text)
    sheet.writerow([disarmed(str(column.heading)) for column in columns])
    for row in rows:
        n += 1
        sheet.writerow([_said(column.kind, column.value(row)) for column in columns])
    text.detach()
    return n


def _said(kind: str, value: Any) -> object:
    if value is None or value == "":
        return ""
    if kind == "text":
        return disarmed(str(value))
    if kind == "moment":
        return f"{_on_the_wall(value):%Y-%m-%d %H:%M}"
    if kind == "span":
        return f"{int(value) // 3600}:{int(value) % 3600 // 60:02}"
    return value


def _on_the_wall(at: datetime) -> datetime:
    """By the reader's clock; spreadsheets know no zones."""
    return timezone.localtime(at).replace(tzinfo=None, second=0, microsecond=0)


BOOKS: dict[str, Callable[..., int]] = {"xlsx": write_xlsx, "csv": write_csv}
