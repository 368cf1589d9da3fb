from django.conf import settings
from django.db import models
from django.db.models import CASCADE, PROTECT, Index, Q

from jishi.directory.models import Department

from .ticket import Ticket

STATES = ("open", "answered", "done", "withdrawn")
PENDING = ("open", "answered")


class Matter(models.Model):
    """What another department is asked for because of a ticket, who owns it and when it is due (R57)."""

    tickets = models.ManyToManyField(Ticket, related_name="matters")
    department = models.ForeignKey(Department, PROTECT, related_name="matters", db_index=False)
    asked = models.CharField(max_length=1000)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, PROTECT, null=True, blank=True, related_name="matters")
    due_at = models.DateTimeField()
    state = models.CharField(max_length=12, default="open")
    settled_at = models.DateTimeField(null=True, blank=True)  # done or withdrawn
    alarmed_at = models.DateTimeField(null=True)  # the watch has spoken of this deadline; another one is a new matter

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(state__in=STATES), name="matter_state_is_known")]
        indexes = [
            Index(fields=["department", "due_at", "id"], condition=Q(settled_at=None), name="matters_pending"),
            Index(fields=["due_at"], condition=Q(settled_at=None, alarmed_at=None), name="matters_due"),
            Index(fields=["department", "settled_at"], condition=~Q(settled_at=None), name="matters_settled"),
        ]

    def __str__(self) -> str:
        return self.asked[:80]


class MatterChange(models.Model):
    """One thing that happened to a matter: a kind of `tickets.matters.MOVES`, with its words."""

    matter = models.ForeignKey(Matter, CASCADE, related_name="changes")
    kind = models.CharField(max_length=12)
    at = models.DateTimeField(db_index=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, PROTECT, related_name="+")
    words = models.CharField(max_length=1000, blank=True)
    facts = models.JSONField(default=dict)
