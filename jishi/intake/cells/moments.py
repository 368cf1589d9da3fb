"""Moments as people and tools write them (DOMAIN §4.3): one cell in, a datetime out, naive when it names no zone."""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import lru_cache

from jishi.intake.cells.text import Cell, plain

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec"
MONTHS = {name: n for n, name in enumerate(_MONTHS.split(), start=1)}
AFTERNOON = frozenset(("pm", "p.m.", "下午", "晚上", "中午", "傍晚"))
MORNING = frozenset(("am", "a.m.", "上午", "凌晨", "早上", "清晨"))
HALF = r"(?P<{}>[ap]\.?m\.?|上午|下午|中午|凌晨|早上|清晨|晚上|傍晚)?"
CLOCK = (
    rf"(?:{HALF.format('before')}\s*(?P<hour>\d{{1,2}})\s*(?:[:时點点]\s*(?P<minute>\d{{1,2}}|半)?\s*分?"
    r"(?:\s*:?\s*(?P<second>\d{1,2})(?:[.,]\d{1,9})?\s*秒?)?)?"
    rf"\s*{HALF.format('after')}\s*(?P<zone>z|utc|gmt|[+-]\d{{2}}:?\d{{2}}|[+-]\d{{2}})?(?:\[[\w/]+\])?)"
)
DAYS = (
    r"(?P<year>\d{4})\s*[-/.年]\s*(?P<month>\d{1,2})\s*[-/.月]\s*(?P<day>\d{1,2})\s*[日号]?",
    r"(?P<first>\d{1,2})\s*[-/.]\s*(?P<second_part>\d{1,2})\s*[-/.]\s*(?P<year>\d{4}|\d{2})",
    r"(?:[a-z]{3,9},?\s+)?(?P<day>\d{1,2})(?:st|nd|rd|th)?[-/. ]+(?P<name>[a-z]{3,9})[-/., ]+(?P<year>\d{4}|\d{2})",
    r"(?:[a-z]{3,9},?\s+)?(?P<name>[a-z]{3,9})\.?[- ](?P<day>\d{1,2})(?:st|nd|rd|th)?,?[- ]+(?P<year>\d{4})",
)
WEEKDAY = r"\s*(?:[((]?(?:星期|周|礼拜)[一二三四五六日天][))]?)?"
FORMS = [re.compile(rf"{day}{WEEKDAY}(?:(?:\s*[t,]\s*|\s+|\b|(?<=[日号])){CLOCK})?", re.IGNORECASE) for day in DAYS]
TIME_ALONE = re.compile(CLOCK, re.IGNORECASE)
NUMBER = re.compile(r"\d+(?:\.\d+)?")
SERIAL_ZERO = {False: datetime(1899, 12, 30), True: datetime(1904, 1, 1)}  # noqa: DTZ001  local by nature
EARLIEST, LATEST, LAST_YEAR = 1971, 2099, 9999


def moment(cell: Cell, *, day_first: bool = False, since_1904: bool = False) -> datetime | None:
    """The moment a cell tells, aware only when the cell names its zone; None when it tells none of 1971 to 2099."""
    found = any_moment(cell, day_first, since_1904)
    return found if found is not None and EARLIEST <= found.year <= LATEST else None


def any_moment(cell: Cell, day_first: bool, since_1904: bool) -> datetime | None:
    """Placeholders such as 1900-01-01 and 9999-12-31 included."""
    if isinstance(cell, datetime):
        return cell
    if isinstance(cell, date):
        return datetime(cell.year, cell.month, cell.day)  # noqa: DTZ001  local by nature
    if isinstance(cell, (time, timedelta, bool)) or cell is None:
        return None
    text = plain(cell)
    if NUMBER.fullmatch(text):
        return from_number(text, since_1904)
    return written(text, day_first)


def written(text: str, day_first: bool) -> datetime | None:
    for form in FORMS:
        if match := form.fullmatch(text):
            return assembled(match.groupdict(), day_first)
    return None


def assembled(part: dict[str, str | None], day_first: bool) -> datetime | None:
    month, day = month_and_day(part, day_first)
    year = int(part["year"]) + (2000 if len(part["year"]) == 2 else 0)
    clock = clock_of(part)
    if month is None or clock is None:
        return None
    try:
        midnight = datetime(year, month, day, tzinfo=zone_of(part["zone"]))
    except ValueError:
        return None
    return midnight + clock if midnight.year < LAST_YEAR else midnight


def month_and_day(part: dict[str, str | None], day_first: bool) -> tuple[int | None, int]:
    if part.get("name"):
        return MONTHS.get(part["name"][:3].lower()), int(part["day"])
    if part.get("first"):
        first, second = int(part["first"]), int(part["second_part"])
        return (second, first) if day_first else (first, second)
    return int(part["month"]), int(part["day"])


def clock_of(part: dict[str, str | None]) -> timedelta | None:
    """Time of day as a span from midnight; None when it cannot be one."""
    hour, second = int(part["hour"] or 0), int(part["second"] or 0)
    minute = 30 if part["minute"] == "半" else int(part["minute"] or 0)
    half = (part["before"] or part["after"] or "").lower()
    if half in AFTERNOON and hour < 12:
        hour += 12
    elif half in MORNING and hour == 12:
        hour = 0
    if hour > 24 or minute > 59 or second > 60 or (hour == 24 and (minute or second)):
        return None
    return timedelta(hours=hour, minutes=minute, seconds=second)


@lru_cache(maxsize=512)
def zone_of(text: str | None) -> timezone | None:
    if not text:
        return None
    if text.lower() in ("z", "utc", "gmt"):
        return UTC
    digits = text[1:].replace(":", "").ljust(4, "0")
    shift = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-shift if text[0] == "-" else shift) if shift < timedelta(hours=24) else None


def from_number(text: str, since_1904: bool) -> datetime | None:
    """Epoch seconds (10 digits) or milliseconds (13), yyyymmdd[hhmm[ss]], else an Excel serial day."""
    whole = text.split(".")[0]
    try:
        if len(whole) in (8, 12, 14) and "." not in text:
            return datetime.strptime(whole, "%Y%m%d%H%M%S"[: len(whole) - 2])  # noqa: DTZ007  local by nature
        if len(whole) in (10, 13):
            return datetime.fromtimestamp(float(text) / (1000 if len(whole) == 13 else 1), UTC)
        if len(whole) == 5:
            return SERIAL_ZERO[since_1904] + timedelta(seconds=round(float(text) * 86400))
    except (ValueError, OverflowError, OSError):
        return None
    return None


def time_alone(cell: Cell) -> timedelta | None:
    """A time of day without its day, as hand-kept sheets have beside a date column: 9:05, 下午3点."""
    if isinstance(cell, time):
        return timedelta(hours=cell.hour, minutes=cell.minute, seconds=cell.second)
    if isinstance(cell, timedelta):
        return cell if timedelta() <= cell < timedelta(days=1) else None
    if isinstance(cell, float) and 0 <= cell < 1:
        return timedelta(seconds=round(cell * 86400))
    match = TIME_ALONE.fullmatch(plain(cell)) if isinstance(cell, str) else None
    if not match or not (match["minute"] or match["before"] or match["after"]):
        return None
    return clock_of(match.groupdict())
