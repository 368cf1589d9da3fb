"""Which few values make up most of the whole: the shortest prefix that reaches 80 % (DOMAIN §3.6)."""

from collections.abc import Mapping
from dataclasses import dataclass

OTHERS = frozenset({"其他", "其它", "其他原因", "other", "others", "misc", "(other)", "(none)"})
REACH = 0.8


@dataclass(frozen=True, slots=True)
class Row:
    """One value with its count (or weight), its share of the whole and the share up to and with it."""

    value: str
    count: float
    share: float
    cumulative: float
    vital: bool


def pareto(counts: Mapping[str, float], reach: float = REACH) -> list[Row]:
    """Rows by falling count, equal counts by name, "other" last whatever its size.

    Vital are the values of the shortest prefix whose share reaches `reach`; a value as large as the last of them is
    vital too, so that a tie is not cut by the alphabet. "Other" is never vital: it names nothing that could be mended.
    """
    ordered = sorted(counts.items(), key=lambda row: (is_other(row[0]), -row[1], row[0]))
    whole = sum(counts.values())
    rows, before, least = [], 0.0, None
    for value, count in ordered:
        least = count if before < reach * whole else least
        vital = count > 0 and not is_other(value) and (before < reach * whole or count == least)
        before += count
        rows.append(Row(value, count, count / whole if whole else 0.0, before / whole if whole else 0.0, vital))
    return rows


def is_other(value: str) -> bool:
    return value.strip().casefold() in OTHERS
