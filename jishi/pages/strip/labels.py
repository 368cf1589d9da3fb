"""The words on a full strip. They must not touch at 280 px; what only fits on a wider strip is marked so.

A label is anchored at a percent of the width and takes fixed pixels from there. If of any two the one more to the
left is also anchored more to the left, then what does not touch at one width does not touch at any greater width.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from itertools import combinations
from typing import NamedTuple

NARROW, *WIDER = WIDTHS = (280, 400, 560)  # px; strip.css shows a label from its width on
GAP = 7  # px between neighbours
NEAR = 4  # px from a tick to its text
FORTNIGHT = 14
BETWEEN = 8  # px between two parts of one label
ROWS = {1: 56, 2: 72}  # baselines below the bar


class Label(NamedTuple):
    """`row` 0 stands above the bar, 1 and 2 below it. Its words may be in two parts, the stressed one bold."""

    words: tuple[tuple[str, bool], ...]
    x: float
    anchor: str = "start"  # start, middle, end
    row: int = 1
    tick: bool = False
    room: int = NARROW

    @property
    def y(self) -> int:
        return ROWS.get(self.row, 10)

    @property
    def widens(self) -> bool:
        """Whether a narrow strip has no room for it."""
        return self.room > NARROW

    @property
    def at(self) -> str:
        return f"{self.x:.2f}%"

    @property
    def foot(self) -> int:
        """Where its tick ends."""
        return self.y + 1

    @property
    def dx(self) -> int:
        return {"start": NEAR, "end": -NEAR}.get(self.anchor, 0) if self.tick else 0

    def reach(self, width: float) -> tuple[float, float]:
        """The pixels it takes on a strip `width` px wide."""
        length = sum(measure(text) for text, _ in self.words) + BETWEEN * (len(self.words) - 1)
        left = self.x * width / 100 + self.dx - {"start": 0, "middle": length / 2, "end": length}[self.anchor]
        return left, left + length


def measure(text: str) -> float:
    """Pixels `text` takes at 11 px, rather more than less."""
    return sum(11.2 if ord(c) > 0x2E7F else 3.4 if c in " .,:·'\u00a0" else 7.8 if c.isupper() else 6.5 for c in text)


def below(wanted: Iterable[tuple[str, float, bool, int]]) -> list[Label]:
    """Place (text, x, tick, row) in order of importance: on a narrow strip first, then what wider ones hold."""
    wanted = list(wanted)
    labels: list[Label] = []
    for width in WIDTHS:
        for text, x, tick, row in wanted:
            if not any(label.words[0][0] == text and label.x == x for label in labels):
                labels += _placed(text, x, tick, row, width, labels)
    return labels


def above(parts: Iterable[tuple[str, float, bool]]) -> list[Label]:
    """One or two labels (text, x, strong) over the bar: apart if they have room, else as one."""
    parts = sorted(parts, key=lambda part: part[1])
    labels = [_inside(Label(((text, strong),), x, "middle", 0)) for text, x, strong in parts]
    if len(labels) < 2 or _apart(*labels, NARROW):
        return labels
    words = tuple((text, strong) for text, _, strong in parts)
    return [_joined(words, parts[0][1], parts[1][1])]


def _joined(words: tuple[tuple[str, bool], ...], left: float, right: float) -> Label:
    """Before the mark more to the right, or after the one more to the left."""
    before, after = Label(words, right, "end", 0), Label(words, left, "start", 0)
    if before.reach(NARROW)[0] >= 0:
        return before
    return after if after.reach(NARROW)[1] <= NARROW else Label(words, 100, "end", 0)


def _inside(label: Label) -> Label:
    """Anchored so that it stays within a narrow strip."""
    left, right = label.reach(NARROW)
    return label._replace(anchor="start") if left < 0 else label._replace(anchor="end") if right > NARROW else label


def _placed(text: str, x: float, tick: bool, row: int, width: int, labels: list[Label]) -> list[Label]:
    """The label in the first place where it touches nothing; none, if there is none."""
    for candidate in _candidates(text, x, tick, row):
        left, right = candidate.reach(width)
        if left < 0 or right > width:
            continue
        if all(_free(candidate, label, width) for label in labels):
            return [candidate._replace(room=width)]
    return []


def _candidates(text: str, x: float, tick: bool, row: int) -> Iterator[Label]:
    anchors = ("start", "end") if tick else ("middle",)
    for at in (row, 3 - row):
        for anchor in anchors:
            yield Label(((text, False),), x, anchor, at, tick)


def _free(a: Label, b: Label, width: int) -> bool:
    if a.row == b.row:
        return _apart(a, b, width)
    upper, lower = sorted((a, b), key=lambda label: label.row)
    return not lower.tick or _clear(upper, lower.x, width)


def _apart(a: Label, b: Label, width: int) -> bool:
    """Side by side with a gap, in the order of their anchors."""
    (_, a_right), (b_left, _) = a.reach(width), b.reach(width)
    if a.x <= b.x and a_right + GAP <= b_left:
        return True
    (a_left, _), (_, b_right) = a.reach(width), b.reach(width)
    return b.x <= a.x and b_right + GAP <= a_left


def _clear(text: Label, tick: float, width: int) -> bool:
    """Whether the long tick at `tick` percent passes beside `text`, at this width and at any greater one."""
    left, right = text.reach(width)
    at = tick * width / 100
    return (tick <= text.x and at + 3 <= left) or (tick >= text.x and at >= right + 3)


def touching(labels: Iterable[Label], width: float) -> list[tuple[Label, Label]]:
    """Pairs in one row that overlap on a strip `width` px wide; for the tests."""
    seen = [label for label in labels if label.room <= width]
    pairs = ((a, b) for a, b in combinations(seen, 2) if a.row == b.row)
    return [
        (a, b)
        for a, b in pairs
        if max(a.reach(width)[0], b.reach(width)[0]) < min(a.reach(width)[1], b.reach(width)[1])
    ]


def days(since: datetime, until: datetime) -> Iterator[datetime]:
    """The midnights between two moments; of more than a fortnight only the last."""
    midnight, last = (moment.replace(hour=0, minute=0, second=0, microsecond=0) for moment in (since, until))
    number = (last.date() - midnight.date()).days
    for n in range(1 if number <= FORTNIGHT else number, number + 1):
        if midnight + timedelta(days=n) < until:
            yield midnight + timedelta(days=n)
