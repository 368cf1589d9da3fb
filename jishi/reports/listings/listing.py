"""What a list is to those who take it along: who may, which rows, and what each column says."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import QuerySet

from jishi.directory.eyes import Eyes
from jishi.directory.models import Person


@dataclass(frozen=True)
class Wish:
    """Who wants the list, as it was asked for (codes and ids), seen through which eyes, at which moment."""

    person: Person
    asked: Mapping[str, Any]
    eyes: Eyes
    now: datetime


class Column(NamedTuple):
    """`value` of a row is text, or as `kind` says: "moment" aware, "day", "span" in seconds, "number"."""

    code: str
    heading: str
    value: Callable[[Any], object]
    kind: str = "text"
    width: int = 14


class Listing(NamedTuple):
    """`found`: the rows `person` may see, in order; `told` makes of some of them what the columns read."""

    code: str
    right: str
    found: Callable[[Wish], QuerySet]
    columns: Callable[[Wish], list[Column]]
    told: Callable[[list, Wish], Iterable[Any]] = lambda rows, wish: rows
