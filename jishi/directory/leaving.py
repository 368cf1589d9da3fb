"""Leave: asked for by oneself, decided by somebody else, withdrawn while it is not over."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet

from jishi.core.refused import Refused

from .groups import led_by
from .models import Leave, Person
from .models.leave import LEAVE_KINDS

LONGEST = timedelta(days=366)
WORDS = Leave._meta.get_field("words").max_length


@transaction.atomic
def ask(person: Person, kind: str, since: datetime, until: datetime, words: str, now: datetime) -> Leave:
    """Refused: "bad-value", "leave-reversed", "leave-too-long", "leave-overlaps"."""
    if kind not in LEAVE_KINDS:
        raise Refused("bad-value", field="leave", value=kind[:20])
    if until <= since:
        raise Refused("leave-reversed")
    if until - since > LONGEST:
        raise Refused("leave-too-long")
    Person.objects.select_for_update().get(pk=person.pk)
    if _live(person).filter(since__lt=until, until__gt=since).exists():
        raise Refused("leave-overlaps")
    told = {"kind": kind, "since": since, "until": until, "words": words[:WORDS]}
    return Leave.objects.create(person=person, asked_at=now, **told)


def decide(leave: Leave, by: Person, approved: bool, now: datetime) -> None:
    """Once. Refused: "own-leave", "leave-decided"."""
    if leave.person_id == by.pk:
        raise Refused("own-leave")
    state = "approved" if approved else "refused"
    asked = Leave.objects.filter(pk=leave.pk, state="asked")
    if not asked.update(state=state, decided_by=by, decided_at=now):
        raise Refused("leave-decided")


def withdraw(leave: Leave, by: Person, now: datetime) -> None:
    """By whoever asked, until it is over. Refused: "leave-decided"."""
    if not _live(by).filter(pk=leave.pk, until__gt=now).update(state="withdrawn"):
        raise Refused("leave-decided")


def to_decide(person: Person) -> QuerySet[Leave]:
    """What waits for `person`."""
    waiting = Leave.objects.filter(state="asked", person__in=led_by(person))
    return waiting.select_related("person__team", "person__point").order_by("since", "pk")


def _live(person: Person) -> QuerySet[Leave]:
    return Leave.objects.filter(person=person, state__in=("asked", "approved"))
