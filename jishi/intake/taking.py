"""Deciding which column is which: what the mapping fixes, then headings, then values."""

from collections.abc import Iterable
from difflib import get_close_matches

from jishi.core.refused import Refused
from jishi.intake.columns.detect import by_values, detect
from jishi.intake.columns.headings import FIELDS, candidates, joined
from jishi.intake.mapping import Mapping
from jishi.intake.table import Table

MOST_DIMENSIONS = 12


def take(table: Table, mapping: Mapping) -> tuple[dict[str, str], dict[str, str]]:
    """(field -> column, field -> by what). Raises Refused("no-such-column" | "no-such-field" | "no-start-column")."""
    fixed = {field: real(table, field, column) for field, column in mapping.columns.items()}
    found = detect(table.looks, fixed)
    by = {field: "map" if field in fixed else "header" for field in found}
    if not {"received", "updated"} & found.keys():
        column = by_values(table.looks, found)
        if column is None and (column := named_start(table)):
            return {**found, "received": column}, {**by, "received": "header"}
        if column is None:
            raise Refused("no-start-column", columns=", ".join(table.names[:30]))
        found["received"], by["received"] = column, "values"
    return found, by


def named_start(table: Table) -> str | None:
    """A column that is called the start though its cells tell no moment: then these are what is to be complained of."""
    scores = {name: candidates(name).get("received", 0) for name in table.names}
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] > 0 else None


def real(table: Table, field: str, column: str) -> str:
    """The column as the file spells it; case, blanks and full-width signs do not matter."""
    if field not in FIELDS:
        near = get_close_matches(field, FIELDS, n=3, cutoff=0.5)
        raise Refused("no-such-field", field=field, nearest=", ".join(near), known=", ".join(FIELDS))
    if not column or column in table.names:
        return column
    same = {joined(name): name for name in reversed(table.names)}
    if joined(column) in same:
        return same[joined(column)]
    near = get_close_matches(joined(column), same, n=3, cutoff=0.4)
    nearest = [same[name] for name in near] or table.names[:5]
    raise Refused("no-such-column", column=column, field=field, nearest=", ".join(nearest))


def dimensions(table: Table, mapping: Mapping, taken: Iterable[str]) -> list[str]:
    """Further columns to group by: as the mapping says, else short texts that recur."""
    if mapping.dimensions is not None:
        return [real(table, "id", column) for column in mapping.dimensions]
    free = [name for name in table.names if name not in set(taken) and joined(name) not in map(joined, FIELDS)]
    return [name for name in free if groups(table, name)][:MOST_DIMENSIONS]


def groups(table: Table, name: str) -> bool:
    look = table.looks[name]
    if look.filled < 0.5 or look.moment > 0.2 or look.number > 0.5 or look.distinct > 0.1:
        return False
    place = table.names.index(name)
    texts = {str(row[place]) for row in table.sample if place < len(row) and row[place] is not None}
    return 2 <= len(texts) <= 60 and max(map(len, texts)) <= 40
