"""The rows of a sheet that could not be used, to be mended and brought again."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from jishi.core.refused import Refused

from . import profiles, sheet, uploads
from .cells.text import shown
from .models import Upload


class BadRow(NamedTuple):
    """The row as it stands in the sheet, and (column, reason) of what is wrong with it."""

    cells: list[str]
    reasons: list[tuple[str, str]]


def bad_rows(upload: Upload) -> tuple[list[str], Iterator[BadRow]]:
    """Column names, and the rows. Refused: "file-is-gone"."""
    if not upload.file:
        raise Refused("file-is-gone")
    mapping, _ = profiles.unpacked(upload.mapping)
    names, reasons = sheet.headings(uploads.path(upload), mapping), _reasons(upload)
    rows = sheet.rows(uploads.path(upload), mapping, set(reasons))
    return names, (BadRow(_cells(row, len(names)), reasons[number]) for number, row in rows)


def _reasons(upload: Upload) -> dict[int, list[tuple[str, str]]]:
    """By row. Rows without a number of their own that came in all the same would come in twice: they are left out."""
    faults = upload.faults.order_by("pk")
    if not upload.mapping.get("columns", {}).get("id"):
        faults = faults.filter(left_out=True)
    found: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for row, column, reason in faults.values_list("row", "column", "reason"):
        found[row].append((column, reason))
    return found


def _cells(row: list, width: int) -> list[str]:
    return [shown(cell) for cell in row[:width]] + [""] * (width - len(row))
