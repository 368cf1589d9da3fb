"""Who should take a request, and why not the others.

Whoever can take it stands in an order that the strategy names; whoever cannot is told all that stands in the way.
The same candidates are always answered in the same order: nothing is left to chance.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

Skill = tuple[str, str]  # of what ("service_type", "category", "product"), and its code

WEIGHTS = {"P0": 4, "P1": 3, "P2": 2, "P3": 1}  # how much an open ticket weighs
USUAL_WEIGHT = 2  # of a ticket without a priority of ours


@dataclass(frozen=True, slots=True)
class Request:
    """What it takes, and from which service point somebody would go."""

    skills: tuple[Skill, ...] = ()
    point: int | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody as they stand now. `load` counts what they hold and were offered, `weight` weighs it by priority.

    `away`: why nobody can count on them (off-duty, on-leave, away), "" when somebody can. No skill of a kind written
    down: can do any of that kind; no point: goes everywhere. `declined`: this very request (refused, lapsed).
    """

    id: int
    away: str = ""
    skills: frozenset[Skill] = frozenset()
    points: frozenset[int] = frozenset()
    capacity: int = 10
    load: int = 0
    weight: int = 0
    last: int | None = None  # when something was given to them last, epoch seconds
    declined: str = ""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why, or why not: a code, and what its sentence speaks of."""

    code: str
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Verdict:
    """`place` 1 is asked first; 0 cannot take it. What stands in the way is told whole, else what decided."""

    candidate: Candidate
    place: int
    reasons: tuple[Reason, ...]


Criterion = Callable[[Request, Candidate], float]


def choose(request: Request, candidates: Iterable[Candidate], strategy: str) -> list[Verdict]:
    """Everybody: those who can take it in the order they are asked, then the others by their ids."""
    ordered = sorted(candidates, key=lambda candidate: candidate.id)
    hurdles = {candidate.id: in_the_way(request, candidate) for candidate in ordered}
    able = [candidate for candidate in ordered if not hurdles[candidate.id]]
    able.sort(key=lambda candidate: [key(request, candidate) for key in STRATEGIES[strategy].values()])
    told = [
        Verdict(candidate, place, (_why(request, able, place, strategy),)) for place, candidate in enumerate(able, 1)
    ]
    others = [candidate for candidate in ordered if hurdles[candidate.id]]
    return told + [Verdict(candidate, 0, hurdles[candidate.id]) for candidate in others]


def in_the_way(request: Request, candidate: Candidate) -> tuple[Reason, ...]:
    """All that keeps `candidate` from taking it."""
    found = [Reason(candidate.away)] if candidate.away else []
    found += [Reason("lacks-skill", {"of": of, "code": code}) for of, code in lacking(request, candidate)]
    if candidate.points and request.point not in candidate.points and request.point is not None:
        found.append(Reason("other-point"))
    if candidate.load >= candidate.capacity:
        found.append(Reason("full", {"load": candidate.load, "capacity": candidate.capacity}))
    return (*found, *([Reason(candidate.declined)] if candidate.declined else []))


def lacking(request: Request, candidate: Candidate) -> list[Skill]:
    """What it takes that they cannot do: of that kind they have skills, but not this one."""
    kinds = {of for of, _ in candidate.skills}
    return [skill for skill in request.skills if skill[0] in kinds and skill not in candidate.skills]


def _skill(request: Request, candidate: Candidate) -> float:
    """Those of whom it is written that they can do it come before those who can do anything."""
    return -sum(skill in candidate.skills for skill in request.skills)


def _room(request: Request, candidate: Candidate) -> float:
    return candidate.weight / candidate.capacity


def _turn(request: Request, candidate: Candidate) -> float:
    """Whoever has been without for longest; whoever never had anything first of all."""
    return float("-inf") if candidate.last is None else candidate.last


# What decides, in order; equals are asked in the order of their ids.
STRATEGIES: Mapping[str, Mapping[str, Criterion]] = {
    "skill": {"skill": _skill, "room": _room, "turn": _turn},
    "room": {"room": _room, "skill": _skill, "turn": _turn},
    "turn": {"turn": _turn},
}


def _why(request: Request, able: Sequence[Candidate], place: int, strategy: str) -> Reason:
    """What decided between this one and the first; of the first, what decided between them and the second."""
    one, other = able[place - 1], able[0] if place > 1 else able[1] if len(able) > 1 else None
    if other is None:
        return Reason("only-one", _standing(one))
    keys = STRATEGIES[strategy]
    by = next((name for name, key in keys.items() if key(request, one) != key(request, other)), "number")
    return Reason(f"{'first' if place == 1 else 'behind'}-by-{by}", _standing(one))


def _standing(candidate: Candidate) -> dict[str, object]:
    return {"load": candidate.load, "capacity": candidate.capacity, "last": candidate.last}
