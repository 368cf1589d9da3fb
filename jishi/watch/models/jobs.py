from django.conf import settings
from django.db import models
from django.db.models import SET_NULL, Index, Q


class Job(models.Model):
    """Work to be done later: a row that one worker holds by a lease, done when it is marked done.

    `facts` hold codes and ids. `lease` is the holder's token; it lapses at `lease_until`, by the database's time.
    """

    kind = models.CharField(max_length=40)
    key = models.CharField(max_length=120, null=True, unique=True)  # the same work is put down once
    facts = models.JSONField(default=dict)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, SET_NULL, null=True, related_name="+", db_index=False)
    put_at = models.DateTimeField(auto_now_add=True)
    due_at = models.DateTimeField()
    lease = models.CharField(max_length=32, blank=True)
    lease_until = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)  # of `total`, for whoever waits
    total = models.PositiveIntegerField(default=0)
    ended_at = models.DateTimeField(null=True)
    dead = models.BooleanField(default=False)  # given up; may be put down again by hand
    error = models.TextField(blank=True)
    answer = models.JSONField(null=True)

    class Meta:
        indexes = [Index(fields=["due_at", "id"], name="job_due", condition=Q(ended_at=None))]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"


class Round(models.Model):
    """When something regular was last begun, so that one worker does it and not all of them."""

    name = models.CharField(max_length=60, primary_key=True)
    begun_at = models.DateTimeField()
