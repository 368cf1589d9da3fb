from django.conf import settings
from django.db import models
from django.db.models import CASCADE, Index, Q

from jishi.tickets.models import Ticket


class Notice(models.Model):
    """Something one person is told: a code and ids, worded when it is read."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, CASCADE, related_name="notices", db_index=False)
    code = models.CharField(max_length=40)
    ticket = models.ForeignKey(Ticket, CASCADE, null=True, related_name="+", db_index=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, CASCADE, null=True, related_name="+", db_index=False)
    facts = models.JSONField(default=dict)
    at = models.DateTimeField()
    seen_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            Index(fields=["person", "id"], name="notice_person"),
            Index(fields=["person"], name="notice_unseen", condition=Q(seen_at=None)),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.person_id}"
