"""Everything the row builders need, column by column."""

from dataclasses import dataclass, field

from jishi.core.history import Ticket
from jishi.intake.mapping import Mapping
from jishi.intake.table import Table
from jishi.intake.told import Note, RowError


@dataclass(slots=True)
class Reading:
    """`moments`: field -> epoch seconds per row; `fields`: field -> value per row; `spans`: field -> seconds."""

    table: Table
    mapping: Mapping
    moments: dict[str, list[int | None]]
    fields: dict[str, list[object]]
    spans: dict[str, list[int | None]]
    texts: dict[str, list[object]]  # id, activity, by: for the building only
    errors: list[RowError] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    tickets: list[Ticket] = field(default_factory=list)

    def described(self, n: int) -> dict[str, object]:
        """What row n says of its ticket, nothing where it says nothing."""
        return {name: said for name, column in self.fields.items() if (said := column[n]) is not None}

    def text(self, name: str, n: int) -> str:
        column = self.texts.get(name)
        return str(column[n]) if column is not None and column[n] is not None else ""

    def moment(self, name: str, n: int) -> int | None:
        column = self.moments.get(name)
        return column[n] if column is not None else None

    def refuse_row(self, n: int, column: str, value: str, reason: str) -> None:
        self.errors.append(RowError(self.table.numbers[n], column, value, reason))
