from django.conf import settings
from django.db import models
from django.db.models import PROTECT


class SetUp(models.Model):
    """How the desk was set up when somebody signed for it. Never changed; the next one has the next number.

    `facts`: {section: {what: {how}}}, codes and names as they were; `lacks`: what was still missing.
    """

    number = models.PositiveIntegerField(unique=True)
    facts = models.JSONField()
    lacks = models.JSONField(default=list)
    note = models.CharField(max_length=1000, blank=True)
    responsible = models.ForeignKey(settings.AUTH_USER_MODEL, PROTECT, related_name="+", db_index=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, PROTECT, related_name="+", db_index=False)
    signed_at = models.DateTimeField()

    class Meta:
        ordering = ["-number"]

    def __str__(self) -> str:
        return str(self.number)
