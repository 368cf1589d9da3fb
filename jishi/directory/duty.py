"""Who is on duty, who leads, who can be counted on; what they can do and how much at once.

Each question about one person has a sister that asks for many in as many queries.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import NamedTuple

from django.db.models import Q, QuerySet

from jishi.core import roster
from jishi.core.hours import Hours, read_hours
from jishi.core.roster import Spans, Week
from jishi.core.zones import DAY, local_date, moment, seconds, zone_named

from .models import Duty, Leave, Person, ServicePoint, Shift, Skill, Team

AROUND = timedelta(days=2)  # a shift may begin the day before, and a zone may be a day ahead


class Worked(NamedTuple):
    """A duty and the instants it covers, less its person's leave."""

    duty: Duty
    spans: Spans


def on_duty(at: datetime, team: Team | None = None, point: ServicePoint | None = None) -> list[Person]:
    """Who is on duty at `at` by the roster, in the order of their numbers; three queries at most."""
    working = (each.duty.person for each in working_at(at, team, point))
    return sorted(working, key=lambda person: person.number)


def duty_lead(at: datetime, team: Team) -> Person | None:
    """The duty lead (值班长) of a team at `at`."""
    leading = [each.duty.person for each in working_at(at, team) if each.duty.lead]
    return min(leading, key=lambda person: person.number, default=None)


def is_present(person: Person, at: datetime) -> bool:
    """Whether `person` can be counted on at `at`: on duty, or available by their own word, and not on leave."""
    return person.pk in present([person], at)


def present(people: Iterable[Person], at: datetime) -> set[int]:
    """The ids of those who can be counted on at `at`; two queries."""
    people, now = list(people), seconds(at)
    ids = [person.pk for person in people]
    duties = {each.duty.person_id: span for each, span in _holding(_near(at).filter(person__in=ids), now)}
    gone = set(Leave.objects.filter(_away(at, at), person__in=ids).values_list("person", flat=True))
    here = [person for person in people if person.pk not in gone]
    return {each.pk for each in here if roster.present(each.presence, _said(each), duties.get(each.pk), now)}


def capacity(person: Person) -> int:
    """How many open tickets at once."""
    return person.role.capacity if person.capacity is None else person.capacity


def skills(person: Person) -> set[tuple[str, str]]:
    """What `person` can do, as ("service_type", code), ("category", id), ("product", what kind of product)."""
    return skills_of([person])[person.pk]


def skills_of(people: Iterable[Person]) -> dict[int, set[tuple[str, str]]]:
    """By id; nobody's skills written down is an empty set: can do anything, as far as we know."""
    found: dict[int, set[tuple[str, str]]] = {person.pk: set() for person in people}
    for skill in Skill.objects.filter(person__in=found):
        found[skill.person_id].add((skill.of, skill.code))
    return found


def working_at(at: datetime, team: Team | None = None, point: ServicePoint | None = None) -> list[Worked]:
    """The duties that hold at `at`."""
    duties = _near(at)
    duties = duties.filter(team=team) if team else duties
    duties = duties.filter(point=point) if point else duties
    return [each for each, _ in _holding(duties, seconds(at))]


def worked(since: date, until: date, among: Q) -> list[Worked]:
    """The duties that begin on the days [since, until), with what they cover; two queries."""
    return list(_worked(_duties().filter(among, day__gte=since, day__lt=until)))


def covered_week(teams: Iterable[Team], monday: date, weeks: int, zone: str, less: Iterable[date] = ()) -> Week:
    """The hours of a week at which somebody of `teams` is on duty in every one of `weeks`, days of `less` left out."""
    last = monday + timedelta(weeks=weeks)
    found = worked(monday - timedelta(days=1), last, Q(team__in=list(teams)))
    if not found:
        return {day: [] for day in range(7)}
    left_out = set(less)
    days = [monday + timedelta(days=n) for n in range(7 * weeks)]
    covered = roster.union(span for each in found for span in each.spans)
    return roster.covered_week(covered, zone, [day for day in days if day not in left_out])


def shift_spans(shift: Shift, day: date) -> Spans:
    return roster.spans(hours_of(shift), shift.zone, day)


def hours_of(shift: Shift) -> Hours:
    return read_hours([(opens, closes) for opens, closes in shift.hours], shift.code)


def over_midnight(shift: Shift) -> bool:
    """A night."""
    return hours_of(shift)[-1][1] > DAY


def leaves(people: Iterable[int], since: int, until: int) -> dict[int, Spans]:
    """Approved leave by person."""
    taken = Leave.objects.filter(_away(moment(since), moment(until)), person__in=list(people))
    found: dict[int, Spans] = {}
    for leave in taken:
        found.setdefault(leave.person_id, []).append((seconds(leave.since), seconds(leave.until)))
    return {person: roster.union(spans) for person, spans in found.items()}


def today(at: datetime, zone: str = "Asia/Shanghai") -> date:
    return local_date(zone_named(zone), seconds(at))


def _duties() -> QuerySet[Duty]:
    return Duty.objects.select_related("shift", "person__role", "person__team").filter(person__is_active=True)


def _near(at: datetime) -> QuerySet[Duty]:
    return _duties().filter(day__range=(at.date() - AROUND, at.date() + AROUND))


def _holding(duties: QuerySet[Duty], at: int) -> Iterator[tuple[Worked, tuple[int, int]]]:
    """Those that hold at `at`, with the span that does."""
    for each in _worked(duties):
        if span := roster.holds(each.spans, at):
            yield each, span


def _worked(duties: QuerySet[Duty]) -> Iterator[Worked]:
    """Less the leave of their people."""
    found = [(duty, shift_spans(duty.shift, duty.day)) for duty in duties]
    starts = [span[0] for _, spans in found for span in spans]
    if not starts:
        return
    ends = [span[1] for _, spans in found for span in spans]
    gone = leaves({duty.person_id for duty, _ in found}, min(starts), max(ends))
    for duty, spans in found:
        yield Worked(duty, roster.without(spans, gone.get(duty.person_id, [])))


def _away(since: datetime, until: datetime) -> Q:
    return Q(state="approved", since__lte=until, until__gt=since)


def _said(person: Person) -> int | None:
    return seconds(person.presence_at) if person.presence_at else None
