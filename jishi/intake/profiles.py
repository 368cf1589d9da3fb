"""How the sheets of a source are read, remembered, and proposed again where the headings look alike."""

from collections.abc import Iterable
from typing import Any

from jishi.directory.models import Person

from .columns.headings import FIELDS, joined
from .mapping import Mapping
from .models import Profile

ALIKE = 0.75  # of all headings of both sheets
KEPT = ("kind", "zone", "day_first", "sheet", "header_row", "columns", "values")


def packed(mapping: Mapping, own: dict[str, str]) -> dict[str, Any]:
    """A mapping that leaves nothing open: fields without a column stay without."""
    said = {name: getattr(mapping, name) for name in KEPT} | {"own": own}
    said["columns"] = dict.fromkeys(FIELDS, "") | mapping.columns
    return said


def unpacked(said: dict[str, Any]) -> tuple[Mapping, dict[str, str] | None]:
    """The mapping and the columns of own fields; for nothing, a mapping that finds everything."""
    return Mapping(**{name: said[name] for name in KEPT if name in said}), said.get("own")


def remember(source: str, mapping: dict[str, Any], names: list[str], by: Person) -> None:
    Profile.objects.update_or_create(source=source, defaults={"mapping": mapping, "headings": names, "by": by})


def propose(names: list[str]) -> tuple[str, dict[str, Any]]:
    """The source whose sheets look most like this one, and how they are read; ("", {}) for none."""
    here = set(map(joined, names))
    likest, best = 0.0, None
    for profile in Profile.objects.order_by("-at")[:200]:
        there = set(map(joined, profile.headings))
        share = len(here & there) / len(here | there)
        if share >= ALIKE and share > likest:
            likest, best = share, profile
    return (best.source, fitted(best, names)) if best else ("", {})


def fitted(profile: Profile, names: Iterable[str]) -> dict[str, Any]:
    """What the profile says of columns that are here; fields are looked for anew where there are new ones."""
    here = {joined(name): name for name in names}
    seen = set(map(joined, profile.headings))
    columns = {field: here.get(joined(column), "") for field, column in profile.mapping["columns"].items()}
    if here.keys() - seen:
        columns = {field: column for field, column in columns.items() if column}
    own = {code: here[joined(name)] for code, name in profile.mapping["own"].items() if joined(name) in here}
    return {**profile.mapping, "columns": columns, "own": own, "sheet": "", "header_row": 0}
