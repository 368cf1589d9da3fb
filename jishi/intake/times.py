"""Columns of moments as UTC epoch seconds: one order of day and month per column, one zone per file."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from jishi.core.refused import Refused
from jishi.intake.cells.day_first import decided
from jishi.intake.cells.moments import any_moment, moment, time_alone
from jishi.intake.cells.text import Cell, blank, shown
from jishi.intake.table import Table
from jishi.intake.told import Note, RowError

DAY = timedelta(days=1)
Said = int | timedelta | str | None


@dataclass(slots=True)
class Times:
    """Column -> epoch seconds per row, None where nothing readable stands."""

    zone: ZoneInfo
    columns: dict[str, list[int | None]] = field(default_factory=dict)
    day_first: dict[str, bool] = field(default_factory=dict)
    errors: list[RowError] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    naive: bool = False  # did any moment need the zone?


def zone_named(name: str) -> ZoneInfo:
    """Raises Refused("no-such-zone")."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError) as why:
        raise Refused("no-such-zone", zone=name) from why


def read_times(
    table: Table, fields: Mapping[str, str], zone: str, day_first: bool | None = None, since_1904: bool = False
) -> Times:
    """Reads the columns that `fields` (field -> column) names; "received" and "day" help the others."""
    times = Times(zone_named(zone))
    first = (fields.get("day"), fields.get("received"))
    names = sorted(set(fields.values()), key=lambda name: first.index(name) if name in first else len(first))
    cells = {name: table.cells[name] for name in names}
    times.day_first, order = orders(cells, fields, day_first)
    times.notes += order
    for name in names:
        read_column(times, table, name, fields, since_1904)
    return times


def read_column(times: Times, table: Table, name: str, fields: Mapping[str, str], since_1904: bool) -> None:
    """Each different cell is read once."""
    cells = table.cells[name]
    meaning: dict[Cell, Said] = {}
    for cell in set(cells):
        meaning[cell] = told(times, cell, times.day_first.get(name, False), since_1904)
    times.columns[name] = [meaning[cell] for cell in cells]
    if any(type(said) is timedelta for said in meaning.values()):
        with_days(times, table, name, fields)
    if any(type(said) in (str, timedelta) for said in meaning.values()):
        list_unreadable(times, table, name)


def list_unreadable(times: Times, table: Table, name: str) -> None:
    """A cell that tells no moment is listed with its reason and counts as empty."""
    column, cells = times.columns[name], table.cells[name]
    for n, said in enumerate(column):
        if type(said) is str:
            times.errors.append(RowError(table.numbers[n], name, shown(cells[n])[:80], said))
            column[n] = None


def told(times: Times, cell: Cell, day_first: bool, since_1904: bool) -> Said:
    """Epoch seconds; a time of day; None for a blank cell; the code of what is wrong with an unreadable one."""
    if blank(cell):
        return None
    found = moment(cell, day_first=day_first, since_1904=since_1904)
    if found is None:
        alone = time_alone(cell)
        strange = any_moment(cell, day_first, since_1904) and "moment-out-of-range"
        return alone if alone is not None else strange or "moment-unreadable"
    times.naive = times.naive or found.tzinfo is None
    return epoch(found, times.zone)


def epoch(at: datetime, zone: ZoneInfo) -> int:
    """Whole UTC seconds. An hour the clocks skipped is shifted forward, of one they repeated the first is meant."""
    aware = at if at.tzinfo else at.replace(tzinfo=zone, fold=0)
    return int(aware.timestamp() // 1)


def with_days(times: Times, table: Table, name: str, fields: Mapping[str, str]) -> None:
    """9:05 is of the day in the date column, else of the day of the start; before the start means after midnight."""
    column = times.columns[name]
    starts = times.columns.get(fields.get("received", ""), []) if name != fields.get("received") else []
    days = times.columns.get(fields.get("day", "")) or starts
    for n, said in enumerate(column):
        if type(said) is not timedelta:
            continue
        base = days[n] if n < len(days) else None
        column[n] = "time-without-day"
        if type(base) is int:
            start = starts[n] if n < len(starts) else None
            column[n] = on_day(base, said, start, times.zone)


def on_day(base: int, clock: timedelta, start: int | None, zone: ZoneInfo) -> int:
    day = datetime.fromtimestamp(base, zone).replace(hour=0, minute=0, second=0, tzinfo=None)
    at = epoch(day + clock, zone)
    return epoch(day + DAY + clock, zone) if start is not None and at < start else at


def orders(
    cells: Mapping[str, Sequence[Cell]], fields: Mapping[str, str], given: bool | None
) -> tuple[dict[str, bool], list[Note]]:
    """Is the day first, column by column: as given, as the column forces, as the others do, as makes sense, assumed."""
    if given is not None:
        return dict.fromkeys(cells, given), []
    seen = {name: decided(set(column)) for name, column in cells.items()}
    forced = {name: first for name, (first, _) in seen.items() if first is not None}
    open_ = [name for name, (first, matters) in seen.items() if first is None and matters]
    if not open_:
        return forced, []
    if forced:
        usual = sum(forced.values()) * 2 > len(forced)
        return {**dict.fromkeys(open_, usual), **forced}, []
    return sensible(cells, fields, open_)


def sensible(
    cells: Mapping[str, Sequence[Cell]], fields: Mapping[str, str], names: list[str]
) -> tuple[dict[str, bool], list[Note]]:
    """The reading in which ends follow starts oftener; month first when both do equally."""
    start = cells.get(fields.get("received", ""))
    ends = [column for name, column in cells.items() if column is not start]
    fit = {first: forward(start, ends, lambda c, f=first: moment(c, day_first=f)) for first in (True, False)}
    first = fit[True] > fit[False]
    code = "date-order-by-sense" if fit[True] != fit[False] else "date-order-assumed"
    return dict.fromkeys(names, first), [Note(code, {"day_first": first, "columns": ", ".join(names)})]


def forward(start: Sequence[Cell] | None, ends: list[Sequence[Cell]], read: Callable) -> int:
    """How many ends are not before their start."""
    if start is None:
        return 0
    begun = [utc(read(cell)) for cell in start]
    return sum(
        1 for column in ends for a, cell in zip(begun, column, strict=True) if a and (b := utc(read(cell))) and b >= a
    )


def utc(at: datetime | None) -> datetime | None:
    return at if at is None or at.tzinfo else at.replace(tzinfo=UTC)
