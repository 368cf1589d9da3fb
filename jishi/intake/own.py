"""Columns that stand for fields of a service type's own: found by their headings, read as those fields are read."""

from collections.abc import Iterable, Iterator, Mapping

from jishi.core.history import Ticket
from jishi.core.refused import Refused
from jishi.directory.models import FieldDef
from jishi.tickets.own_fields import in_use, read_value

from .cells.moments import moment
from .cells.numbers import number
from .columns.headings import joined
from .told import RowError


def by_headings(names: Iterable[str], free: Iterable[str]) -> dict[str, str]:
    """Code -> the free column that bears the field's name, in either language."""
    known = {joined(name): name for name in names if name in set(free)}
    found = {}
    for code, field in in_use().items():
        called = [joined(name) for name in (field.name, field.name_en, code) if name]
        column = next((known[name] for name in called if name in known), None)
        if column:
            found[code] = column
    return found


def take_over(tickets: Iterable[Ticket], columns: Mapping[str, str]) -> Iterator[RowError]:
    """Put the values under the fields' codes; what does not fit a field is told and left empty."""
    known = {code: field for code, field in in_use().items() if code in columns}
    for ticket in tickets:
        said = {code: ticket.fields.pop(columns[code], None) for code in known}
        for code, value in said.items():
            if value is None:
                continue
            try:
                ticket.fields[code] = _read(known[code], str(value))
            except Refused:
                yield RowError(ticket.row, columns[code], str(value)[:80], "own-unfit")


def _read(field: FieldDef, value: str) -> object:
    """As a spreadsheet writes it: dates with slashes or a time, numbers with commas."""
    if field.kind == "date" and (at := moment(value)):
        value = at.date().isoformat()
    if field.kind == "number" and (found := number(value)) is not None:
        value = str(found)
    return read_value(field, value)
