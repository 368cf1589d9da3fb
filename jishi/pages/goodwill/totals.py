"""Goodwill summed up: of a month by person, team and priority, and of the last months; each sum in one query."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from django.db.models import Count, QuerySet, Sum

from jishi.core.goodwill import NOTHING
from jishi.directory.models import Item, Person, Team
from jishi.tickets.allowances import in_force
from jishi.tickets.models import Goodwill

AXES = ("decided_by", "team", "priority")
MONTHS = 12


class Cell(NamedTuple):
    """What was given of a kind; `limit` is the most the person may give of it in a month, 0 where it is no person."""

    kind: Item
    amount: int
    n: int
    limit: int = 0

    @property
    def share(self) -> int:
        """Percent of the limit."""
        return min(100, 100 * self.amount // self.limit) if self.limit else 0


class Line(NamedTuple):
    """`key` is what the line stands for, as an address says it; `whose` the person, team, priority or month."""

    key: object
    whose: object
    cells: list[Cell]


Sums = dict[object, dict[str, tuple[int, int]]]


def by_axis(granted: QuerySet[Goodwill], axis: str, kinds: Sequence[Item], now: datetime) -> list[Line]:
    """The lines of one axis, whoever gave most often first."""
    sums = _sums(granted, axis)
    names = _names(axis, list(sums))
    limits = _monthly(now) if axis == "decided_by" else {}
    often = sorted(sums, key=lambda key: (-sum(n for _, n in sums[key].values()), str(key)))
    return [Line(key, names.get(key), _cells(sums[key], kinds, names.get(key), limits)) for key in often]


def by_month(granted: QuerySet[Goodwill], kinds: Sequence[Item]) -> list[Line]:
    """The last months, the latest first."""
    sums = _sums(granted, "month")
    return [Line(key, key, _cells(sums[key], kinds, key, {})) for key in sorted(sums, reverse=True)[:MONTHS]]


def _sums(granted: QuerySet[Goodwill], axis: str) -> Sums:
    found: Sums = {}
    for key, kind, amount, n in granted.order_by().values_list(axis, "kind").annotate(Sum("amount"), Count("pk")):
        found.setdefault(key, {})[kind] = (amount, n)
    return found


def _names(axis: str, keys: list) -> Mapping[object, object]:
    if axis == "decided_by":
        return Person.objects.select_related("role").in_bulk(keys)
    return Team.objects.in_bulk([key for key in keys if key]) if axis == "team" else {key: key for key in keys}


def _cells(
    sums: Mapping[str, tuple[int, int]],
    kinds: Sequence[Item],
    whose: object,
    limits: Mapping[tuple[int, str], int],
) -> list[Cell]:
    role = whose.role_id if isinstance(whose, Person) else 0
    return [Cell(kind, *sums.get(kind.code, NOTHING), limits.get((role, kind.code), 0)) for kind in kinds]


def _monthly(now: datetime) -> dict[tuple[int, str], int]:
    """The most a role may give of a kind in a month, on tickets of whatever priority."""
    most: dict[tuple[int, str], int] = {}
    for (role, _, kind), row in in_force(now).items():
        most[role, kind] = max(row.per_month, most.get((role, kind), 0))
    return most
