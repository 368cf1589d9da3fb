from django.conf import settings
from django.db import models
from django.db.models import CASCADE, Q

from jishi.core.roster import PRESENCES


class Presence(models.Model):
    """Somebody said how they are; what they said last stands in `Person.presence`. Never changed."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, CASCADE, related_name="presences", db_index=False)
    at = models.DateTimeField()
    was = models.CharField(max_length=10, blank=True)
    word = models.CharField(max_length=10)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(word__in=PRESENCES), name="presence_is_known")]
        indexes = [models.Index(fields=["person", "at"])]

    def __str__(self) -> str:
        return f"{self.person_id} {self.word} {self.at:%Y-%m-%d %H:%M}"
