"""A clock as a page shows it: its name, its face, its strip, and why."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from jishi.core.clock import Promise, Reading
from jishi.words.clocks import promised, say, told
from jishi.words.ticket import calendar as calendar_name

from . import strip


@dataclass(frozen=True, slots=True)
class Shown:
    """What `_clock.html` is fed with. `rows` and `total` explain it; only the full size has them."""

    name: str
    promise: str
    reading: Reading
    face: strip.Face
    strip: strip.Strip | None
    told: str
    now: datetime
    rows: tuple[strip.Row, ...] = ()
    total: int = 0
    used: float | None = None
    by: str = ""


def show(
    name: str,
    reading: Reading,
    promise: Promise,
    now: datetime,
    *,
    size: str = "row",
    calendar: str = "",
    by: str = "",
    span: int | None = None,
    explain: bool = True,
    reasons: Mapping[str, str] | None = None,
) -> Shown:
    """The clock `name`; a full one is labelled. `span` puts rows on one scale; lists do not explain.

    `reasons`: the names of pauses by their codes.
    """
    face, full = strip.face(reading, now), size == "full"
    rows = [_worded(row, reasons or {}) for row in strip.explained(reading, now, promise.warn)] if explain else []
    return Shown(
        name=name,
        promise=promised(promise, calendar_name(calendar) if calendar else ""),
        reading=reading,
        face=face,
        strip=strip.draw(reading, now, size, warn=promise.warn, span=span, say=say if full else None),
        told=told(face, reading, now),
        now=now,
        rows=tuple(rows),
        total=strip.total(rows),
        used=reading.spent / promise.target if promise.target else None,
        by=by,
    )


def _worded(row: strip.Row, reasons: Mapping[str, str]) -> strip.Row:
    return replace(row, reasons=tuple(reasons.get(each, each) for each in row.reasons)) if row.kind == "paused" else row
