"""What the cells of a column look like: the second hint, after its heading."""

from collections.abc import Sequence
from dataclasses import dataclass

from jishi.intake.cells.durations import duration
from jishi.intake.cells.flags import flag
from jishi.intake.cells.moments import moment, time_alone
from jishi.intake.cells.numbers import number
from jishi.intake.cells.text import Cell, blank, plain
from jishi.intake.values.words import is_score

ENOUGH = 300  # cells looked at


@dataclass(slots=True, frozen=True)
class Look:
    """Shares 0..1 of the filled cells; `filled` of all cells; `distinct` values per filled cell."""

    filled: float
    moment: float = 0
    clock: float = 0
    span: float = 0
    number: float = 0
    flag: float = 0
    score: float = 0
    distinct: float = 0
    digits: float = 0
    example: str = ""


def look(cells: Sequence[Cell]) -> Look:
    """Looks at the first filled cells."""
    said = [cell for cell in cells if not blank(cell)]
    if not said:
        return Look(filled=0)
    some = said[:ENOUGH]
    return Look(
        filled=len(said) / len(cells),
        moment=share(some, lambda c: moment(c) or moment(c, day_first=True)),
        clock=share(some, lambda c: time_alone(c) is not None),
        span=share(some, lambda c: duration(c) is not None),
        number=share(some, lambda c: number(c) is not None),
        flag=share(some, lambda c: flag(c) is not None),
        score=share(some, lambda c: is_score(plain(c))),
        distinct=len(set(map(plain, said))) / len(said),
        digits=share(some, lambda c: plain(c).replace(".", "").isdigit()),
        example=plain(said[0])[:80],
    )


def share(cells: Sequence[Cell], holds) -> float:
    return sum(1 for cell in cells if holds(cell)) / len(cells)


def fits(field: str, group: str, seen: Look) -> bool:
    """Could a column that looks like this be that field? An empty column may be anything."""
    if not seen.filled:
        return True
    if group == "moments":
        return seen.moment >= 0.5 or (seen.clock >= 0.5 and field not in ("updated", "day", "recorded"))
    if group == "spans":
        return seen.span >= 0.5 or (seen.number >= 0.5 and seen.moment < 0.5)
    if group == "counts":
        return seen.number >= 0.5
    return fits_text(field, seen)


def fits_text(field: str, seen: Look) -> bool:
    if field == "complaint":
        return seen.flag >= 0.5
    if field == "score":
        return seen.score >= 0.5
    return seen.moment < 0.5 or seen.digits >= 0.5
