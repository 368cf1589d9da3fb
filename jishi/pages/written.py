"""Lengths, hours and dates as people write them in a form."""

import re
from datetime import date

from jishi.core.hours import read_hours
from jishi.core.refused import Refused
from jishi.intake.cells.durations import duration

NOTHING = frozenset(["", "-", "–", "—", "无", "none"])
YEAR = 366 * 86_400  # seconds; nobody promises longer
LONGEST = 60  # characters
DIGITS = 10  # of a whole number
YEARS = range(1970, 2200)  # anybody means
HOURS = re.compile(r"(\d{1,2}(?::\d{2})?)\s*(?:-|–|—|~|到|至|to)\s*(\d{1,2}(?::\d{2})?)")
BETWEEN = re.compile(r"[\s,;、]*")
WIDE = str.maketrans("：；，０１２３４５６７８９～－", ":;,0123456789~-")


def length(text: str) -> int | None:
    """Seconds; None for nothing. Refuses a number without its unit ("unreadable-length") and none at all."""
    said = text.strip()
    if said.lower() in NOTHING:
        return None
    seconds = duration(said) if len(said) <= LONGEST else None
    if seconds is None:
        raise Refused("unreadable-length", value=said[:LONGEST])
    if not 0 < seconds <= YEAR:
        raise Refused("no-length", value=said)
    return seconds


def hours(text: str, day: str = "") -> list[list[str]]:
    """The opening hours of a day, "09:00-12:00 13:30-18:00"; none for a day off. Refuses others."""
    said, place, found = text.strip().translate(WIDE), 0, []
    if said in NOTHING:
        return []
    while place < len(said):
        match = HOURS.match(said, place)
        if not match or len(said) > LONGEST * 2:
            raise Refused("unreadable-hours", value=text[:LONGEST])
        found.append([_clock(part) for part in match.groups()])
        place = BETWEEN.match(said, match.end()).end()
    read_hours([(opens, closes) for opens, closes in found], day)
    return sorted(found)


def day(text: str, name: str) -> date:
    """A date as a browser's field gives it. Refuses others ("bad-value")."""
    try:
        read = date.fromisoformat(text)
    except ValueError as bad:
        raise Refused("bad-value", field=name, value=text[:LONGEST]) from bad
    if read.year not in YEARS:
        raise Refused("bad-value", field=name, value=text[:LONGEST])
    return read


def whole(text: str, name: str, most: int) -> int | None:
    """A whole number from 1 to `most`; None for nothing. Refuses others ("bad-value")."""
    said = text.strip()
    if not said:
        return None
    if not said.isdecimal() or len(said) > DIGITS or not 1 <= int(said) <= most:
        raise Refused("bad-value", field=name, value=text[:LONGEST])
    return int(said)


def _clock(text: str) -> str:
    opens, _, minute = text.partition(":")
    return f"{int(opens):02}:{minute or '00'}"
