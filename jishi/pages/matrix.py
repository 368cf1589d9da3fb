"""A version of the promises as a page shows it: what makes a grid of priorities and channels, and the other rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from django.utils.translation import get_language

from jishi.clocks.book import compile_row
from jishi.clocks.conflicts import PRIORITIES
from jishi.clocks.models import PolicyRow
from jishi.core import matrix
from jishi.core.definition import STANDARD
from jishi.core.promise import Rule
from jishi.directory.models import ServiceType
from jishi.words import channel, listed, priority
from jishi.words.desk import zone
from jishi.words.promises import service_type

FIELDS = ("priority", "channel", "service_type", "zone", "contract")
CLOCKS = (*STANDARD, "response")
GROUPS = (("answer", "contact", "response"), ("assignment",), ("arrival",), ("handover", "takeover"))
GROUPS += (("resolution", "closing"), ("approval",), ("callback",))


@dataclass(frozen=True)
class Row:
    """A row at its place, from 1. `was`: what it said before; None for a new row and where nothing is compared."""

    row: PolicyRow
    rule: Rule
    place: int
    audience: list[tuple[str, str]]
    was: Rule | None = None
    new: bool = False
    takers: list[int] = field(default_factory=list)

    @property
    def changed(self) -> bool:
        return self.new or (self.was is not None and self.was != self.rule)

    @property
    def priority(self) -> str:
        """The one priority it is for, if it is for one."""
        asked = self.rule.when.get("priority", frozenset())
        return next(iter(asked)) if len(asked) == 1 else ""


class Column(NamedTuple):
    clock: str
    channels: tuple[str, ...]


class Grid(NamedTuple):
    """`lines`: (priority, each column with its row or None)."""

    columns: list[Column]
    lines: list[tuple[str, list[tuple[Column, Row | None]]]]


class Sheet(NamedTuple):
    """The rows of `clocks` in their order; `before` and `after` stand around the grid, if there is one."""

    clocks: tuple[str, ...]
    before: list[Row]
    grid: Grid | None
    after: list[Row]


def rows(stored: Sequence[PolicyRow], compared: Sequence[Rule] | None = None) -> list[Row]:
    """The rows of a version; those of a draft compared with the version before."""
    rules = [compile_row(row) for row in stored]
    were = matrix.counterparts(compared, rules) if compared is not None else [None] * len(rules)
    never, names = matrix.never(rules), type_names()
    return [
        Row(
            row=row,
            rule=rule,
            place=place + 1,
            audience=audience(rule, names),
            was=was,
            new=compared is not None and was is None,
            takers=[taker + 1 for taker in never.get(place, [])],
        )
        for place, (row, rule, was) in enumerate(zip(stored, rules, were, strict=True))
    ]


def sheets(all_rows: Sequence[Row]) -> list[Sheet]:
    """Rows by what they time, in the order of a ticket's life."""
    found = []
    for clocks in GROUPS:
        mine = [row for row in all_rows if row.rule.clock in clocks]
        if mine:
            told = {row.rule.clock for row in mine}
            found.append(_sheet(tuple(clock for clock in clocks if clock in told), mine))
    return found


def _sheet(clocks: tuple[str, ...], mine: list[Row]) -> Sheet:
    cells = [row for row in mine if row.priority in PRIORITIES and set(row.rule.when) == {"priority", "channel"}]
    if len({row.priority for row in cells}) < 2:
        return Sheet(clocks, mine, None, [])
    first = min(cell.place for cell in cells)
    grid, doubles = _grid(cells)
    others = [row for row in mine if row not in cells or row in doubles]
    before = [row for row in others if row.place < first]
    return Sheet(clocks, before, grid, others[len(before) :])


def _grid(cells: list[Row]) -> tuple[Grid, list[Row]]:
    """The cells by priority and column; a second one for the same cell is left over."""
    columns = sorted(
        {_column(row.rule) for row in cells}, key=lambda column: [_channel_order(code) for code in column.channels]
    )
    placed: dict[tuple[str, Column], Row] = {}
    doubles = [row for row in cells if placed.setdefault((row.priority, _column(row.rule)), row) is not row]
    lines = [(name, [(column, placed.get((name, column))) for column in columns]) for name in PRIORITIES]
    return Grid(columns, lines), doubles


def _place(column: Column) -> list[int]:
    return [_channel_order(code) for code in column.channels]


def _column(rule: Rule) -> Column:
    return Column(rule.clock, tuple(_ordered("channel", rule)))


CHANNELS = ("phone", "chat", "mail", "form", "app", "api", "onsite")


def _channel_order(code: str) -> int:
    return CHANNELS.index(code) if code in CHANNELS else len(CHANNELS)


def type_names() -> dict[str, str]:
    """Service types by code, in the reader's language."""
    english = get_language() == "en"
    return {kind.code: (english and kind.name_en) or kind.name for kind in ServiceType.objects.all()}


def audience(rule: Rule, names: Mapping[str, str]) -> list[tuple[str, str]]:
    """Whom a rule is for, as (field, its values in words); empty when it is for every ticket."""
    asked = [(name, _ordered(name, rule)) for name in FIELDS if name in rule.when]
    return [(name, listed([value(name, code, names) for code in codes])) for name, codes in asked]


def value(name: str, code: str, names: Mapping[str, str]) -> str:
    """A value of a condition in words."""
    if name == "service_type":
        return names.get(code) or service_type(code)
    return {"priority": priority, "channel": channel, "zone": zone}.get(name, str)(code)


def _ordered(name: str, rule: Rule) -> list[str]:
    codes = rule.when.get(name, ())
    return sorted(codes, key=lambda code: (_channel_order(code) if name == "channel" else 0, code))
