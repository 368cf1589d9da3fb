"""The holiday-cn form of a year's official notice: {"year", "papers", "days": [{"name", "date", "isOffDay"}]}."""

import json
from datetime import date
from typing import Any

from ..refused import Refused
from .known import HOLIDAY, MAKE_UP, Day, Holidays, told


def read_notice(text: str, source: str) -> Holidays:
    """One year's notice. Refuses what is not one, and one that tells of no days yet ("holidays-empty")."""
    notice = _parsed(text, source)
    days = _days(notice, source)
    if not any(at.year == notice["year"] and day.kind == HOLIDAY for at, day in days.items()):
        raise Refused("holidays-empty", source=source, year=notice["year"])
    return told(days, source)


def read_notices(text: str) -> Holidays:
    """The notices of several years in one: {"source", "notices": […]}."""
    parsed = json.loads(text)
    days = {at: day for notice in parsed["notices"] for at, day in _days(notice, parsed["source"]).items()}
    return told(days, parsed["source"])


def _parsed(text: str, source: str) -> dict[str, Any]:
    try:
        notice = json.loads(text)
    except ValueError as wrong:
        raise Refused("holidays-unreadable", source=source) from wrong
    if not isinstance(notice, dict) or not isinstance(notice.get("year"), int):
        raise Refused("holidays-unreadable", source=source)
    return notice


def _days(notice: dict[str, Any], source: str) -> dict[date, Day]:
    try:
        return {
            date.fromisoformat(day["date"]): Day(HOLIDAY if day["isOffDay"] else MAKE_UP, str(day["name"]))
            for day in notice["days"]
        }
    except (KeyError, TypeError, ValueError) as wrong:
        raise Refused("holidays-unreadable", source=source) from wrong
