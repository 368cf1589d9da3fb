"""Plain text of a cell, as a person would read it off the screen."""

import re
import unicodedata
from datetime import date, datetime, time, timedelta

Cell = str | int | float | bool | datetime | date | time | timedelta | None

_NOTHING = "? - -- --- — —— / \\ . n/a #n/a na nan null none nil undefined (blank) (null) 无 空 暂无 0000-00-00"
BLANK = frozenset(_NOTHING.split()) | {"", "0000-00-00 00:00:00", "not available"}

WIDE, HIDDEN = "\u3000\xa0\u2007\u202f\t\r\n", "\u200b\u200e\u200f\ufeff\u2060"
INVISIBLE = str.maketrans(dict.fromkeys(WIDE, " ") | dict.fromkeys(HIDDEN))
SHORTENED = re.compile(r"[+-]?\d(?:\.\d+)?[eE]\+?\d{1,2}")
WHOLE_FLOAT = re.compile(r"[+-]?\d+\.0+")

LONGEST_BLANK = 24


def shown(cell: Cell) -> str:
    """The cell as text: full-width spaces and the apostrophe that Excel hides are gone, whole floats lose `.0`."""
    if isinstance(cell, str):
        text = cell if cell.isascii() and cell.isprintable() else cell.translate(INVISIBLE)
        text = text.strip()
        return text[1:].lstrip() if text[:1] in ("'", "’") and text[1:2].isdigit() else text
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return str(cell)


def blank(cell: Cell) -> bool:
    """Is nothing said here? Many tools write a sign for nothing: "?", "-", "N/A", 无."""
    if cell is None:
        return True
    if not isinstance(cell, str):
        return False
    return shown(cell).lower() in BLANK if len(cell) <= LONGEST_BLANK else not cell.strip()


def plain(cell: Cell) -> str:
    """Text for comparing: half-width, no blanks at the ends."""
    text = shown(cell)
    return text if text.isascii() else unicodedata.normalize("NFKC", text).strip()


def number_like(cell: Cell) -> str:
    """Text of a number or id that a spreadsheet turned into a float: `13800001111.0` is 13800001111."""
    text = plain(cell)
    return text.split(".")[0] if WHOLE_FLOAT.fullmatch(text) else text


def shortened(cell: Cell) -> bool:
    """Did a spreadsheet cut this long number to `1.38E+10`? Its last digits are lost."""
    return isinstance(cell, str) and SHORTENED.fullmatch(shown(cell)) is not None
