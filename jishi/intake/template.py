"""Our own sheet to fill in: the columns of R24 and the moments that clocks are read from, in Chinese or English."""

from pathlib import Path

import xlsxwriter

from jishi.intake.columns.headings import FIELDS, WORDS
from jishi.intake.values.words import WORDS as VALUES

ROWS = 2_000  # how far down cells are formatted and choices offered
CHOICES = ("status", "priority", "channel")
MOMENT = "yyyy-mm-dd hh:mm"


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


def write(path: str | Path, language: str = "zh-hans") -> None:
    """An empty workbook with headings, cells that take moments as moments, and lists to choose from."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.freeze_panes(1, 1)
        bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        moment, text = (book.add_format({"num_format": form}) for form in (MOMENT, "@"))
        for column, (field, heading) in enumerate(headings(language).items()):
            is_moment = FIELDS[field] == "moments"
            sheet.set_column(column, column, 17 if is_moment else 14, moment if is_moment else text)
            sheet.write_string(0, column, heading, bold)
            if field in CHOICES:
                offered = {"validate": "list", "source": choices(field, language), "error_type": "warning"}
                sheet.data_validation(1, column, ROWS, column, offered)
