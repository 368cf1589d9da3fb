"""Our own sheet to fill in: the columns of R24, the moments that clocks are read from, and fields of a type's own."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import IO, Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from jishi.directory.models.called import called
from jishi.intake.columns.headings import FIELDS, WORDS
from jishi.intake.table import EXAMPLES
from jishi.intake.values.words import WORDS as VALUES

ROWS = 2_000  # how far down cells are formatted and choices offered
CHOICES = ("status", "priority", "channel")
FORMATS = {"moment": "yyyy-mm-dd hh:mm", "day": "yyyy-mm-dd", "text": "@"}
LISTS = "lists"  # the hidden sheet the choices stand on
DAYS = {"received": 9, "assigned": 10, "contacted": 11, "arrived": 14, "resolved": 16, "recorded": 9}  # hours


def headings(language: str) -> dict[str, str]:
    """Field -> heading, in order. `language` is "zh-hans" or "en"."""
    place = 1 if language.startswith("zh") else 0
    return {field: names[place] for field, names in WORDS["template"].items()}


def choices(field: str, language: str) -> list[str]:
    """The first word of each code in that language."""
    chinese = language.startswith("zh")
    by_code = VALUES[field].values()
    found = [next((word for word in words if word.isascii() != chinese and "*" not in word), None) for words in by_code]
    return [word for word in found if word]


def write(
    path: str | Path | IO[bytes],
    language: str = "zh-hans",
    own: Sequence[Any] = (),
    offered: Mapping[str, Sequence[str]] | None = None,
) -> None:
    """A workbook with headings, an example row, cells that take moments as moments, and lists to choose from.

    `own`: fields with name, name_en, kind and choices; `offered`: further choices by field.
    """
    columns = {field: (heading, _kind(field)) for field, heading in headings(language).items()}
    columns |= {f"own.{each.code}": (called(each, language), "day" if each.kind == "date" else "text") for each in own}
    lists = {field: choices(field, language) for field in CHOICES} | dict(offered or {})
    lists |= {f"own.{each.code}": list(each.choices) for each in own if each.kind == "list"}
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.freeze_panes(1, 1)
        _lay_out(book, sheet, columns)
        _exemplify(book, sheet, columns, lists, language)
        _offer(book, sheet, list(columns), {field: words for field, words in lists.items() if words})


def _kind(field: str) -> str:
    return "moment" if FIELDS[field] == "moments" else "text"


def _lay_out(book: xlsxwriter.Workbook, sheet: Worksheet, columns: Mapping[str, tuple[str, str]]) -> None:
    bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    formats = {kind: book.add_format({"num_format": form}) for kind, form in FORMATS.items()}
    for place, (heading, kind) in enumerate(columns.values()):
        sheet.set_column(place, place, 17 if kind == "moment" else 14, formats[kind])
        sheet.write_string(0, place, heading, bold)


def _exemplify(book: xlsxwriter.Workbook, sheet: Worksheet, columns: Mapping, lists: Mapping, language: str) -> None:
    """A row that shows how; its first cell says that it is none."""
    grey = {"italic": True, "font_color": "#767676"}
    text, moment = (book.add_format({**grey, "num_format": FORMATS[kind]}) for kind in ("text", "moment"))
    today = datetime.now().replace(hour=0, minute=0, second=0, microsecond=0)  # noqa: DTZ005  on the reader's wall
    sheet.write_string(1, 0, EXAMPLES[0] if language.startswith("zh") else EXAMPLES[1], text)
    for place, field in enumerate(columns):
        if field in DAYS:
            sheet.write_datetime(1, place, today.replace(hour=DAYS[field]), moment)
        elif lists.get(field):
            sheet.write_string(1, place, lists[field][0], text)


def _offer(book: xlsxwriter.Workbook, sheet: Worksheet, fields: list[str], lists: Mapping[str, Sequence[str]]) -> None:
    """Choices stand on a hidden sheet: as many as there are, and in any words."""
    hidden = book.add_worksheet(LISTS)
    hidden.hide()
    for n, (field, words) in enumerate(lists.items()):
        for row, word in enumerate(words):
            hidden.write_string(row, n, word)
        letter = xlsxwriter.utility.xl_col_to_name(n)
        source = f"={LISTS}!${letter}$1:${letter}${len(words)}"
        place = fields.index(field)
        sheet.data_validation(1, place, ROWS, place, {"validate": "list", "source": source, "error_type": "warning"})
