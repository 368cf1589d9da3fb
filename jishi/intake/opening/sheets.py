"""Spreadsheets: the asked or the fullest visible sheet, merged cells filled with what they show."""

from collections import defaultdict
from collections.abc import Iterator

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, SheetVisibleEnum

from jishi.core.refused import Refused
from jishi.intake.cells.text import Cell
from jishi.intake.opening.limits import LIMITS
from jishi.intake.opening.pack import Content
from jishi.intake.opening.rows import Rows
from jishi.intake.opening.sheet_guard import guard


def open_sheet(content: Content, sheet: str = "") -> Rows:
    """Rows of one sheet. Raises Refused("bomb" | "too-many-…" | "damaged" | "password" | "no-such-sheet" | …)."""
    file = content.seekable()
    since_1904 = guard(file, content.name, content.limits)
    try:
        book = CalamineWorkbook.from_filelike(file)
        chosen = chosen_sheet(book, sheet, content.name)
    except PasswordError as why:
        raise Refused("password", file=content.name) from why
    except (CalamineError, OSError, ValueError) as why:
        raise Refused("damaged", file=content.name, why=str(why)) from why
    return Rows("xlsx", rows_of(chosen), sheet=chosen.name, since_1904=since_1904)


def chosen_sheet(book: CalamineWorkbook, sheet: str, name: str) -> CalamineSheet:
    if sheet:
        if sheet not in book.sheet_names:
            raise Refused("no-such-sheet", file=name, sheet=sheet, sheets=", ".join(book.sheet_names))
        return book.get_sheet_by_name(sheet)
    visible = [m.name for m in book.sheets_metadata if m.visible == SheetVisibleEnum.Visible] or book.sheet_names
    sheets = [book.get_sheet_by_name(each) for each in visible]
    if not sheets:
        raise Refused("empty-file", file=name)
    return max(sheets, key=lambda each: each.height * each.width)


def rows_of(sheet: CalamineSheet) -> Iterator[list[Cell]]:
    """Every row from the first of the sheet, blank ones included, so that the row numbers are those on screen."""
    fill = merged(sheet)
    left = sheet.start[1] if sheet.start else 0
    for number, row in enumerate(sheet.iter_rows()):
        row = [None] * left + [None if cell == "" else cell for cell in row]
        for column, source in fill.pop(number, ()):
            if source[0] == number and source[1] < len(row):
                kept = row[source[1]]
                fill["values"][source] = kept
            if column < len(row):
                row[column] = fill["values"].get(source)
        yield row


def merged(sheet: CalamineSheet) -> dict:
    """Row -> [(column, first cell of its merged range)]; "values" collects what those first cells show."""
    fill: dict = defaultdict(list)
    fill["values"] = {}
    cells = 0
    for first, last in sheet.merged_cell_ranges or []:
        cells += (last[0] - first[0] + 1) * (last[1] - first[1] + 1)
        if cells > LIMITS.merged * 10:
            break
        for row in range(first[0], last[0] + 1):
            fill[row] += [(column, first) for column in range(first[1], last[1] + 1)]
    return fill
