"""Days off and make-up working days (调休): known up to a day, from a named source.

>>> known = china()
>>> known.days[date(2026, 10, 10)]
Day(kind='make-up', name='国庆节')
>>> known.covered_until
datetime.date(2026, 12, 31)
"""

from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files

from ..hours import Written
from .known import HOLIDAY, KINDS, MAKE_UP, Day, Holidays, told
from .notice import read_notice, read_notices

__all__ = ["HOLIDAY", "KINDS", "MAKE_UP", "Day", "Holidays", "china", "exceptions", "read_notice", "told"]


@cache
def china() -> Holidays:
    """The holidays of mainland China that ship with Jishi, 2004 to 2026."""
    return read_notices((files(__package__) / "china.json").read_text(encoding="utf-8"))


def exceptions(
    week: Mapping[int, Written], holidays: Holidays, makeup_hours: Written | None = None
) -> tuple[dict[date, list[tuple[str, str]]], dict[date, str]]:
    """What a `Calendar` takes: hours of the days that differ, and their names.

    A holiday has none; a make-up day has `makeup_hours`, or those of the week's first working day.
    """
    working = next((hours for _, hours in sorted(week.items()) if hours), ()) if makeup_hours is None else makeup_hours
    hours = {HOLIDAY: [], MAKE_UP: list(working)}
    by_day = {at: list(hours[day.kind]) for at, day in holidays.days.items()}
    return by_day, {at: day.name for at, day in holidays.days.items()}
