from django.conf import settings
from django.db import models
from django.db.models import CASCADE, SET_NULL, Index, Q

from jishi.watch.models import Job

STATES = ("read", "importing", "imported", "cancelled")


class Profile(models.Model):
    """How the sheets of a source are read, kept for the next one with such headings."""

    source = models.CharField(max_length=40, unique=True)
    headings = models.JSONField(default=list)
    mapping = models.JSONField(default=dict)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, SET_NULL, null=True, related_name="+", db_index=False)
    at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return self.source


class Upload(models.Model):
    """A sheet somebody brought. `file` is its random name among our files, "" once it was cleared away.

    `mapping` is how it is read, `told` what reading it gave, for the page. Of its tickets `added` are new and
    `changed` had something new to tell; these count up within the transactions that write them.
    """

    by = models.ForeignKey(settings.AUTH_USER_MODEL, CASCADE, related_name="uploads", db_index=False)
    at = models.DateTimeField(auto_now_add=True)
    name = models.CharField(max_length=200, blank=True)
    file = models.CharField(max_length=32, blank=True)
    size = models.PositiveBigIntegerField(default=0)
    source = models.CharField(max_length=40)
    profile = models.CharField(max_length=40, blank=True)  # the source whose mapping was proposed
    state = models.CharField(max_length=12, default="read")
    mapping = models.JSONField(default=dict)
    told = models.JSONField(default=dict)
    rows = models.PositiveIntegerField(default=0)
    tickets = models.PositiveIntegerField(default=0)
    bad = models.PositiveIntegerField(default=0)  # rows with something unreadable
    left_out = models.PositiveIntegerField(default=0)  # of these, rows that become no ticket
    added = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0)
    job = models.ForeignKey(Job, SET_NULL, null=True, related_name="+", db_index=False)
    started_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(state__in=STATES), name="upload_state_is_known")]

    def __str__(self) -> str:
        return f"{self.source} {self.pk}"


class Fault(models.Model):
    """A cell or row of an upload that could not be used, and whether its row was left out."""

    upload = models.ForeignKey(Upload, CASCADE, related_name="faults", db_index=False)
    row = models.PositiveIntegerField()
    column = models.CharField(max_length=200)
    value = models.CharField(max_length=80, blank=True)
    reason = models.CharField(max_length=40)
    left_out = models.BooleanField(default=False)

    class Meta:
        indexes = [Index(fields=["upload", "id"], name="fault_upload")]
