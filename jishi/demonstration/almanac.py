"""The year as China works it: days off, made-up days, the Spring Festival, the two sales."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from jishi.core.calendar import Calendar
from jishi.core.holidays import HOLIDAY, MAKE_UP, china

from .lexicon import words

ZONE = ZoneInfo("Asia/Shanghai")
AHEAD = 8 * 3600  # of UTC; no summer time since 1991
DAY = 86_400
OFFICE = [("09:00", "12:00"), ("13:30", "18:00")]
LAST_YEAR = 2035  # whose lunar new year is listed
SALES = ((6, 16, 22), (11, 10, 16))  # month, first and last day: 618 and Double 11


def midnight(moment: datetime) -> datetime:
    return moment.astimezone(ZONE).replace(hour=0, minute=0, second=0, microsecond=0)


def month_start(moment: datetime, months: int = 0) -> datetime:
    """Local midnight of the first day of the month `months` after that of `moment`."""
    first = midnight(moment).replace(day=1)
    month = first.year * 12 + first.month - 1 + months
    return first.replace(year=month // 12, month=month % 12 + 1)


def local_day(at: int) -> date:
    return date(1970, 1, 1) + timedelta(days=(at + AHEAD) // DAY)


def clock_time(at: int) -> int:
    """Seconds after local midnight."""
    return (at + AHEAD) % DAY


@cache
def service_hours() -> Calendar:
    """When the desks are staffed: Monday to Friday, holidays and made-up days as announced."""
    exceptions = {day: [] for day in days_off()} | dict.fromkeys(made_up(), OFFICE)
    return Calendar(week=dict.fromkeys(range(5), OFFICE), zone=ZONE.key, exceptions=exceptions)


@cache
def field_hours() -> Calendar:
    """When engineers travel and work: every day, early to late."""
    return Calendar(week={day: [("07:30", "21:30")] for day in range(7)}, zone=ZONE.key)


@cache
def duty() -> Calendar:
    return Calendar.always(ZONE.key)


@cache
def days_off() -> frozenset[date]:
    """As announced, and for years not yet announced the days the law names."""
    announced = {at for at, day in china().days.items() if day.kind == HOLIDAY}
    after = china().covered_until.year + 1
    return frozenset(announced | {day for year in range(after, LAST_YEAR + 1) for day in _lawful(year)})


def _lawful(year: int) -> Iterator[date]:
    yield date(year, 1, 1)
    yield from (date(year, 5, day) for day in (1, 2, 3))
    yield from (date(year, 10, day) for day in range(1, 8))
    yield from (new_year(year) + timedelta(days=n) for n in range(-1, 7))


@cache
def made_up() -> frozenset[date]:
    return frozenset(at for at, day in china().days.items() if day.kind == MAKE_UP)


def new_year(year: int) -> date:
    """The first day of the lunar year."""
    return date.fromisoformat(f"{year}-{words('almanac')['new_year'][str(year)]}")


def works(day: date) -> bool:
    return day in made_up() or (day.weekday() < 5 and day not in days_off())


def in_sale(day: date) -> bool:
    return any(day.month == month and first <= day.day <= last for month, first, last in SALES)
