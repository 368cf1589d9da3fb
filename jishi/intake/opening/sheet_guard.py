"""What a workbook holds, counted while inflating, before anything else opens it: sizes, cells, entity bombs.

A spreadsheet reader allots rows × columns of the filled area; one cell in the last corner would take 400 GB.
"""

import re
import zipfile
from collections.abc import Iterator
from typing import BinaryIO

from jishi.core.refused import Refused
from jishi.intake.opening.counted import unpacked
from jishi.intake.opening.limits import LIMITS, Limits
from jishi.intake.opening.pack import archive_of, entry
from jishi.intake.opening.sheet_area import Area

PIECE = 1 << 18
SHEET = re.compile(r"xl/(?:work|chart|dialog|macro)sheets/[^/]+$", re.IGNORECASE)
WORKBOOK = "xl/workbook.xml"


def guard(file: BinaryIO, name: str, limits: Limits = LIMITS) -> bool:
    """Check every part. True when the workbook counts its days from 1904. Raises Refused on bombs and strangers."""
    archive = archive_of(file, name)
    parts = [info.filename for info in archive.infolist()]
    if WORKBOOK not in map(str.lower, parts):
        raise Refused("other-spreadsheet", file=name)
    if sum(1 for part in parts if SHEET.match(part)) > limits.sheets:
        raise Refused("too-many-sheets", file=name, limit=limits.sheets)
    total = 0
    for part in parts:
        total += checked(archive, part, name, total, limits)
    since_1904 = any(counts_from_1904(archive.read(part)) for part in parts if part.lower() == WORKBOOK)
    file.seek(0)
    return since_1904


def checked(archive: zipfile.ZipFile, part: str, name: str, before: int, limits: Limits) -> int:
    """Inflate one part to its end; its true size in bytes."""
    packed, total = archive.getinfo(part).compress_size, 0
    area = Area(name, limits) if SHEET.match(part) else None
    for piece in pieces(archive, part, name):
        total += len(piece)
        swollen = total > limits.ratio_from and total > limits.sheet_ratio * max(packed, 1)
        if before + total > limits.sheet_bytes or swollen:
            raise Refused("bomb", file=name, limit=limits.sheet_bytes)
        if b"<!DOCTYPE" in piece or b"<!ENTITY" in piece:
            raise Refused("entities", file=name)
        if area:
            area.measure(piece)
    return total


def pieces(archive: zipfile.ZipFile, part: str, name: str) -> Iterator[bytes]:
    with entry(archive, part, name) as stream:
        while piece := unpacked(lambda: stream.read(PIECE), name):
            yield piece


def counts_from_1904(workbook: bytes) -> bool:
    return re.search(rb"""date1904\s*=\s*["'](?:1|true)["']""", workbook) is not None
