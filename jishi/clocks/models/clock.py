from django.db import models
from django.db.models import CASCADE, DO_NOTHING, Index, Q

from jishi.tickets.models import Ticket

from .calendars import CalendarVersion
from .policies import PolicyVersion


class Clock(models.Model):
    """How a promised clock of a ticket stands, as its journal tells: stored to be sorted, searched and swept.

    Nothing here moves by itself: whether a running clock is late is `breaks_at` against the moment of asking.
    """

    ticket = models.ForeignKey(Ticket, CASCADE, related_name="clocks", db_index=False)
    name = models.CharField(max_length=20)
    cycle = models.PositiveSmallIntegerField(default=0)
    state = models.CharField(max_length=12)  # running, paused, met, early, broken, cancelled
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    due_at = models.DateTimeField(null=True)  # None while paused: the deadline moves with the pause
    due_w = models.BigIntegerField(null=True)  # W(due_at): working time left is one subtraction
    left = models.BigIntegerField(null=True)  # working seconds left, while paused
    resumes_at = models.DateTimeField(null=True)
    warn_at = models.DateTimeField(null=True)
    breaks_at = models.DateTimeField(null=True)  # when it broke, or will if nothing happens
    met = models.BooleanField(null=True)
    spent = models.BigIntegerField(null=True)  # working seconds, once it has ended
    target = models.PositiveIntegerField(null=True)
    rule = models.CharField(max_length=80, blank=True)
    policy = models.ForeignKey(PolicyVersion, DO_NOTHING, null=True, related_name="+", db_index=False)
    calendar = models.ForeignKey(CalendarVersion, DO_NOTHING, null=True, related_name="+", db_index=False)
    provisional = models.BooleanField(default=False)
    # The watch has spoken of this due moment; a new due moment is a new matter.
    warned_at = models.DateTimeField(null=True)
    alarmed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["ticket", "name"], name="one_clock_a_name")]
        indexes = [
            Index(fields=["due_at"], name="clock_due", condition=Q(ended_at=None, alarmed_at=None)),
            Index(fields=["warn_at"], name="clock_warn", condition=Q(ended_at=None, warned_at=None)),
            Index(fields=["name", "due_at"], name="clock_running", condition=Q(ended_at=None)),
            Index(fields=["resumes_at"], name="clock_resumes", condition=Q(resumes_at__isnull=False)),
        ]

    def __str__(self) -> str:
        return f"{self.ticket_id} {self.name} {self.state}"
