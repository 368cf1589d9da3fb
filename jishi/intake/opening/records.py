"""Records with named values (JSON, XES) as rows: the heading is what the first records name."""

from collections.abc import Iterable, Iterator
from itertools import chain, islice

from jishi.core.refused import Refused
from jishi.intake.cells.text import Cell
from jishi.intake.opening.limits import LIMITS
from jishi.intake.opening.rows import Rows

LOOKED_AT = 2_000


def open_records(kind: str, records: Iterable[dict], name: str, encoding: str = "") -> Rows:
    """Rows of flat records. Raises Refused("not-a-table" | "too-many-columns")."""
    stream = map(flat, records)
    first = list(islice(stream, LOOKED_AT))
    heading = list(dict.fromkeys(key for record in first for key in record))
    if not heading:
        raise Refused("not-a-table", file=name)
    if len(heading) > LIMITS.columns:
        raise Refused("too-many-columns", file=name, columns=len(heading), limit=LIMITS.columns)
    return Rows(kind, in_order(chain(first, stream), heading), heading=heading, encoding=encoding)


def in_order(records: Iterable[dict], heading: list[str]) -> Iterator[list[Cell]]:
    for record in records:
        yield [record.get(name) for name in heading]


def flat(record: dict, before: str = "", depth: int = 0) -> dict[str, Cell]:
    """{"via": {"channel": "email"}} → {"via.channel": "email"}; lists of plain values become "a, b"."""
    found: dict[str, Cell] = {}
    for key, value in record.items():
        if isinstance(value, dict):
            if depth < 3:
                found |= flat(value, f"{before}{key}.", depth + 1)
        elif isinstance(value, list):
            plain = [str(each) for each in value if isinstance(each, (str, int, float))]
            found[f"{before}{key}"] = ", ".join(plain[:50]) or None
        else:
            found[f"{before}{key}"] = value
    return found
