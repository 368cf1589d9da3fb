"""The moment a version is proposed for."""

from datetime import datetime, timedelta

from django.utils import timezone


def next_midnight(now: datetime) -> datetime:
    """When tomorrow begins for the reader."""
    tomorrow = timezone.localtime(now).date() + timedelta(days=1)
    return timezone.make_aware(datetime.combine(tomorrow, datetime.min.time()))
