from django.conf import settings
from django.db import models
from django.db.models import CASCADE, DO_NOTHING, PROTECT, CheckConstraint, F, Index, Q, UniqueConstraint

from jishi.directory.models import Role, Team

from .ticket import Ticket

STATES = ("asked", "granted", "declined", "lapsed", "void")


class GoodwillLimit(models.Model):
    """What a role may give of a kind (list "goodwill") on tickets of a priority, from a moment on; in hundredths.

    The latest row that has begun holds. Rows are added, never changed: what was granted stays explained.
    """

    role = models.ForeignKey(Role, CASCADE, related_name="+", db_index=False)
    priority = models.CharField(max_length=4)
    kind = models.SlugField(max_length=40, db_index=False)
    per_case = models.PositiveBigIntegerField()
    per_month = models.PositiveBigIntegerField()
    since = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, PROTECT, null=True, related_name="+", db_index=False)

    class Meta:
        constraints = [
            UniqueConstraint(fields=["role", "priority", "kind", "since"], name="one_limit_a_moment"),
            CheckConstraint(condition=Q(per_case__lte=F("per_month")), name="case_within_month"),
        ]


class Goodwill(models.Model):
    """What was given, or is asked for, beyond what was owed: what the journal says, so that it can be summed up.

    `seq` is the event it began with; `by` asked for it, `decided_by` granted or declined it.
    """

    ticket = models.ForeignKey(Ticket, DO_NOTHING, related_name="goodwill", db_index=False)
    seq = models.PositiveIntegerField()
    kind = models.SlugField(max_length=40, db_index=False)
    unit = models.CharField(max_length=8)
    amount = models.PositiveBigIntegerField()
    state = models.CharField(max_length=8)
    priority = models.CharField(max_length=40, blank=True)
    team = models.ForeignKey(Team, DO_NOTHING, null=True, related_name="+", db_index=False)
    month = models.CharField(max_length=7)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, DO_NOTHING, related_name="+", db_index=False)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, DO_NOTHING, null=True, related_name="+", db_index=False)

    class Meta:
        constraints = [
            UniqueConstraint(fields=["ticket", "seq"], name="one_goodwill_an_event"),
            UniqueConstraint(fields=["ticket"], condition=Q(state="asked"), name="one_goodwill_asked_a_ticket"),
            CheckConstraint(condition=Q(state__in=STATES), name="goodwill_state_is_known"),
        ]
        indexes = [Index(fields=["state", "month"]), Index(fields=["at", "id"])]


class GoodwillPurse(models.Model):
    """How much of a kind a person has given in a month; raised under the limit in one statement."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, CASCADE, related_name="+", db_index=False)
    kind = models.SlugField(max_length=40, db_index=False)
    month = models.CharField(max_length=7)
    spent = models.PositiveBigIntegerField(default=0)

    class Meta:
        constraints = [UniqueConstraint(fields=["person", "kind", "month"], name="one_purse_a_month")]
