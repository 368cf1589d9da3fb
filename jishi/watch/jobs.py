"""Jobs: rows that are claimed, held by a lease, and done when marked done. A worker that dies loses nothing.

Claiming, renewing and ending are conditional updates; leases count by the database's time, so that the clocks of
several machines need not agree.
"""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from secrets import token_hex
from typing import Any

from django.db import transaction
from django.db.models import DateTimeField, ExpressionWrapper, F, Q, QuerySet
from django.db.models.functions import Now
from django.utils import timezone

from jishi.directory.models import Person
from jishi.tickets.writing_rows import write_row

from .models import Job

LEASE = timedelta(seconds=60)
MOST_TRIES = 8
LONGEST_WAIT = timedelta(hours=1)

Work = Callable[[Job], Any]  # answers JSON: what whoever waits is shown


class Lost(Exception):
    """The lease has lapsed and somebody else may hold the job: stop, change nothing more."""


def put(kind: str, *, key: str = "", at: datetime | None = None, by: Person | None = None, **facts: object) -> Job:
    """Put work down, in the transaction that is open. With a `key`, the same work is put down once."""
    due_at = (at or timezone.now()).replace(microsecond=0)
    row = {"kind": kind, "due_at": due_at, "by": by, "facts": facts}
    if not key:
        write_row(job := Job(**row))
        return job
    return Job.objects.get_or_create(key=key, defaults=row)[0]


def claim(kinds: Mapping[str, Work]) -> Job | None:
    """A job that is due and that nobody holds, now held by us; the longest due first."""
    for pk in _waiting(kinds).values_list("pk", flat=True)[:8]:
        lease = token_hex(16)
        if _waiting(kinds).filter(pk=pk).update(lease=lease, lease_until=_later(LEASE), tries=F("tries") + 1):
            return Job.objects.select_related("by").get(pk=pk)
    return None


def renew(job: Job, done: int = 0, total: int = 0) -> None:
    """Still at it; so much is done. Raises `Lost` when the lease is no longer ours."""
    if not _held(job).update(lease_until=_later(LEASE), done=done, total=total):
        raise Lost(str(job))


def finish(job: Job, answer: Any = None) -> None:
    """Done. Raises `Lost` when the lease is no longer ours."""
    if not _held(job).update(ended_at=Now(), lease="", lease_until=None, answer=answer, error=""):
        raise Lost(str(job))


def fail(job: Job, error: str) -> None:
    """To be tried again, later each time; given up after `MOST_TRIES`."""
    wait = min(timedelta(seconds=2**job.tries), LONGEST_WAIT)
    over = job.tries >= MOST_TRIES
    row = {"lease": "", "lease_until": None, "error": error[:2000], "dead": over}
    _held(job).update(**row, **({"ended_at": Now()} if over else {"due_at": _later(wait)}))


def run(job: Job, kinds: Mapping[str, Work]) -> None:
    """Do a claimed job and mark it: done, to be tried again, or lost to another worker."""
    try:
        answer = kinds[job.kind](job)
    except Lost:
        return
    except Exception as error:
        fail(job, f"{type(error).__name__}: {error}")
        raise
    with transaction.atomic():
        finish(job, answer)


def again(job: Job) -> None:
    """Try a dead one anew, by hand."""
    Job.objects.filter(pk=job.pk, dead=True).update(dead=False, tries=0, ended_at=None, due_at=Now())


def _waiting(kinds: Mapping[str, Work]) -> QuerySet[Job]:
    free = Q(lease_until=None) | Q(lease_until__lte=Now())
    return Job.objects.filter(free, ended_at=None, kind__in=list(kinds), due_at__lte=Now()).order_by("due_at", "pk")


def _held(job: Job) -> QuerySet[Job]:
    return Job.objects.filter(pk=job.pk, lease=job.lease, ended_at=None)


def _later(wait: timedelta) -> ExpressionWrapper:
    return ExpressionWrapper(Now() + wait, output_field=DateTimeField())
