"""Holiday files: an official notice as holiday-cn JSON, or an .ics calendar of days off and make-up days."""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import icalendar

from jishi.core.holidays import HOLIDAY, MAKE_UP, Day, Holidays, read_notice, told
from jishi.core.refused import Refused

LARGEST = 5_000_000  # bytes; a year is a few thousand
MARKS = {  # as calendars of the trade, of phones and of offices write them, in summary or category
    MAKE_UP: re.compile(r"班|工作日|ALTERNATE-WORKDAY|\bworking day\b|\bworkday\b", re.I),
    HOLIDAY: re.compile(r"休|假|WORK-HOLIDAY|\bday off\b|\bholiday\b", re.I),
}
MARK_IN_NAME = re.compile(r"[\s(（\-·]*(放假|假期|补班|上班|调休|休息|休|班)[)）]?(\s*第.*)?$")


def read(path: Path) -> Holidays:
    """The days of a .json or .ics file and the years they cover.

    Refuses a file that cannot be read ("holidays-unreadable"), and years without days off ("holidays-empty").
    """
    if path.stat().st_size > LARGEST:
        raise Refused("holidays-unreadable", source=path.name)
    content = path.read_bytes()
    if path.suffix.lower() == ".ics":
        return read_ics(content, path.name)
    return read_notice(content.decode("utf-8-sig", errors="replace"), path.name)


def read_ics(content: bytes, source: str) -> Holidays:
    """Days by their mark (休, 班 …); where no day bears a mark, each is a day off."""
    try:
        events = list(icalendar.Calendar.from_ical(content).walk("VEVENT"))
        if any("RRULE" in event for event in events):
            raise Refused("holidays-repeating", source=source)
        kinds = [_kind(event) for event in events]
        unmarked = None if any(kinds) else HOLIDAY
        days = {
            at: Day(kind or HOLIDAY, _name(event))
            for event, kind in zip(events, kinds, strict=True)
            if kind or unmarked
            for at in _dates(event)
        }
    except (ValueError, KeyError, AttributeError) as wrong:
        raise Refused("holidays-unreadable", source=source) from wrong
    return told(days, source)


def _kind(event: icalendar.Event) -> str | None:
    categories = event.get("CATEGORIES")
    said = " ".join(
        [
            str(event.get("SUMMARY", "")),
            categories.to_ical().decode() if categories else "",
            str(event.get("X-APPLE-SPECIAL-DAY", "")),
        ]
    )
    return next((kind for kind, mark in MARKS.items() if mark.search(said)), None)


def _name(event: icalendar.Event) -> str:
    summary = str(event.get("SUMMARY", "")).strip()
    return MARK_IN_NAME.sub("", summary) or summary


def _dates(event: icalendar.Event) -> Iterator[date]:
    """The dates an event touches; its end is not one of them."""
    first = event.decoded("DTSTART")
    end = event.decoded("DTEND", first + timedelta(days=1))
    last = max(first, end - timedelta(seconds=1) if isinstance(end, datetime) else end - timedelta(days=1))
    at, until = (moment.date() if isinstance(moment, datetime) else moment for moment in (first, last))
    while at <= until:
        yield at
        at += timedelta(days=1)
