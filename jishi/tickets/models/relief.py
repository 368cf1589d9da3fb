from django.conf import settings
from django.db import models
from django.db.models import CASCADE, DO_NOTHING, PROTECT, F, Index, Q

from jishi.directory.models import Team

from .ticket import Ticket


class Relief(models.Model):
    """A shift handed over (交接班): drawn up and signed by who goes, signed by who comes. Never changed once signed.

    `at` is the moment it speaks of; `hours` is how far ahead it looked for promises.
    """

    team = models.ForeignKey(Team, PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()
    hours = models.PositiveSmallIntegerField()
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, DO_NOTHING, related_name="+", db_index=False)
    taken_by = models.ForeignKey(settings.AUTH_USER_MODEL, DO_NOTHING, null=True, related_name="+", db_index=False)
    taken_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["team"], condition=Q(taken_at=None, withdrawn_at=None), name="one_relief_waits_a_team"
            ),
            models.CheckConstraint(condition=Q(taken_by=None) | ~Q(taken_by=F("given_by")), name="relief_by_two"),
        ]
        indexes = [Index(fields=["team", "at"])]

    def __str__(self) -> str:
        return f"{self.team_id} {self.at:%Y-%m-%d %H:%M}"


class ReliefLine(models.Model):
    """A ticket as it stood then, and why it was spoken of: urgent, due, paused."""

    relief = models.ForeignKey(Relief, CASCADE, related_name="lines", db_index=False)
    ticket = models.ForeignKey(Ticket, DO_NOTHING, related_name="+")
    why = models.CharField(max_length=8)
    priority = models.CharField(max_length=40, blank=True)
    status = models.CharField(max_length=12)
    due_at = models.DateTimeField(null=True)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, DO_NOTHING, null=True, related_name="+", db_index=False)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["relief", "ticket"], name="a_ticket_once_a_relief")]

    def __str__(self) -> str:
        return f"{self.why} {self.ticket_id}"


class ReliefNote(models.Model):
    """Words to a hand-over, or to one of its tickets. Erased by deleting the row."""

    relief = models.ForeignKey(Relief, CASCADE, related_name="notes")
    line = models.OneToOneField(ReliefLine, CASCADE, null=True, related_name="note")
    body = models.TextField()

    def __str__(self) -> str:
        return self.body
