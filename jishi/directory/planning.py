"""A roster planned in a sheet: what it would change, what of it cannot be read; then all is set, or nothing.

A cell says a shift by its name, letter or key, "-" for a day off; an empty one and one that tells of leave say nothing.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from django.db import transaction

from jishi.core.refused import Refused
from jishi.words.roster import is_leave

from .groups import Group, members
from .models import Duty, Person, Shift
from .rostering import KEPT_OPEN, lead, put
from .sheet_rows import Fault

OFF = frozenset(["-", "–", "—", "0", "x", "休", "休息", "off", "day off", "rest"])
LEADS = frozenset(["值班长", "duty lead", "lead", "★", "*"])
PARTS = "·"  # between the shift and who leads it


class Row(NamedTuple):
    """A row of the sheet: all it says besides its days, and (day, heading, text) of those."""

    number: int
    said: Sequence[str]
    cells: Sequence[tuple[date, str, str]]


class Change(NamedTuple):
    """`shift`: None for a day off. `leads`: from now on the one who leads it."""

    person: Person
    day: date
    was: Duty | None
    shift: Shift | None
    leads: bool

    @property
    def code(self) -> str:
        """As `carry_out` takes it back."""
        shift, was = self.shift.code if self.shift else "off", self.was.shift_id if self.was else ""
        return f"{self.person.pk}:{self.day}:{was}:{shift}:{int(self.leads)}"


class Part(NamedTuple):
    """A change as it comes back: ids and codes. `shift`: "off" for a day off."""

    pk: int
    day: date
    was: int | None
    shift: str
    leads: bool


class Plan(NamedTuple):
    changes: list[Change]
    faults: list[Fault]


def plan(group: Group, rows: Sequence[Row], today: date) -> Plan:
    """Four queries, however long the sheet is."""
    days = sorted({day for row in rows for day, _, _ in row.cells})
    people = list(members(group, days[0], days[-1])) if days else []
    there = Duty.objects.filter(person__in=people, day__in=days).select_related("shift", "team", "point")
    duties, shifts = {(duty.person_id, duty.day): duty for duty in there}, _shifts()
    known, seen, found = _known(people), set[int](), Plan([], [])
    for row in (row for row in rows if row.cells):
        person = next((known[text] for text in map(_plain, row.said) if known.get(text)), None)
        if person is None or person.pk in seen:
            reason = "nobody-here" if person is None else "twice"
            found.faults.append(Fault(row.number, "", " ".join(row.said)[:80], reason))
            continue
        seen.add(person.pk)
        for day, column, text in row.cells:
            told = _read(text, shifts, person, duties.get((person.pk, day)), day)
            reason = told if isinstance(told, str) else _against(told, group, today) if told else ""
            if reason:
                found.faults.append(Fault(row.number, column, text[:80], reason))
            elif isinstance(told, Change):
                found.changes.append(told)
    return found


@transaction.atomic
def carry_out(group: Group, codes: Sequence[str], today: date) -> int:
    """The changes that were shown; how many. Refused: what was changed meanwhile ("roster-changed"), and nothing is."""
    wanted = [_parts(code) for code in codes]
    days = [part.day for part in wanted]
    people = {person.pk: person for person in members(group, min(days), max(days))} if days else {}
    there = Duty.objects.filter(person__in=people, day__in=set(days))
    before = {(duty.person_id, duty.day): duty for duty in there}
    shifts: dict[str, Shift | None] = {shift.code: shift for shift in Shift.objects.filter(active=True)} | {"off": None}
    for part, code in zip(wanted, codes, strict=True):
        if part.pk not in people or part.shift not in shifts:
            raise Refused("bad-value", field="cells", value=code[:40])
        _set(group, people[part.pk], part, shifts[part.shift], before.get((part.pk, part.day)), today)
    return len(wanted)


def _set(group: Group, person: Person, part: Part, shift: Shift | None, was: Duty | None, today: date) -> None:
    if (was.shift_id if was else None) != part.was:
        raise Refused("roster-changed", day=part.day.isoformat())
    if (shift.pk if shift else None) != part.was:
        put(group, person, part.day, shift, part.was, today)
    if part.leads and shift and not (was and was.lead):
        lead(group, person, part.day, today)


def _known(people: Iterable[Person]) -> Mapping[str, Person | None]:
    """By number, and by name where only one is called so."""
    found: dict[str, Person | None] = {}
    for person in people:
        name = _plain(person.name)
        found[name] = None if name in found else person
    return found | {_plain(person.number): person for person in people}


def _shifts() -> dict[str, Shift]:
    """What each is called; a name is stronger than a letter, a letter than a key."""
    shifts, called = Shift.objects.filter(active=True), ("key", "code", "name_en", "letter", "name")
    return {_plain(getattr(one, name)): one for name in called for one in shifts if getattr(one, name)}


def _read(text: str, shifts: Mapping[str, Shift], person: Person, was: Duty | None, day: date) -> Change | str | None:
    """What a cell changes; nothing, or why it cannot be read."""
    parts = [_plain(part) for part in text.split(PARTS)]
    said = [part for part in parts if part and part not in LEADS and not is_leave(part)]
    if not said:
        return None
    if len(said) > 1 or (said[0] not in shifts and said[0] not in OFF):
        return "unknown-shift"
    shift = shifts.get(said[0])
    leads = shift is not None and any(part in LEADS for part in parts) and not (was and was.lead)
    same = (was.shift_id if was else None) == (shift.pk if shift else None)
    return None if same and not leads else Change(person, day, was, shift, leads)


def _against(change: Change, group: Group, today: date) -> str:
    """Why it may not be made."""
    if change.was and getattr(change.was, f"{group.kind}_id") != group.row.pk:
        return "elsewhere"
    return "history" if change.day < today - KEPT_OPEN else ""


def _parts(code: str) -> Part:
    try:
        pk, day, was, shift, leads = code.split(":")
        return Part(int(pk[:18]), date.fromisoformat(day), int(was[:18]) if was else None, shift, leads == "1")
    except ValueError as bad:
        raise Refused("bad-value", field="cells", value=code[:40]) from bad


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
