"""A reading row by row: what counted, what did not, and by which rule. The counted rows add up to `spent`."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, tzinfo

from jishi.core.clock import Reading, Segment
from jishi.core.zones import moment, seconds

from .slices import GAPS, Lines, tones

ROWS = 24  # a longer table is gathered: stretches of ordinary working days become one row


@dataclass(frozen=True, slots=True)
class Row:
    """One row. `counted` seconds, None where nothing could count; `worked`: working seconds within a pause."""

    since: datetime
    until: datetime
    kind: str  # counted, closed, paused, rest
    tone: str = ""
    counted: int | None = None
    rules: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    worked: int = 0
    days: frozenset[date] = frozenset()  # on which it counted


def explain(reading: Reading, at: Lines, zone: tzinfo) -> list[Row]:
    """The rows of a reading, moments in `zone`."""
    pieces = (row for segment in reading.segments for row in _pieces(segment, reading, at, zone))
    rows = _merged(pieces)
    return rows if len(rows) <= ROWS else _gathered(rows)


def total(rows: Iterable[Row]) -> int:
    return sum(row.counted or 0 for row in rows)


def _pieces(segment: Segment, reading: Reading, at: Lines, zone: tzinfo) -> Iterator[Row]:
    since, until = seconds(segment.since), seconds(segment.until)
    rules, reasons = (segment.rule,), (segment.reason,) if segment.reason else ()
    if segment.counted:
        for a, b, tone in tones(since, until, at):
            day = frozenset([moment(a, zone).date()])
            yield Row(moment(a, zone), moment(b, zone), "counted", tone, b - a, rules, reasons, days=day)
        return
    kind = "paused" if segment.rule == "pause" else "rest" if segment.rule in GAPS else "closed"
    worked = reading.calendar.elapsed_s(since, until) if kind == "paused" and reading.calendar else 0
    yield Row(moment(since, zone), moment(until, zone), kind, "", None, rules, reasons, worked)


def _merged(rows: Iterable[Row]) -> list[Row]:
    """A night, a weekend and a holiday in a row are one row; so are counted stretches of one rule and tone."""
    merged: list[Row] = []
    for row in rows:
        last = merged[-1] if merged else None
        if last and _alike(last, row):
            merged[-1] = _together(last, row)
        else:
            merged.append(row)
    return merged


def _alike(last: Row, row: Row) -> bool:
    if last.kind != row.kind or last.tone != row.tone:
        return False
    return row.kind == "closed" or (row.kind == "counted" and last.rules == row.rules and last.reasons == row.reasons)


def _gathered(rows: list[Row]) -> list[Row]:
    """Counted and closed rows between pauses and changes of tone become one."""
    gathered: list[Row] = []
    for row in rows:
        last = gathered[-1] if gathered else None
        if last and {last.kind, row.kind} <= {"counted", "closed"} and "" in (last.tone, row.tone, _same(last, row)):
            gathered[-1] = replace(_together(last, row), kind="counted", tone=last.tone or row.tone)
        else:
            gathered.append(row)
    return gathered


def _same(last: Row, row: Row) -> str:
    return "" if last.tone == row.tone else "differ"


def _together(last: Row, row: Row) -> Row:
    counted = None if last.counted is None and row.counted is None else (last.counted or 0) + (row.counted or 0)
    return replace(
        last,
        until=row.until,
        counted=counted,
        rules=tuple(dict.fromkeys((*last.rules, *row.rules))),
        reasons=tuple(dict.fromkeys((*last.reasons, *row.reasons))),
        days=last.days | row.days,
    )
