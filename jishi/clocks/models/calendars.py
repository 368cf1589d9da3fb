from django.conf import settings
from django.db import models
from django.db.models import CASCADE, PROTECT, Q


class Calendar(models.Model):
    """A calendar by code ("service", "duty"); what it says stands in its versions. "always" needs none."""

    code = models.SlugField(max_length=40, unique=True)
    name = models.CharField(max_length=80, blank=True)

    def __str__(self) -> str:
        return self.name or self.code


class CalendarVersion(models.Model):
    """Hours of a week in a zone and the days that differ. A draft until it has a published moment.

    `week`: {"0": [["09:00", "18:00"]], …}, Monday first. Beyond `covered_until` due moments are provisional.
    """

    calendar = models.ForeignKey(Calendar, PROTECT, related_name="versions")
    zone = models.CharField(max_length=64, default="Asia/Shanghai")
    week = models.JSONField(default=dict)
    covered_until = models.DateField(null=True, blank=True)
    effective_at = models.DateTimeField(null=True, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, PROTECT, null=True, related_name="+", db_index=False)

    class Meta:
        ordering = ["calendar", "effective_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["calendar", "effective_at"], name="one_calendar_version_a_moment"),
            models.CheckConstraint(
                condition=Q(published_at__isnull=True) | Q(effective_at__isnull=False), name="published_is_dated"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.calendar} {self.effective_at or ''}"


class Day(models.Model):
    """A day that differs: a holiday has no hours, a make-up working day has some. `source`: who says so."""

    version = models.ForeignKey(CalendarVersion, CASCADE, related_name="days", db_index=False)
    date = models.DateField()
    hours = models.JSONField(default=list)
    name = models.CharField(max_length=40, blank=True)
    source = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ["date"]
        constraints = [models.UniqueConstraint(fields=["version", "date"], name="a_day_once")]

    def __str__(self) -> str:
        return f"{self.date} {self.name}"
