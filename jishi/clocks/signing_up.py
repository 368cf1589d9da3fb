"""The set-up is signed for: a numbered record that nobody changes, and what is different since the last."""

from datetime import datetime
from typing import Any, NamedTuple

from jishi.core.refused import Refused
from jishi.directory.access import write
from jishi.directory.models import Person

from .models import SetUp
from .standing import SECTIONS, Facts, lacks, standing


class Change(NamedTuple):
    """`was` or `now` is None where it was added or is gone."""

    section: str
    what: str
    was: dict[str, Any] | None
    now: dict[str, Any] | None


def sign(by: Person, responsible: Person, now: datetime, note: str = "", *, after: int = 0) -> SetUp:
    """Frozen as it stands, under the number that follows `after`, the last record the signer has seen.

    Refused: "signed-meanwhile" when somebody was faster, "no-such-row" when there is no such record.
    """
    if after and not SetUp.objects.filter(number=after).exists():
        raise Refused("no-such-row")
    facts = standing(now)
    told = {"facts": facts, "lacks": lacks(facts, now), "note": note.strip()[:1000], "signed_at": now}
    row, fresh = SetUp.objects.get_or_create(number=after + 1, defaults=told | {"by": by, "responsible": responsible})
    if not fresh:
        raise Refused("signed-meanwhile")
    write(by, "set-up", "record", row.number)
    return row


def changes(before: Facts | None, after: Facts) -> list[Change]:
    """What is different, section by section."""
    found = []
    for section in SECTIONS if before else ():
        was, now = (before or {}).get(section, {}), after.get(section, {})
        names = [*now, *(name for name in was if name not in now)]
        found += [
            Change(section, name, was.get(name), now.get(name)) for name in names if was.get(name) != now.get(name)
        ]
    return found


def before(row: SetUp) -> SetUp | None:
    return SetUp.objects.filter(number__lt=row.number).first()
