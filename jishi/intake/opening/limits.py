"""How much a file may hold. The numbers are generous for people and small for bombs (TRUST K)."""

from dataclasses import dataclass


@dataclass(slots=True, frozen=True)
class Limits:
    """Bytes after inflating, and counts."""

    text_bytes: int = 4 << 30
    line_bytes: int = 16 << 20
    spool_bytes: int = 1 << 30
    rows: int = 20_000_000
    columns: int = 702  # ZZ, the last two-letter column of a spreadsheet
    sheet_bytes: int = 512 << 20
    sheet_ratio: int = 60  # inflated : packed, once more than `ratio_from` bytes came out
    ratio_from: int = 48 << 20
    sheet_rows: int = 1_048_576
    sheet_cells: int = 15_000_000  # rows × columns of the filled area
    sheets: int = 200
    parts: int = 2_000
    merged: int = 20_000


LIMITS = Limits()
