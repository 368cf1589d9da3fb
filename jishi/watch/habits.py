"""Once a day: whose entries stand on round minutes more often than chance, and whose leads still have to sign."""

from collections import Counter
from datetime import date, datetime

from django.utils import timezone

from jishi.core.heaping import heaped
from jishi.core.zones import seconds
from jishi.directory.models import Team
from jishi.tickets.models import Event

from . import notices, signing
from .jobs import put
from .models import Habit, Job, Record


def count_minutes(now: datetime) -> int:
    """This month's entries of each person, and what is a habit among them; how many are."""
    month = timezone.localdate(now).replace(day=1)
    n, hits = minutes(month)
    found = [
        Habit(person_id=person, month=month, entries=n[person], round=hits[person])
        for person in n
        if heaped(hits[person], n[person])
    ]
    fields = {"unique_fields": ["person", "month"], "update_fields": ["entries", "round"]}
    Habit.objects.bulk_create(found, update_conflicts=True, **fields)
    kept = [habit.person_id for habit in found]
    Habit.objects.filter(month=month, words="").exclude(person__in=kept).delete()
    return len(found)


def minutes(month: date) -> tuple[Counter[int], Counter[int]]:
    """Person -> entries since then, and how many of them stand on a minute that ends in 0 or 5."""
    since = signing.midnight(month)
    tickets = Record.objects.filter(last_at__gte=since).values("pk")
    rows = Event.objects.filter(ticket__in=tickets, at__gte=since, by__isnull=False).order_by()
    n: Counter[int] = Counter()
    hits: Counter[int] = Counter()
    for person, at in rows.values_list("by_id", "at").iterator():
        n[person] += 1
        hits[person] += seconds(at) // 60 % 5 == 0
    return n, hits


def remind(now: datetime) -> None:
    """Once a week and team, as soon as the day for signing is over."""
    if now <= signing.due(now):
        return
    week = signing.last_week(now).since
    for team in signing.unsigned(now):
        put("remind", key=f"records {team.pk} {week}", at=now, team=team.pk, week=week.isoformat())


def tell_leads(job: Job) -> None:
    """Who leads the team is told that its week is not signed for."""
    team = Team.objects.get(pk=job.facts["team"])
    notices.tell(signing.leads(team), "records_unsigned", job.due_at, records=team.pk, week=job.facts["week"])
