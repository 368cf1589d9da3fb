from django.conf import settings
from django.db import models
from django.db.models import CASCADE, DO_NOTHING, F, Q

LEAVE_KINDS = ("annual", "in-lieu", "sick", "personal", "family", "training", "trip")
LEAVE_STATES = ("asked", "approved", "refused", "withdrawn")


class Leave(models.Model):
    """Time off, asked for and decided by somebody else. Only an approved one takes its person off duty.

    `words` are the person's own; whoever may not decide does not read them.
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, CASCADE, related_name="leaves", db_index=False)
    kind = models.CharField(max_length=12)
    since = models.DateTimeField()
    until = models.DateTimeField()
    words = models.CharField(max_length=200, blank=True)
    state = models.CharField(max_length=10, default="asked")
    asked_at = models.DateTimeField()
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, DO_NOTHING, null=True, related_name="+", db_index=False)
    decided_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(since__lt=F("until")), name="leave_ends_after_it_begins"),
            models.CheckConstraint(condition=Q(kind__in=LEAVE_KINDS), name="leave_kind_is_known"),
            models.CheckConstraint(condition=Q(state__in=LEAVE_STATES), name="leave_state_is_known"),
        ]
        indexes = [models.Index(fields=["person", "until"]), models.Index(fields=["state", "since"])]

    def __str__(self) -> str:
        return f"{self.person_id} {self.kind} {self.since:%Y-%m-%d}"
