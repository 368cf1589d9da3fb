from django.conf import settings
from django.db import models
from django.db.models import CASCADE, PROTECT, Index, Q

from jishi.core.doubt import CODES
from jishi.directory.models import Team
from jishi.tickets.models import Ticket

STATES = ("open", "mended", "explained")
SPANS = ("day", "week")


class Unread(models.Model):
    """A ticket whose record has to be read anew."""

    ticket = models.OneToOneField(Ticket, CASCADE, primary_key=True, related_name="+")


class Record(models.Model):
    """How well a ticket is written down, as it was last read; what is wrong with it stands in its doubts.

    `filled` of `fields` required ones have a value; `late` of `entries` were told more than ten minutes after.
    """

    ticket = models.OneToOneField(Ticket, CASCADE, primary_key=True, related_name="record")
    last_at = models.DateTimeField()  # the ticket's own, so that a week is found without walking all tickets
    again_at = models.DateTimeField(null=True)  # unfinished too long by then, if nothing more is told
    fields = models.PositiveSmallIntegerField(default=0)
    filled = models.PositiveSmallIntegerField(default=0)
    entries = models.PositiveSmallIntegerField(default=0)
    late = models.PositiveSmallIntegerField(default=0)

    class Meta:
        indexes = [
            Index(fields=["last_at"], name="record_last"),
            Index(fields=["again_at"], name="record_again", condition=Q(again_at__isnull=False)),
        ]


class Doubt(models.Model):
    """Something unfinished or doubtful, a code of core.doubt; mended by itself, or explained by somebody and kept."""

    ticket = models.ForeignKey(Ticket, CASCADE, related_name="doubts", db_index=False)
    code = models.CharField(max_length=24)
    place = models.PositiveIntegerField(default=0)  # the entry it is about, 0 for the ticket as a whole
    arose_at = models.DateTimeField()
    facts = models.JSONField(default=dict)
    state = models.CharField(max_length=12, default="open")
    settled_at = models.DateTimeField(null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, PROTECT, null=True, related_name="+", db_index=False)
    words = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["ticket", "code", "place"], name="one_doubt_a_place"),
            models.CheckConstraint(condition=Q(code__in=CODES), name="doubt_is_known"),
            models.CheckConstraint(condition=Q(state__in=STATES), name="doubt_state_is_known"),
        ]
        indexes = [
            Index(fields=["state", "arose_at", "id"], name="doubt_state"),
            Index(fields=["arose_at"], name="doubt_arose"),
        ]

    def __str__(self) -> str:
        return f"{self.ticket_id} {self.code}"


class Habit(models.Model):
    """More round minutes in a person's entries of a month than chance would have it (R13)."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, CASCADE, related_name="+", db_index=False)
    month = models.DateField()
    entries = models.PositiveIntegerField()
    round = models.PositiveIntegerField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, PROTECT, null=True, related_name="+", db_index=False)
    words = models.CharField(max_length=300, blank=True)  # why it is none

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "month"], name="one_habit_a_month")]
        indexes = [Index(fields=["month"], name="habit_month")]


class SignOff(models.Model):
    """A team's records of a day or a week, looked through and signed. Never changed.

    `facts`: {"tickets", "fields", "filled", "entries", "late", "doubts": {code: {"open", "mended", "explained"}}}.
    """

    team = models.ForeignKey(Team, PROTECT, related_name="+", db_index=False)
    span = models.CharField(max_length=4)
    since = models.DateField()
    facts = models.JSONField(default=dict)
    note = models.CharField(max_length=1000, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, PROTECT, related_name="+", db_index=False)
    signed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["team", "span", "since"], name="signed_once"),
            models.CheckConstraint(condition=Q(span__in=SPANS), name="span_is_known"),
        ]
        indexes = [Index(fields=["since", "id"], name="signed_since")]

    def __str__(self) -> str:
        return f"{self.team_id} {self.span} {self.since}"
