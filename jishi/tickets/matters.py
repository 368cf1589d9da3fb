"""Matters for other departments (R57): asked, answered, done; each change dated, each with one who says so.

They stand here and not with the measures: a matter is part of the work on a ticket, seen by whoever sees the ticket.
"""

from datetime import datetime

from django.db import transaction
from django.db.models import Q, QuerySet

from jishi.core.refused import Refused
from jishi.directory.models import Department, Person
from jishi.directory.reach import DEPARTMENT

from .models import Matter, MatterChange, Ticket
from .models.matters import PENDING
from .queries import visible

# kind -> (states it may happen in, state it leads to; None = the same, whose word it is)
MOVES: dict[str, tuple[tuple[str, ...], str | None, str]] = {
    "answered": (("open",), "answered", "theirs"),
    "done": (PENDING, "done", "any"),
    "again": (("answered", "done"), "open", "ours"),
    "withdrawn": (PENDING, "withdrawn", "ours"),
    "postponed": (PENDING, None, "ours"),
    "owned": (PENDING, None, "theirs"),
    "decided": (PENDING, None, "any"),
}
LONGEST = 1000


def concerning(person: Person) -> QuerySet[Matter]:
    """The matters `person` may see: of the tickets they see, of the department they speak for, their own.

    Any other does not exist for them.
    """
    if not person.is_active or person.is_outside:
        return Matter.objects.none()
    if person.sees_all:
        return Matter.objects.all()
    links = Matter.tickets.through.objects.filter(ticket__in=visible(person))
    theirs = Q(department=person.department_id) if _speaks(person) else Q(pk__in=[])
    return Matter.objects.filter(theirs | Q(owner=person) | Q(pk__in=links.values("matter")))


def overdue(now: datetime) -> QuerySet[Matter]:
    """Pending past their deadline, of which nobody was told; the oldest first."""
    return Matter.objects.filter(settled_at=None, alarmed_at=None, due_at__lte=now).order_by("due_at")


@transaction.atomic
def ask(
    ticket: Ticket,
    by: Person,
    now: datetime,
    *,
    department: Department,
    asked: str,
    due_at: datetime,
    owner: Person | None = None,
) -> Matter:
    """Another department is asked for something. Refused: "reason-missing", "in-the-past", "not-of-department"."""
    words = _said(asked)
    _demand_ahead(due_at, now)
    _demand_member(owner, department)
    told = {"department": department, "asked": words, "by": by, "asked_at": now, "owner": owner, "due_at": due_at}
    matter = Matter.objects.create(**told)
    matter.tickets.add(ticket)
    return matter


def tell(matter: Matter, kind: str, by: Person, now: datetime, words: str) -> MatterChange:
    """Answered, done, asked again, withdrawn, decided in the meeting. Refused: "reason-missing", see `_move`."""
    return _move(matter, kind, by, now, _said(words))


def postpone(matter: Matter, by: Person, now: datetime, due_at: datetime, words: str) -> MatterChange:
    """Another day is agreed, and why. Refused: "in-the-past" too."""
    _demand_ahead(due_at, now)
    facts = {"was": matter.due_at.isoformat(), "to": due_at.isoformat()}
    return _move(matter, "postponed", by, now, _said(words), facts, due_at=due_at, alarmed_at=None)


def own(matter: Matter, by: Person, now: datetime, owner: Person) -> MatterChange:
    """Somebody of the department takes care of it. Refused: "not-of-department" too."""
    _demand_member(owner, matter.department)
    return _move(matter, "owned", by, now, "", {"owner": owner.pk}, owner=owner)


def join(matter: Matter, ticket: Ticket) -> None:
    """It is about this ticket, too."""
    matter.tickets.add(ticket)


def spokespeople(matter: Matter) -> list[Person]:
    """Who is to hear of it in the department: its owner; while there is none, who looks after the whole of it."""
    if matter.owner:
        return [matter.owner]
    people = Person.objects.filter(department=matter.department, role__reach=DEPARTMENT, is_active=True)
    return [one for one in people.select_related("role") if one.may("coordinate")]


def sides(matter: Matter, person: Person) -> set[str]:
    """On which side of the matter `person` stands: ours asked for it, theirs is asked."""
    theirs = matter.owner_id == person.pk or (_speaks(person) and person.department_id == matter.department_id)
    ours = matter.by_id == person.pk or person.sees_all or matter.tickets.filter(pk__in=visible(person)).exists()
    return {side for side, stands in (("theirs", theirs or person.sees_all), ("ours", ours)) if stands}


def moves(matter: Matter, person: Person) -> list[str]:
    """What `person` may tell of the matter now."""
    stands = {"any", *sides(matter, person)}
    return [kind for kind, (states, _, side) in MOVES.items() if matter.state in states and side in stands]


@transaction.atomic
def _move(
    matter: Matter,
    kind: str,
    by: Person,
    now: datetime,
    words: str,
    facts: dict[str, object] | None = None,
    **columns: object,
) -> MatterChange:
    """The matter as it stands now. Refused: "not-your-side", and "matter-moved" when somebody was faster."""
    states, to, side = MOVES[kind]
    if side not in {"any", *sides(matter, by)}:
        raise Refused("not-your-side")
    state = to or matter.state
    columns |= {"state": state, "settled_at": None if state in PENDING else now}
    if not Matter.objects.filter(pk=matter.pk, state=matter.state, state__in=states).update(**columns):
        raise Refused("matter-moved")
    return MatterChange.objects.create(matter=matter, kind=kind, at=now, by=by, words=words, facts=facts or {})


def _said(words: str) -> str:
    if not words.strip():
        raise Refused("reason-missing")
    return words.strip()[:LONGEST]


def _demand_ahead(due_at: datetime, now: datetime) -> None:
    if due_at <= now:
        raise Refused("in-the-past", at=due_at.isoformat())


def _demand_member(owner: Person | None, department: Department) -> None:
    if owner and owner.department_id != department.pk:
        raise Refused("not-of-department", department=department.name)


def _speaks(person: Person) -> bool:
    """Whether the person's role looks after the whole department."""
    return person.role.reach == DEPARTMENT and person.department_id is not None
