from django.conf import settings
from django.db import models
from django.db.models import CASCADE, DO_NOTHING

from .ticket import Ticket


class Event(models.Model):
    """One thing that happened. Never changed, never deleted: guard.py; only codes and ids.

    `at` is when it happened, floored to the second; order is `at`, then id. `seq` counts a ticket's events as they
    were recorded; `digest` covers the previous one's digest, this content and `note_digest`.
    """

    ticket = models.ForeignKey(Ticket, DO_NOTHING, related_name="events", db_index=False)
    seq = models.PositiveIntegerField()
    kind = models.CharField(max_length=20)
    at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    late = models.BooleanField(default=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, DO_NOTHING, null=True, related_name="+", db_index=False)
    door = models.CharField(max_length=16)
    facts = models.JSONField(default=dict)
    note_digest = models.CharField(max_length=64, blank=True)
    digest = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["ticket", "seq"], name="one_event_a_place")]

    def __str__(self) -> str:
        return f"{self.kind} {self.at:%Y-%m-%d %H:%M:%S}"


class Note(models.Model):
    """The words to an event. Erased by deleting the row; the event keeps the salted digest."""

    event = models.OneToOneField(Event, DO_NOTHING, primary_key=True, related_name="note")
    body = models.TextField()
    salt = models.CharField(max_length=32)

    def __str__(self) -> str:
        return self.body


class Call(models.Model):
    """A call that was answered: the same key again gets the same answer."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, CASCADE, related_name="+")
    endpoint = models.CharField(max_length=80)
    key = models.CharField(max_length=120)
    body_hash = models.CharField(max_length=64)
    answer = models.JSONField(null=True)
    expires_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "endpoint", "key"], name="one_answer_a_key")]


class Dirty(models.Model):
    """A ticket whose facts have to be told anew."""

    ticket = models.OneToOneField(Ticket, CASCADE, primary_key=True, related_name="+")
