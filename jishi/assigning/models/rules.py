from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import DO_NOTHING, PROTECT, Q

from jishi.core.assignment import STRATEGIES
from jishi.directory.models import ServiceType, Team

URGENT = ("P0", "P1")
PATHS = ("together", "direct", "usual")  # what happens with the urgent ones


class Rule(models.Model):
    """How tickets of a team and a service type are given out; none of them named: of all. The first that fits holds.

    Never changed: a change ends one and begins another, so that what was decided stays explained.
    `minutes`: how long an offer stands; `most`: how many are asked one after another before the duty lead is.
    `together`: an urgent one is offered to `width` people at once; `direct`: given to whoever has most room.
    """

    position = models.PositiveSmallIntegerField(default=0)
    team = models.ForeignKey(Team, PROTECT, null=True, blank=True, related_name="+", db_index=False)
    service_type = models.ForeignKey(ServiceType, PROTECT, null=True, blank=True, related_name="+", db_index=False)
    automatic = models.BooleanField(default=True)
    strategy = models.CharField(max_length=8, default="skill")
    minutes = models.PositiveSmallIntegerField(default=10, validators=[MinValueValidator(1), MaxValueValidator(480)])
    most = models.PositiveSmallIntegerField(default=3, validators=[MinValueValidator(1), MaxValueValidator(20)])
    urgent = models.CharField(max_length=8, default="together")
    urgent_minutes = models.PositiveSmallIntegerField(
        default=3, validators=[MinValueValidator(1), MaxValueValidator(60)]
    )
    width = models.PositiveSmallIntegerField(default=3, validators=[MinValueValidator(1), MaxValueValidator(20)])
    since = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, DO_NOTHING, null=True, related_name="+", db_index=False)

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(strategy__in=list(STRATEGIES)), name="strategy_is_known"),
            models.CheckConstraint(condition=Q(urgent__in=PATHS), name="urgent_path_is_known"),
            models.CheckConstraint(
                condition=Q(minutes__gte=1, urgent_minutes__gte=1, most__gte=1, width__gte=1),
                name="offers_stand_a_while",
            ),
        ]

    def __str__(self) -> str:
        return f"rule {self.pk}"

    def path(self, priority: str) -> str:
        """What happens with a ticket of that priority."""
        return self.urgent if priority in URGENT else "usual"
