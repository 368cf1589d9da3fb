"""Who leads a team looks through its records, day by day or week by week, and signs for them (R12)."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple

from django.db.models import Count, QuerySet, Sum
from django.utils import timezone

from jishi.clocks.working_days import closing
from jishi.core.refused import Refused
from jishi.directory.models import Person, Team
from jishi.directory.reach import ALL, DEPARTMENT, TEAM
from jishi.directory.scope import scope

from .models import Doubt, Habit, Record, SignOff

DAYS = {"day": 1, "week": 7}
LONGEST = 300  # characters of an explanation
SUMS = ("fields", "filled", "entries", "late")


class Period(NamedTuple):
    """A day, or a week from its Monday."""

    span: str
    since: date

    @property
    def until(self) -> date:
        """The day after."""
        return self.since + timedelta(days=DAYS[self.span])

    @property
    def last(self) -> date:
        return self.until - timedelta(days=1)

    def moments(self) -> tuple[datetime, datetime]:
        return midnight(self.since), midnight(self.until)


def period(span: str, day: date) -> Period:
    """The one `day` lies in. Refuses other spans ("bad-value")."""
    if span not in DAYS:
        raise Refused("bad-value", field="span", value=span[:40])
    return Period(span, day - timedelta(days=day.weekday()) if span == "week" else day)


def teams(person: Person) -> QuerySet[Team]:
    """The teams whose records `person` looks through."""
    reach, all_ = person.role.reach, Team.objects.order_by("pk")
    if reach == ALL:
        return all_
    if reach == DEPARTMENT and person.department_id:
        return all_.filter(department=person.department_id)
    return all_.filter(pk=person.team_id) if reach == TEAM and person.team_id else all_.none()


def doubts(person: Person) -> QuerySet[Doubt]:
    """What is doubtful of the tickets `person` may see."""
    return Doubt.objects.filter(scope(person).q("ticket__"))


def habits(person: Person) -> QuerySet[Habit]:
    """Round minutes of the people in one's teams."""
    return Habit.objects.filter(person__team__in=teams(person))


def explain(person: Person, wanted: Iterable[int], words: str, now: datetime) -> int:
    """They are as they should be, for a reason; they do not come back. How many. Refused: "reason-missing"."""
    mine = doubts(person).filter(pk__in=list(wanted), state="open").values("pk")
    told = {"state": "explained", "settled_at": now, "by": person, "words": _said(words)}
    return Doubt.objects.filter(pk__in=mine, state="open").update(**told)


def excuse(person: Person, habit: int, words: str) -> int:
    """The round minutes have a reason."""
    mine = habits(person).filter(pk=habit, words="").values("pk")
    return Habit.objects.filter(pk__in=mine, words="").update(words=_said(words), by=person)


def looked_at(team: Team, period: Period) -> dict[str, Any]:
    """What there was to look at: the records worked on in the period, and the doubts that arose in it."""
    since, until = period.moments()
    records = Record.objects.filter(ticket__team=team, last_at__gte=since, ticket__received_at__lt=until)
    totals = records.aggregate(tickets=Count("pk"), **{name: Sum(name) for name in SUMS})
    arisen = Doubt.objects.filter(ticket__team=team, arose_at__gte=since, arose_at__lt=until)
    found: dict[str, dict[str, int]] = {}
    for code, state, n in arisen.order_by().values_list("code", "state").annotate(Count("pk")):
        found.setdefault(code, {})[state] = n
    return {name: n or 0 for name, n in totals.items()} | {"doubts": found}


def sign(person: Person, team: Team, period: Period, now: datetime, note: str = "") -> SignOff:
    """Frozen as it stands. Refused: "period-not-over", "signed-already"."""
    if period.moments()[1] > now:
        raise Refused("period-not-over")
    told = {"facts": looked_at(team, period), "note": note.strip()[:1000], "by": person, "signed_at": now}
    row, fresh = SignOff.objects.get_or_create(team=team, span=period.span, since=period.since, defaults=told)
    if not fresh:
        raise Refused("signed-already")
    return row


def last_week(now: datetime) -> Period:
    return period("week", timezone.localdate(now) - timedelta(days=7))


def unsigned(now: datetime) -> list[Team]:
    """The teams that worked last week and have signed neither for it nor for each of its days with entries."""
    week = last_week(now)
    since, until = week.moments()
    worked = Record.objects.filter(last_at__gte=since, ticket__received_at__lt=until).values("ticket__team")
    rows = SignOff.objects.filter(since__gte=week.since, since__lt=week.until).values_list("team", "span", "since")
    signed: dict[int, set[date]] = {}
    for team, span, first in rows:
        signed.setdefault(team, set()).update(first + timedelta(days=n) for n in range(DAYS[span]))
    needed = {week.since + timedelta(days=n) for n in range(5)}
    return [team for team in Team.objects.filter(pk__in=worked).order_by("pk") if needed - signed.get(team.pk, set())]


def due(now: datetime) -> datetime:
    """Until when last week is to be signed for: the close of the first working day after it."""
    return closing(last_week(now).moments()[1] - timedelta(seconds=1), 1)


def leads(team: Team) -> QuerySet[Person]:
    """Who may sign for it: its own leads, else those of its department."""
    able = Person.objects.select_related("role", "team").filter(role__code="lead", is_active=True)
    own = able.filter(team=team)
    return own if own.exists() else able.filter(department=team.department_id, department__isnull=False)


def counts(person: Person, **only: object) -> Mapping[tuple[int | None, str], int]:
    """(team, code) -> how many are open."""
    rows = doubts(person).filter(state="open", **only).order_by().values_list("ticket__team", "code")
    return {(team, code): n for team, code, n in rows.annotate(Count("pk"))}


def _said(words: str) -> str:
    if not words.strip():
        raise Refused("reason-missing")
    return words.strip()[:LONGEST]


def midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(0)))
