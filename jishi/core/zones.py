"""Time zones as spans of constant offset, so that local hours become instants by plain arithmetic."""

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from .refused import Refused

DAY = 86_400
EPOCH = date(1970, 1, 1)


def zone_named(name: str) -> ZoneInfo:
    """The IANA zone of that name. Refuses an unknown one ("unknown-zone")."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as unknown:
        raise Refused("unknown-zone", zone=name) from unknown


def seconds(moment: datetime) -> int:
    """UTC epoch seconds of an aware `moment`, floored. Refuses a naive one ("naive-moment")."""
    if moment.tzinfo is None:
        raise Refused("naive-moment", value=moment.isoformat())
    return int(moment.timestamp() // 1)


def year_start(year: int) -> int:
    return (date(year, 1, 1) - EPOCH).days * DAY


def year_of(at: int) -> int:
    return moment(at).year


@lru_cache(maxsize=64)
def offsets(name: str, first_year: int, last_year: int) -> tuple[tuple[int, int, int], ...]:
    """Spans (from, until, UTC offset), instants in epoch seconds, that tile the years [first_year, last_year)."""
    zone = zone_named(name)
    start, end = year_start(first_year), year_start(last_year)
    spans = []
    since, offset = start, _offset(zone, start)
    for day in range(start + DAY, end + DAY, DAY):
        if _offset(zone, day) == offset:
            continue
        change = _first_change(zone, day - DAY, day)
        spans.append((since, change, offset))
        since, offset = change, _offset(zone, day)
    return (*spans, (since, end, offset))


def local_date(zone: ZoneInfo, at: int) -> date:
    return datetime.fromtimestamp(at, zone).date()


def wall(zone: ZoneInfo, day: date, after_midnight: int) -> tuple[int, int]:
    """The first and the last instant at which the clock on the wall shows that many seconds into `day`."""
    shown = datetime.combine(day, time(0)) + timedelta(seconds=after_midnight)
    twice = [int(shown.replace(tzinfo=zone, fold=fold).timestamp()) for fold in (0, 1)]
    return min(twice), max(twice)


def next_day(zone: ZoneInfo, at: int) -> int:
    """The instant after `at` at which the local date changes."""
    tomorrow = datetime.combine(local_date(zone, at) + timedelta(days=1), time(0), zone)
    first = int(tomorrow.timestamp())
    # An autumn midnight may come twice: after the first, the date falls back for an hour.
    return first if first > at else int(tomorrow.replace(fold=1).timestamp())


def moment(at: int, zone: ZoneInfo | None = None) -> datetime:
    return datetime.fromtimestamp(at, zone or UTC)


def _offset(zone: ZoneInfo, at: int) -> int:
    offset = datetime.fromtimestamp(at, zone).utcoffset()
    assert offset is not None
    return int(offset.total_seconds())


def _first_change(zone: ZoneInfo, before: int, after: int) -> int:
    old = _offset(zone, before)
    while after - before > 1:
        middle = (before + after) // 2
        before, after = (middle, after) if _offset(zone, middle) == old else (before, middle)
    return after
