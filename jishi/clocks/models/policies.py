from django.conf import settings
from django.db import models
from django.db.models import CASCADE, PROTECT, Q


class PolicyVersion(models.Model):
    """The matrix of promises. A draft until published; in force from `effective_at` until the next version's."""

    name = models.CharField(max_length=80, blank=True)
    effective_at = models.DateTimeField(null=True, blank=True, unique=True)
    published_at = models.DateTimeField(null=True, blank=True)
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, PROTECT, null=True, related_name="+", db_index=False)

    class Meta:
        ordering = ["effective_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(published_at__isnull=True) | Q(effective_at__isnull=False), name="published_policy_is_dated"
            )
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.effective_at or ''}"


class PolicyRow(models.Model):
    """One promise: the first row of a version whose `fields` all match a ticket holds for its clock.

    `target`: seconds of time in `calendar`; or a window of working days; neither: nothing is promised.
    `fields`: {"priority": ["P0"], "channel": [...], "zone": [...], "service_type": [...], "contract": [...]}.
    """

    version = models.ForeignKey(PolicyVersion, CASCADE, related_name="rows", db_index=False)
    position = models.PositiveSmallIntegerField()
    clock = models.CharField(max_length=20)
    name = models.CharField(max_length=80, blank=True)
    target = models.PositiveIntegerField(null=True, blank=True)
    window_first = models.PositiveSmallIntegerField(null=True, blank=True)
    window_last = models.PositiveSmallIntegerField(null=True, blank=True)
    calendar = models.CharField(max_length=40, default="always")
    warn = models.FloatField(default=0.75)
    fields = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["version", "position"], name="one_row_a_position"),
            models.CheckConstraint(condition=Q(warn__gt=0) & Q(warn__lte=1), name="warn_is_a_share"),
        ]

    def __str__(self) -> str:
        return self.name or self.clock


class Edition(models.Model):
    """One row, marked anew at every publication, so that each process knows when its book is out of date."""

    mark = models.CharField(max_length=32)
