"""Why this person: what was kept of a decision, with its people and skills by name."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from jishi.directory.eyes import Eyes
from jishi.directory.models import Category, Person, ServiceType
from jishi.words.assigning import why

Kept = Mapping[str, Any]


class Told(NamedTuple):
    """One who came into question. `place` 0: could not take it."""

    name: str
    number: str
    place: int
    load: int
    capacity: int
    reasons: list[str]


class Explained(NamedTuple):
    strategy: str
    path: str
    skills: list[str]
    people: list[Told]

    @property
    def able(self) -> int:
        return sum(person.place > 0 for person in self.people)


class Names(NamedTuple):
    people: Mapping[int, Person]
    skills: Mapping[tuple[str, str], str]


def names(kept: Iterable[Kept]) -> Names:
    """The names behind several decisions, one query a kind of thing."""
    kept = list(kept)
    ids = {each["person"] for one in kept for each in one.get("people", ())}
    skills = {tuple(skill) for one in kept for skill in one.get("skills", ())}
    codes = {code for of, code in skills if of == "service_type"}
    categories = {int(code) for of, code in skills if of == "category"}
    named = {("service_type", kind.code): str(kind) for kind in ServiceType.objects.filter(code__in=codes)}
    named |= {("category", str(each.pk)): each.name for each in Category.objects.filter(pk__in=categories)}
    return Names({person.pk: person for person in Person.objects.filter(pk__in=ids)}, named)


def explain(kept: Kept, named: Names, eyes: Eyes) -> Explained:
    """The one chosen first, then those who can, then those who cannot."""
    people = [_told(each, named, eyes) for each in kept.get("people", ())]
    skills = [named.skills.get(tuple(skill), skill[1]) for skill in kept.get("skills", ())]
    return Explained(kept.get("strategy", ""), kept.get("path", ""), skills, people)


def _told(each: Mapping[str, Any], named: Names, eyes: Eyes) -> Told:
    person = named.people.get(each["person"])
    reasons = [why(code, _named(facts, named)) for code, facts in each["reasons"]]
    number = person.number if person else ""
    return Told(eyes.staff(person), number, each["place"], each["load"], each["capacity"], reasons)


def _named(facts: Mapping[str, Any], named: Names) -> dict[str, Any]:
    skill = named.skills.get((str(facts.get("of")), str(facts.get("code"))), facts.get("code", ""))
    return {**facts, "skill": skill}
