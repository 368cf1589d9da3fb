"""What the working process does for assignment: one kind of job, two rounds."""

from datetime import datetime

from django.utils import timezone

from jishi.core.refused import Refused
from jishi.tickets.models import Ticket
from jishi.watch.models import Job

from .models import Waiting
from .seeking import seek

MOST = 100  # waiting tickets a round tries again, the most urgent and longest first


def assign(job: Job) -> str:
    """Seek somebody for the ticket of the job; may be repeated."""
    if not Ticket.objects.filter(pk=job.facts["ticket"]).exists():
        return "gone"
    return seek(job.facts["ticket"], timezone.now(), job.by)


def try_again(now: datetime) -> int:
    """Perhaps somebody is there now, or has room again; how many found somebody."""
    waiting = Waiting.objects.order_by("ticket__priority", "since").select_related("by")
    return sum(_again(row, now) in ("offered", "given") for row in waiting[:MOST])


def _again(row: Waiting, now: datetime) -> str:
    try:
        return seek(row.ticket_id, now, row.by)
    except Refused as refused:  # somebody was at it just now: the next round comes
        return refused.code
