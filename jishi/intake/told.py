"""What reading a file gives back: the tickets, and everything that was assumed, left out or unreadable."""

from dataclasses import dataclass, field

from jishi.core.history import Ticket
from jishi.intake.mapping import Mapping


@dataclass(slots=True, frozen=True)
class RowError:
    """One cell or row that could not be used. `reason` is a code; `row` counts from 1, the heading included."""

    row: int
    column: str
    value: str
    reason: str


@dataclass(slots=True, frozen=True)
class Taken:
    """One column and what it was taken for. `by` is "map", "header" or "values"; `filled` a share 0..1."""

    column: str
    taken_for: str
    by: str
    filled: float
    example: str


@dataclass(slots=True, frozen=True)
class Note:
    """Something that was assumed or left out while reading: a code and the facts of its sentence."""

    code: str
    facts: dict[str, object]


@dataclass(slots=True)
class Told:
    """A file, read. `file` holds name, format, encoding, rows, kind; `events` counts log rows or derived events."""

    tickets: list[Ticket]
    events: int
    errors: list[RowError]
    mapping: Mapping
    file: dict[str, object]
    columns: list[Taken] = field(default_factory=list)
    unused: list[str] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
