"""The roster drawn up: a duty set or taken away, last week copied, a pattern gone round. Nobody overwrites unseen."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from django.db import IntegrityError, transaction

from jishi.core import roster
from jishi.core.refused import Refused

from .duty import leaves, shift_spans
from .groups import Group, members
from .models import Duty, Person, Shift

KEPT_OPEN = timedelta(days=45)  # ago: what was worked is put right this long, then it is history
WEEKS = 26  # a pattern goes round at once


class Pattern(NamedTuple):
    """Shifts day by day, None for a day off, gone round from `since` on; each next person begins `later` days later.

    `over`: what the group has there already gives way; else only empty days are filled.
    """

    shifts: Sequence[Shift | None]
    since: date
    weeks: int
    later: int = 0
    over: bool = False


def put(group: Group, person: Person, day: date, shift: Shift | None, was: int | None, today: date) -> None:
    """Set the shift of a day, or none. Refuses when somebody changed it meanwhile ("roster-changed")."""
    demand_open(day, today)
    if was is None:
        return _add(group, person, day, shift)
    there = Duty.objects.filter(group.q(), person=person, day=day, shift=was)
    done = there.update(shift=shift, **_place(group, person)) if shift else there.delete()[0]
    if not done:
        raise Refused("roster-changed", day=day.isoformat())
    return None


@transaction.atomic
def lead(group: Group, person: Person, day: date, today: date) -> None:
    """This duty leads its shift, instead of any other; the one that leads does not any more. Refused: "no-duty"."""
    demand_open(day, today)
    duty = Duty.objects.select_for_update().filter(group.q(), person=person, day=day).first()
    if duty is None:
        raise Refused("no-duty", day=day.isoformat())
    Duty.objects.filter(group.q(), day=day, shift=duty.shift_id, lead=True).update(lead=False)
    Duty.objects.filter(pk=duty.pk).update(lead=not duty.lead)


@transaction.atomic
def copy(group: Group, monday: date, today: date) -> int:
    """The week before again, on days that are still empty and where nobody is on leave; how many duties."""
    demand_open(monday, today)
    week = timedelta(days=7)
    last = Duty.objects.filter(group.q(), day__range=(monday - week, monday - timedelta(days=1)), shift__active=True)
    again = [
        Duty(person=was.person, day=was.day + week, shift=was.shift, lead=was.lead, **_place(group, was.person))
        for was in last.filter(person__is_active=True).select_related("person", "shift")
    ]
    return _fill(again)


@transaction.atomic
def rotate(group: Group, people: Sequence[Person], pattern: Pattern, today: date) -> int:
    """The pattern goes round for these people, in order; how many duties. Refused: "pattern-empty", "bad-value"."""
    demand_open(pattern.since, today)
    if not any(pattern.shifts) or not people:
        raise Refused("pattern-empty")
    if not 1 <= pattern.weeks <= WEEKS:
        raise Refused("bad-value", field="weeks", value=pattern.weeks)
    if pattern.over:
        until = pattern.since + timedelta(weeks=pattern.weeks)
        Duty.objects.filter(group.q(), person__in=people, day__gte=pattern.since, day__lt=until).delete()
    return _fill(duty for place, person in enumerate(people) for duty in _round(group, person, pattern, place))


def demand_open(day: date, today: date) -> None:
    """Refuses days that are history ("roster-closed")."""
    if day < today - KEPT_OPEN:
        raise Refused("roster-closed", day=day.isoformat())


def member(group: Group, pk: int, day: date) -> Person | None:
    """One of the group, by id."""
    return members(group, day, day).filter(pk=pk).first()


def _add(group: Group, person: Person, day: date, shift: Shift | None) -> None:
    if shift is None:
        return
    try:
        with transaction.atomic():
            Duty.objects.create(person=person, day=day, shift=shift, **_place(group, person))
    except IntegrityError as taken:
        raise Refused("roster-changed", day=day.isoformat()) from taken


def _round(group: Group, person: Person, pattern: Pattern, place: int) -> Iterator[Duty]:
    where = _place(group, person)
    for n in range(pattern.weeks * 7):
        shift = pattern.shifts[(n - place * pattern.later) % len(pattern.shifts)]
        if shift:
            yield Duty(person=person, day=pattern.since + timedelta(days=n), shift=shift, **where)


def _fill(wanted: Iterable[Duty]) -> int:
    """Those whose day is free and not taken by leave; how many."""
    wanted = list(wanted)
    if not wanted:
        return 0
    spans = [shift_spans(each.shift, each.day) for each in wanted]
    people, days = {each.person_id for each in wanted}, {each.day for each in wanted}
    taken = set(Duty.objects.filter(person__in=people, day__in=days).values_list("person", "day"))
    away = leaves(people, min(span[0][0] for span in spans), max(span[-1][1] for span in spans))
    free = [
        each
        for each, span in zip(wanted, spans, strict=True)
        if (each.person_id, each.day) not in taken and roster.without(span, away.get(each.person_id, []))
    ]
    return len(Duty.objects.bulk_create(free, ignore_conflicts=True))


def _place(group: Group, person: Person) -> dict[str, int | None]:
    """A duty is for the group; the other half of its place is the person's own."""
    return {"team_id": person.team_id, "point_id": person.point_id} | {f"{group.kind}_id": group.row.pk}
