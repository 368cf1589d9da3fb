"""Spans of time as people write them: 1天2小时3分, 26:03:00, 2h 30m, 1 day 02:00:00, or a number with a known unit."""

import re
from datetime import time, timedelta

from jishi.intake.cells.text import Cell, plain

UNITS = {
    86400: ("天", "日", "days", "day", "d"),
    3600: ("小时", "小時", "个小时", "钟头", "时", "hours", "hour", "hrs", "hr", "h"),
    60: ("分钟", "分鐘", "分", "minutes", "minute", "mins", "min", "m"),
    1: ("秒钟", "秒", "seconds", "second", "secs", "sec", "s"),
    604800: ("周", "星期", "weeks", "week", "w"),
}
SECONDS = {word: seconds for seconds, words in UNITS.items() for word in words}
WORD = "|".join(sorted(SECONDS, key=len, reverse=True))
PIECE = re.compile(
    rf"(\d+(?:\.\d+)?|半)\s*(?:个(半)?)?\s*({WORD})(?![a-z])(半)?[,,、\s零又]*(?:and\s+)?", re.IGNORECASE
)
CLOCK = re.compile(
    r"(?P<sign>-)?(?:(?P<days>\d+)\s*(?:d|days?|天)?[,,.\s]\s*)?(?P<h>\d{1,6}):(?P<m>\d{1,2})(?::(?P<s>\d{1,2})(?:\.\d+)?)?"
)
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def duration(cell: Cell, unit: int | None = None) -> int | None:
    """Seconds told by a cell. A bare number needs `unit` (seconds of one), which its heading names."""
    if isinstance(cell, timedelta):
        return round(cell.total_seconds())
    if isinstance(cell, time):
        return cell.hour * 3600 + cell.minute * 60 + cell.second
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return round(cell * unit) if unit else None
    if not isinstance(cell, str):
        return None
    text = plain(cell)
    if NUMBER.fullmatch(text):
        return round(float(text) * unit) if unit else None
    return from_clock(text) if ":" in text else from_pieces(text)


def from_clock(text: str) -> int | None:
    match = CLOCK.fullmatch(text)
    if not match or int(match["m"]) > 59 or int(match["s"] or 0) > 59:
        return None
    days, hours, minutes, seconds = (int(match[part] or 0) for part in ("days", "h", "m", "s"))
    total = days * 86400 + hours * 3600 + minutes * 60 + seconds
    return -total if match["sign"] else total


def from_pieces(text: str) -> int | None:
    """1天2小时3分 → 93780; None when anything is left over."""
    total, place = 0.0, 0
    while place < len(text):
        piece = PIECE.match(text, place)
        if not piece:
            return None
        unit = SECONDS[piece[3].lower()]
        total += (0.5 if piece[1] == "半" else float(piece[1])) * unit + (unit / 2 if piece[2] or piece[4] else 0)
        place = piece.end()
    return round(total) if text else None


def unit_in(heading: str) -> int | None:
    """Seconds of the unit a heading names: 处理时长(小时), "Full resolution time in minutes", "wait_s"."""
    text = plain(heading).lower().replace("_", " ")
    for pattern in (
        rf"[\[(/]\s*(?:in |单位[::]?)?({WORD})\s*(?:[\])]|$)",
        rf"\bin ({WORD})\b",
        rf"[ ]({WORD})$",
        r"(天数|分钟数|小时数|秒数)$",
    ):
        if match := re.search(pattern, text):
            return SECONDS[match[1].removesuffix("数")]
    return None
