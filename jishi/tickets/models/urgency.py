from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from jishi.core.priority import ENOUGH, KINDS, ORDER, UP


class PriorityRule(models.Model):
    """What makes a request urgent (core/priority.py). Retired, never deleted: journals name rules by id."""

    kind = models.CharField(max_length=16)
    says = models.CharField(max_length=120)  # a word, a mark, the id of a product or category, a number of chases
    priority = models.CharField(max_length=4)
    weight = models.PositiveSmallIntegerField(default=ENOUGH)
    active = models.BooleanField(default=True)

    class Meta:
        constraints = [
            UniqueConstraint(fields=["kind", "says"], name="one_rule_a_saying"),
            CheckConstraint(condition=Q(kind__in=KINDS), name="rule_kind_is_known"),
            CheckConstraint(condition=Q(priority__in=[*ORDER, UP]), name="rule_priority_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.says}"
