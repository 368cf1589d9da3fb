"""Which column of a file means what: detected, or fixed by a person in a small TOML file (docs/READING.md)."""

import tomllib
from dataclasses import dataclass, field, fields
from pathlib import Path

from jishi.core.refused import Refused


@dataclass(slots=True)
class Span:
    """A clock the file's owner wants to see: it starts and ends with the first event of these kinds."""

    start: tuple[str, ...]
    end: tuple[str, ...]


@dataclass(slots=True)
class Mapping:
    """Field -> column, and how cells are to be read. Empty entries are detected; `columns[field] = ""` means none."""

    kind: str = ""  # "tickets" (one row each), "events" (one row per event)
    zone: str = ""
    day_first: bool | None = None
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    member: str = ""  # which file inside a .zip
    header_row: int = 0
    policy: str = ""  # "standard": the default matrix
    columns: dict[str, str] = field(default_factory=dict)
    dimensions: list[str] | None = None
    values: dict[str, dict[str, object]] = field(default_factory=dict)
    events: dict[str, str] = field(default_factory=dict)
    clocks: dict[str, Span] = field(default_factory=dict)
    calendars: dict[str, dict] = field(default_factory=dict)
    promises: list[dict] = field(default_factory=list)
    zone_assumed: bool = False

    @classmethod
    def load(cls, path: str | Path) -> "Mapping":
        """Read a mapping file. Raises Refused("map-unreadable" | "map-unknown-key" | "map-wrong-type")."""
        try:
            told = tomllib.loads(Path(path).read_text(encoding="utf-8-sig"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as why:
            raise Refused("map-unreadable", file=str(path), why=str(why)) from why
        return cls.of(told)

    @classmethod
    def of(cls, told: dict) -> "Mapping":
        """From the tables of a TOML file."""
        known = {f.name: f for f in fields(cls)}
        known.pop("zone_assumed")
        for key, value in told.items():
            if key not in known:
                raise Refused("map-unknown-key", key=key, known=", ".join(sorted(known)))
            if not isinstance(value, KEY_TYPES[key]):
                raise Refused("map-wrong-type", key=key, wanted=KEY_TYPES[key].__name__, value=str(value))
            refuse_wrong_entries(key, value)
        clocks = {name: span(name, ends) for name, ends in told.get("clocks", {}).items()}
        return cls(**{**told, "clocks": clocks})

    def save(self, path: str | Path) -> None:
        """Write as TOML with comments that help a person to edit it."""
        from jishi.intake.mapping_file import written

        Path(path).write_text(written(self), encoding="utf-8")


KEY_TYPES = {
    "kind": str,
    "zone": str,
    "day_first": bool,
    "encoding": str,
    "delimiter": str,
    "sheet": str,
    "member": str,
    "header_row": int,
    "policy": str,
    "columns": dict,
    "dimensions": list,
    "values": dict,
    "events": dict,
    "clocks": dict,
    "calendars": dict,
    "promises": list,
}


ENTRIES = {"columns": str, "events": str, "values": dict, "calendars": dict, "promises": dict, "dimensions": str}


def refuse_wrong_entries(key: str, value: object) -> None:
    """What stands inside a table or list must be of one kind too. Raises Refused("map-wrong-type")."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, each in inside:
        if key in ENTRIES and not isinstance(each, ENTRIES[key]):
            raise Refused("map-wrong-type", key=f"{key}.{name}", wanted=ENTRIES[key].__name__, value=str(each))


def span(name: str, ends: dict) -> Span:
    """A clock of the mapping: `{start = [kinds], end = [kinds]}`. Raises Refused("map-clock-ends")."""
    if not isinstance(ends, dict) or not ends.get("start") or not ends.get("end"):
        raise Refused("map-clock-ends", clock=name)
    return Span(start=kinds(ends["start"]), end=kinds(ends["end"]))


def kinds(given: str | list[str]) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given)
