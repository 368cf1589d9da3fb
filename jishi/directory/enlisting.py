"""A list of staff in a sheet: who of it is new, what of it cannot be read; then all are taken on, or nobody."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from django.db import models, transaction
from django.utils import translation

from jishi.core.refused import Refused
from jishi.words.people import role as called

from .inviting import invite
from .models import Person, Role
from .people import NUMBER, take_on, within
from .sheet_rows import Fault, Row, is_mail
from .staff import PLACES, bound, places

LANGUAGES = ("zh-hans", "en")
NEEDED = ("number", "name", "role")


class Newcomer(NamedTuple):
    """Somebody to be taken on. `said`: the row, as `take_on_all` takes it back."""

    said: Mapping[str, str]
    role: Role
    place: Mapping[str, models.Model]


class Enlisting(NamedTuple):
    """`there`: how many rows are of people who are here already; they stay as they are."""

    newcomers: list[Newcomer]
    faults: list[Fault]
    there: int


class Known(NamedTuple):
    """What the words of a sheet may mean to the one who brings it."""

    by: Person
    numbers: set[str]
    roles: Mapping[str, Role]
    places: Mapping[str, Mapping[str, models.Model]]


def enlist(by: Person, rows: Sequence[Row]) -> Enlisting:
    """Six queries, however long the sheet is."""
    known, seen, found, there = _known(by), set[str](), list[Newcomer](), 0
    faults: list[Fault] = []
    for row in rows:
        number = _plain(row.said.get("number", ""))
        if number in known.numbers:
            there += 1
            continue
        wrong = [Fault(row.number, name, row.said.get(name, "")[:80], why) for name, why in _wrong(row.said, known)]
        if number and number in seen:
            wrong.append(Fault(row.number, "number", row.said["number"][:80], "number-twice"))
        seen.add(number)
        faults += wrong
        if not wrong:
            found.append(_newcomer(row.said, known))
    return Enlisting(found, faults, there)


@transaction.atomic
def take_on_all(by: Person, rows: Sequence[Row], now: datetime) -> list[tuple[Person, str]]:
    """Everybody in them, each with the token of a link. Refused: what is not as it was shown ("staff-changed")."""
    found = enlist(by, rows)
    if found.faults or found.there or not found.newcomers:
        raise Refused("staff-changed")
    return [_take_on(by, each, now) for each in found.newcomers]


def _take_on(by: Person, each: Newcomer, now: datetime) -> tuple[Person, str]:
    said = each.said
    person = take_on(by, said["number"], said["name"], each.role, said.get("mail", ""), **each.place)
    return person, invite(person, by, now)


def _newcomer(said: Mapping[str, str], known: Known) -> Newcomer:
    chosen = {name: rows[_plain(said[name])] for name, rows in known.places.items() if name in said}
    return Newcomer(said, known.roles[_plain(said["role"])], chosen | bound(known.by))


def _wrong(said: Mapping[str, str], known: Known) -> list[tuple[str, str]]:
    """Column and reason of each cell that cannot be taken."""
    wrong = [(name, "missing") for name in NEEDED if name not in said]
    if "number" in said and not NUMBER.fullmatch(said["number"]):
        wrong.append(("number", "bad-number"))
    if len(said.get("name", "")) > 120:
        wrong.append(("name", "too-long"))
    if "role" in said and (why := _not_given(said["role"], known)):
        wrong.append(("role", why))
    told = {name: _plain(said[name]) for name in PLACES if name in said}
    wrong += [(name, "unknown-place") for name, text in told.items() if text not in known.places[name]]
    if "mail" in said and not is_mail(said["mail"]):
        wrong.append(("mail", "bad-mail"))
    return wrong


def _not_given(text: str, known: Known) -> str:
    role = known.roles.get(_plain(text))
    if role is None:
        return "unknown-role"
    return "" if within(known.by, role) else "role-beyond"


def _known(by: Person) -> Known:
    numbers = {_plain(number) for number in Person.objects.values_list("number", flat=True)}
    chosen = {name: {_plain(str(row)): row for row in rows} for name, rows in places(by).items()}
    return Known(by, numbers, _roles(), chosen)


def _roles() -> dict[str, Role]:
    """By code and by name, in both languages."""
    roles, found = list(Role.objects.all()), {}
    for language in LANGUAGES:
        with translation.override(language):
            found |= {_plain(called(role)): role for role in roles}
    return {_plain(role.code): role for role in roles} | found


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
