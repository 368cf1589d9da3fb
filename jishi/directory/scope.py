"""The one gate: what a person may see, as one value."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from pyarrow import Table
from pyarrow.compute import field, scalar

from .models import Person


@dataclass(frozen=True)
class Scope:
    """Tickets whose `column` holds `value`; all of them when there is no column. Without a value, nothing.

    One value rendered thrice: `.q()` for the database, `.on(table)` for facts, `.holds(row)`; tests prove them equal.
    """

    column: str = ""
    value: int | None = None

    def q(self, prefix: str = "") -> Q:
        """For tickets, or for rows whose ticket is at `prefix` ("ticket__")."""
        if not self.column:
            return Q()
        return Q(**{f"{prefix}{self.column}": self.value}) if self.value else Q(pk__in=[])

    def holds(self, ticket: Any) -> bool:
        """Whether one ticket that is already read lies within."""
        return not self.column or (self.value is not None and getattr(ticket, self.column) == self.value)

    def on(self, table: Any) -> Any:
        """The rows of an Arrow table, or of a table of Ibis. Raises KeyError or AttributeError without the column."""
        if not self.column:
            return table
        held = table[self.column]
        if not isinstance(table, Table):
            return table.filter(held == self.value if self.value else False)
        return table.filter(field(self.column) == self.value if self.value else scalar(False))


def scope(person: Person) -> Scope:
    """What `person` may see. Second line sees what was handed over to its team; without a role's reach, nothing."""
    if not person.is_active:
        return Scope("owner_id")
    match person.role.reach:
        case "all":
            return Scope()
        case "department":
            return Scope("department_id", person.department_id)
        case "team":
            return Scope("pool_id" if person.team and person.team.line > 1 else "team_id", person.team_id)
        case "supplier":
            return Scope("supplier_id", person.supplier_id)
        case _:
            return Scope("owner_id", person.pk)
