"""What the watch has to look at now. Each asks a partial index: nothing due costs nothing, however many clocks run."""

from datetime import datetime

from django.db.models import QuerySet

from .models import Clock


def overdue(now: datetime) -> QuerySet[Clock]:
    """Running clocks past due of which nobody was told, the oldest first."""
    return Clock.objects.filter(ended_at=None, alarmed_at=None, due_at__lte=now).order_by("due_at")


def warning(now: datetime) -> QuerySet[Clock]:
    """Running clocks past their warning share of which nobody was told."""
    return Clock.objects.filter(ended_at=None, warned_at=None, warn_at__lte=now).order_by("warn_at")


def resuming(now: datetime) -> QuerySet[Clock]:
    """Paused clocks that wanted to be looked at by now."""
    return Clock.objects.filter(resumes_at__isnull=False, resumes_at__lte=now).order_by("resumes_at")
