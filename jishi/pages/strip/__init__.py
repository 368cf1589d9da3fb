"""The clock strip: what has happened has body, what is to come is a line, the promise is a flag.

Pure: a reading and a moment in, places in percent out. The words come from a function given in.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from jishi.core.clock import Reading
from jishi.core.zones import seconds

from .bar import SIZES, Bar
from .captions import Say, over, under
from .face import Face, face
from .labels import Label, above, below
from .scale import Placed, align, drawn, fit, position
from .slices import Lines, Slice, cut, lines
from .why import Row, explain, total

__all__ = ["Face", "Label", "Row", "Strip", "draw", "explained", "face", "total"]

FOLD = {"row": 2.6, "mid": 2.6, "full": 2.4}
MOVING = frozenset({"running", "paused", "late"})


@dataclass(frozen=True, slots=True)
class Rect:
    """A piece of the bar, in percent. Written out unlocalised, two decimals."""

    x: float
    width: float
    kind: str
    tone: str
    y: str
    height: str

    @property
    def left(self) -> str:
        return f"{self.x:.2f}%"

    @property
    def wide(self) -> str:
        return f"{self.width:.2f}%"

    @property
    def right(self) -> str:
        return f"{self.x + self.width:.2f}%"


@dataclass(frozen=True, slots=True)
class Strip:
    """A strip to be drawn. Places are percent; None where there is nothing to mark."""

    size: str
    rects: tuple[Rect, ...]
    flag: float | None = None
    broken: bool = False
    warn: float | None = None
    opens: float | None = None
    now: float | None = None
    end: float | None = None
    dotted: bool = False
    below: tuple[Label, ...] = ()
    above: tuple[Label, ...] = ()

    @property
    def bar(self) -> Bar:
        return SIZES[self.size]

    @property
    def places(self) -> dict[str, str]:
        """Where the marks stand, written out; the flag half a line inside."""
        marks = {"flag": self.flag, "warn": self.warn, "opens": self.opens, "now": self.now, "end": self.end}
        return {name: f"{min(x, 99.6) if name == 'flag' else x:.2f}%" for name, x in marks.items() if x is not None}

    @property
    def turned(self) -> bool:
        """Whether the flag flies to the left, to stay within the strip."""
        return self.flag is not None and self.flag > 97


def draw(
    reading: Reading,
    now: datetime,
    size: str = "row",
    *,
    warn: float = 0.75,
    span: int | None = None,
    say: Say | None = None,
) -> Strip | None:
    """The strip of a reading; None while it waits for its start.

    `span` puts rows on one scale: now in one line, so many open seconds to its right. `say` gives the words of a
    full strip. Moments are shown in the zone of `now`.
    """
    if not reading.parts:
        return None
    at = lines(reading, now, warn)
    slices = cut(reading, at) or [Slice(at.stop, at.stop, "unused")]
    moving = reading.state in MOVING
    placed = align(slices, seconds(now), span) if span and moving else fit(slices, FOLD[size])
    strip = _strip(reading, at, placed, size, moving)
    if say is None:
        return strip
    return replace(
        strip,
        above=tuple(above(over(strip.now is not None, reading, at, placed, now, say))),
        below=tuple(below(under(reading, at, placed, now, say))),
    )


def explained(reading: Reading, now: datetime, warn: float = 0.75) -> list[Row]:
    """The rows of `table.why`."""
    return explain(reading, lines(reading, now, warn), now.tzinfo) if reading.parts else []


def _strip(reading: Reading, at: Lines, placed: list[Placed], size: str, moving: bool) -> Strip:
    where = _where(placed)
    opens = seconds(reading.opens) if reading.opens else None
    return Strip(
        size=size,
        rects=tuple(
            Rect(x, width, part.kind, part.tone, *SIZES[size].of(part.kind)) for x, width, part in drawn(placed)
        ),
        flag=where(at.flag),
        broken=reading.broken_at is not None,
        warn=where(at.warn) if at.warn and (at.flag is None or at.warn < at.flag) else None,
        opens=where(opens),
        now=where(at.stop) if moving else None,
        end=None if moving else where(at.stop),
        dotted=reading.provisional or reading.state == "paused",
    )


def _rect(place: Placed, bar: Bar) -> Rect:
    kind, tone = place.slice[2:]
    return Rect(place.x, place.width, kind, tone, *bar.of(kind))


def _where(placed: list[Placed]) -> Callable[[int | None], float | None]:
    def where(at: int | None) -> float | None:
        x = None if at is None else position(placed, at)
        return x if x is not None and 0 <= x <= 100.001 else None

    return where
