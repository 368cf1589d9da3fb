"""The columns of a file that mean something, in memory: one list per column, equal texts kept once."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice, zip_longest

from jishi.core.refused import Refused
from jishi.intake.cells.text import Cell, blank, plain
from jishi.intake.columns.detect import looked
from jishi.intake.columns.looks import Look
from jishi.intake.heading import Heading, find_heading
from jishi.intake.opening.limits import LIMITS, Limits
from jishi.intake.opening.rows import Rows

SAMPLE = 2_000
BATCH = 4_096
LONGEST_TOTAL = 12
_TOTALS = "合计 总计 小计 共计 累计 平均 平均值 汇总 总数 total totals sum subtotal average"
EXAMPLES = ("示例", "example")  # how the example row of our own template begins
TOTALS = frozenset(_TOTALS.split()) | {"grand total", "合 计", "总 计"}


@dataclass(slots=True)
class Table:
    """`numbers[i]` is the row number in the source of the i-th kept row; `cells[name][i]` its cell."""

    file: str
    names: list[str]
    looks: dict[str, Look]
    sample: list[Sequence[Cell]]
    rest: Iterator[tuple[int, Sequence[Cell]]]
    heading_row: int = 0
    numbers: list[int] = field(default_factory=list)
    cells: dict[str, list[Cell]] = field(default_factory=dict)
    skipped: dict[str, list[int]] = field(default_factory=dict)
    limits: Limits = LIMITS

    def keep(self, columns: Iterable[str]) -> None:
        """Read on to the end and keep these columns. Raises Refused("too-many-rows")."""
        wanted = [(self.names.index(name), self.cells.setdefault(name, [])) for name in dict.fromkeys(columns)]
        once: list[dict[Cell, Cell]] = [{} for _ in wanted]
        while batch := list(islice(self.rest, BATCH)):
            numbers, rows = zip(*batch, strict=True)
            self.numbers += numbers
            columns = list(zip_longest(self.names, *(row[: len(self.names)] for row in rows)))
            for (place, column), known in zip(wanted, once, strict=True):
                cells = columns[place][1:]
                column += map(known.setdefault, cells, cells)
            if len(self.numbers) > self.limits.rows:
                raise Refused("too-many-rows", file=self.file, rows=len(self.numbers), limit=self.limits.rows)


def table(rows: Rows, file: str, heading_row: int = 0, limits: Limits = LIMITS) -> Table:
    """Find the heading, look at a sample. Raises Refused("no-heading")."""
    first = list(islice(rows.rows, SAMPLE))
    if rows.heading is not None:
        heading = Heading([str(name) for name in rows.heading], 0, 1)
    else:
        heading = find_heading(first, heading_row)
    skipped: dict[str, list[int]] = {"above-heading": filled(first[: max(heading.row - 1, 0)])}
    sample = list(told_rows(first, heading, skipped))
    rest = chain(sample, told_rows(rows.rows, heading, skipped, start=len(first) + 1))
    looks = looked(heading.names, [row for _, row in sample])
    return Table(
        file, heading.names, looks, [row for _, row in sample], rest, heading.row, skipped=skipped, limits=limits
    )


def filled(rows: Sequence[Sequence[Cell]]) -> list[int]:
    return [number for number, row in enumerate(rows, start=1) if not all(map(blank, row))]


def told_rows(rows: Iterable[Sequence[Cell]], heading: Heading, skipped: dict, start: int = 1):
    """(row number, row) of every row below the heading that tells of a ticket."""
    names = heading.names
    for number, row in enumerate(rows, start=start):
        if number < heading.below:
            continue
        why = no_ticket(row, names)
        if why is None:
            yield number, row
        elif why != "blank":
            skipped.setdefault(why, []).append(number)


def no_ticket(row: Sequence[Cell], names: list[str]) -> str | None:
    """Why this row is none: blank, a total, an example, the heading once more, or hardly anything said."""
    first = next((cell for cell in row if cell is not None and cell != ""), None)
    if first is None:
        return "blank"
    if isinstance(first, str) and len(first) <= max(LONGEST_TOTAL, len(names[0])):
        text = plain(first)
        if text.rstrip(":").lower() in TOTALS:
            return "total"
        if text.lower() in EXAMPLES:
            return "example"
        if text == names[0] and [plain(cell) for cell in row[: len(names)]] == names[: len(row)]:
            return "heading-again"
        if not text and all(map(blank, row)):
            return "blank"
    return "one-text" if len(names) > 3 and says_one_thing(first, row) else None


def says_one_thing(first: Cell, row: Sequence[Cell]) -> bool:
    """A note over the whole width, or a number prepared for a ticket that never came."""
    return all(cell is None or cell == "" or cell == first for cell in row)
