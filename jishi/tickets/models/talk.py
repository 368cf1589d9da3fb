from django.conf import settings
from django.db import models
from django.db.models import CASCADE, DO_NOTHING, SET_NULL, Index, Q

from jishi.directory.models import Team

from ..sniffing import PICTURES
from .journal import Event
from .ticket import Ticket


class Attachment(models.Model):
    """A file that hangs on an event, or waits for one: its sender has not sent the words yet.

    `stored` is its random name in the media folder; `name` is what the sender calls it. Pictures are drawn anew.
    """

    ticket = models.ForeignKey(Ticket, CASCADE, related_name="+")
    event = models.ForeignKey(Event, DO_NOTHING, null=True, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, SET_NULL, null=True, related_name="+", db_index=False)
    stored = models.CharField(max_length=32, unique=True)
    name = models.CharField(max_length=160)
    kind = models.CharField(max_length=8)
    size = models.PositiveIntegerField()
    at = models.DateTimeField()

    class Meta:
        indexes = [Index(fields=["at"], name="attachment_waiting", condition=Q(event=None))]

    def __str__(self) -> str:
        return self.name

    @property
    def is_picture(self) -> bool:
        return self.kind in PICTURES


class SavedReply(models.Model):
    """Words that are often sent, in both languages, of one team or of all; `used` counts how often."""

    team = models.ForeignKey(Team, CASCADE, null=True, blank=True, related_name="+")
    title = models.CharField(max_length=80)
    body = models.TextField(blank=True)
    body_en = models.TextField(blank=True)
    used = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return self.title
