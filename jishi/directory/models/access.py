from django.conf import settings
from django.db import models
from django.db.models import CASCADE, DO_NOTHING


class Access(models.Model):
    """Who saw or changed what, and who came in: codes and ids, nobody's words. Never changed, never deleted.

    `of` and `key` name what it was about: ("ticket", its number), ("person", a staff number), ("role", a code).
    """

    at = models.DateTimeField(db_index=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, DO_NOTHING, null=True, related_name="+", db_index=True)
    act = models.CharField(max_length=24)
    of = models.CharField(max_length=16, blank=True)
    key = models.CharField(max_length=64, blank=True)
    address = models.CharField(max_length=45, blank=True)  # of the network
    facts = models.JSONField(default=dict)

    class Meta:
        indexes = [
            models.Index(fields=["of", "key"]),
            models.Index(fields=["act", "at"]),
            models.Index(fields=["by", "at"]),
        ]

    def __str__(self) -> str:
        return f"{self.act} {self.of} {self.key}".strip()


class Throttle(models.Model):
    """How often something was tried in vain since the first time; forgotten after `until`."""

    key = models.CharField(max_length=64, primary_key=True)
    count = models.PositiveIntegerField(default=0)
    until = models.DateTimeField(db_index=True)


class Invitation(models.Model):
    """A link that lets `person` choose a password, once. Only the digest of its token is kept."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, CASCADE, related_name="invitations")
    digest = models.CharField(max_length=64, unique=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, DO_NOTHING, null=True, related_name="+")
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
