"""Columns of texts, codes, counts and flags as values of ticket fields, read a column at a time."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from jishi.core.refused import Refused
from jishi.intake.cells.durations import duration, unit_in
from jishi.intake.cells.flags import flag
from jishi.intake.cells.numbers import count, number
from jishi.intake.cells.text import Cell, blank, number_like, plain, shortened, shown
from jishi.intake.columns.headings import joined
from jishi.intake.table import Table
from jishi.intake.told import RowError
from jishi.intake.values.words import code_of, codes, scale, score_of

CODED = ("status", "priority", "channel", "zone")
COUNTS = ("reopens", "transfers", "contacts")
NUMBERED = ("id", "contact", "serial", "contract")
STATUSES = frozenset(("new", "open", "waiting", "resolved", "closed", "cancelled"))


@dataclass(slots=True)
class Fields:
    """Field -> value per row (None: nothing said); `values` tells what each raw code was read as."""

    columns: dict[str, list[object]] = field(default_factory=dict)
    values: dict[str, dict[str, object]] = field(default_factory=dict)
    errors: list[RowError] = field(default_factory=list)


def read_fields(table: Table, taken: dict[str, str], dimensions: Iterable[str], given: dict[str, dict]) -> Fields:
    """`taken` is field -> column without the moments; `given` the value maps of a mapping file."""
    refuse_unknown_codes(given)
    fields = Fields()
    for name, column in taken.items():
        read_field(fields, table, name, column, given.get(name, {}))
    for column in dimensions:
        fields.columns[column] = each(table.cells[column], text)
    if "sla_missed" in fields.columns:
        missed = fields.columns.pop("sla_missed")
        fields.columns.setdefault("sla_met", missed)
    return fields


def read_field(fields: Fields, table: Table, name: str, column: str, given: dict[str, object]) -> None:
    cells = table.cells[column]
    if name in CODED:
        read_codes(fields, table, name, cells, given)
    elif name == "score":
        read_scores(fields, table, column, given)
    elif name in COUNTS:
        fields.columns[name] = checked(fields, table, column, count, "number-unreadable")
    elif name in ("sla_met", "sla_missed", "complaint"):
        fields.columns[name] = checked(fields, table, column, answer(name, given), "flag-unreadable")
    elif name in NUMBERED:
        fields.columns[name] = each(cells, lambda cell: None if blank(cell) else number_like(cell))
        lost = {cell for cell in set(cells) if shortened(cell)}
        note_cells(fields, table, column, lost, "digits-lost")
    else:
        fields.columns[name] = each(cells, text)


def read_span(fields: Fields, table: Table, column: str) -> list[int | None]:
    """Seconds of a column of durations; bare numbers count only when the heading names their unit."""
    unit = unit_in(column)
    bare = lambda cell: unit is None and number(cell) is not None  # noqa: E731
    return checked(fields, table, column, lambda cell: duration(cell, unit), "duration-unreadable", allowed=bare)


def text(cell: Cell) -> str | None:
    return None if blank(cell) else number_like(cell) if not isinstance(cell, str) else shown(cell)


def each(cells: list[Cell], read: Callable[[Cell], object]) -> list[object]:
    """Every different cell is read once."""
    meaning = {cell: read(cell) for cell in set(cells)}
    return [meaning[cell] for cell in cells]


def read_codes(fields: Fields, table: Table, name: str, cells: list[Cell], given: dict[str, object]) -> None:
    """Codes where the word is known, the raw text where not; the raw status is kept beside its code."""
    raw = each(cells, lambda cell: None if blank(cell) else number_like(cell))
    different = sorted({said for said in raw if said is not None})
    known = codes(name, different, table.names)
    ours = {joined(key): code for key, code in given.items()}
    meaning = {said: ours.get(joined(said), known.get(said, said)) for said in different}
    fields.columns[name] = [None if said is None else meaning[said] for said in raw]
    if name == "status":
        fields.columns["status_raw"] = raw
    fields.values[name] = {**dict(list(meaning.items())[:200]), **given}


def read_scores(fields: Fields, table: Table, column: str, given: dict[str, object]) -> None:
    """Numbers on the scale of the column, or words of satisfaction."""
    top = scale(plain(cell) for cell in set(table.cells[column]) if not blank(cell))
    ours = {joined(key): value for key, value in given.items()}

    def both(cell: Cell) -> tuple[float, float] | None:
        if joined(plain(cell)) in ours:
            return float(str(ours[joined(plain(cell))])), top
        found = number(cell)
        return (found, top) if found is not None else score_of(plain(cell))

    pairs = checked(fields, table, column, both, "score-unreadable", allowed=lambda cell: no_answer(plain(cell)))
    fields.columns["score"] = [pair and pair[0] for pair in pairs]
    fields.columns["score_max"] = [pair and pair[1] for pair in pairs]


def no_answer(said: str) -> bool:
    return code_of("score_two", said) == "none"


def answer(name: str, given: dict[str, object]) -> Callable[[Cell], bool | None]:
    """Was the promise kept? A bare yes under 是否超时 means no; a word that says it whole is taken as it is."""
    ours = {joined(key): value for key, value in given.items()}

    def read(cell: Cell) -> bool | None:
        said = plain(cell)
        if joined(said) in ours:
            return bool(ours[joined(said)])
        if name != "complaint" and (word := code_of("on_time", said)):
            return word == "true"
        found = flag(cell)
        return (not found) if found is not None and name == "sla_missed" else found

    return read


def checked(
    fields: Fields, table: Table, column: str, read: Callable, reason: str, allowed: Callable = lambda cell: False
) -> list:
    """Read a column; cells that say something unreadable are listed."""
    cells = table.cells[column]
    meaning = {cell: None if blank(cell) else read(cell) for cell in set(cells)}
    wrong = {cell for cell, said in meaning.items() if said is None and not blank(cell) and not allowed(cell)}
    note_cells(fields, table, column, wrong, reason)
    return [meaning[cell] for cell in cells]


def note_cells(fields: Fields, table: Table, column: str, wrong: set[Cell], reason: str) -> None:
    if wrong:
        for n, cell in enumerate(table.cells[column]):
            if cell in wrong:
                fields.errors.append(RowError(table.numbers[n], column, shown(cell)[:80], reason))


def refuse_unknown_codes(given: dict[str, dict]) -> None:
    for word, code in given.get("status", {}).items():
        if code not in STATUSES and code != word:
            raise Refused("map-unknown-code", field="status", value=str(code), known=", ".join(sorted(STATUSES)))
