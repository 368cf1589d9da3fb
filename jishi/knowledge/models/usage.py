from django.conf import settings
from django.db import models
from django.db.models import CASCADE, PROTECT

from jishi.tickets.models import Ticket

from .articles import Article, Version


class Use(models.Model):
    """An article was used on a ticket, in one of the ticket's cycles (cycle 0 until it is reopened).

    A row of its own and no event: it moves no clock and no state, and is counted by article.
    """

    ticket = models.ForeignKey(Ticket, PROTECT, related_name="uses")
    article = models.ForeignKey(Article, PROTECT, related_name="uses")
    version = models.ForeignKey(Version, PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, PROTECT, related_name="+")
    at = models.DateTimeField()
    cycle = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["ticket", "article", "cycle"], name="used_once_a_cycle")]


class Doubt(models.Model):
    """Somebody says that an article did not help, in a word; its owner answers."""

    article = models.ForeignKey(Article, CASCADE, related_name="doubts")
    version = models.ForeignKey(Version, CASCADE, related_name="+")
    ticket = models.ForeignKey(Ticket, PROTECT, null=True, blank=True, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, PROTECT, related_name="+")
    at = models.DateTimeField()
    words = models.CharField(max_length=500)
    answer = models.CharField(max_length=500, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["article", "at"], condition=models.Q(answered_at=None), name="doubts_unanswered")
        ]


class Reading(models.Model):
    """Who has read which version, since when."""

    version = models.ForeignKey(Version, CASCADE, related_name="readings")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["version", "person"], name="read_once_a_version")]


class Study(models.Model):
    """What a person confirmed to have studied on one day: these versions, all that was new `through` then."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, CASCADE, related_name="studies")
    day = models.DateField()
    at = models.DateTimeField()
    through = models.DateTimeField()
    versions = models.JSONField(default=list)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "day"], name="one_study_a_day")]
