from django.conf import settings
from django.db import models
from django.db.models import CASCADE, PROTECT

from .people import ServicePoint, Team


class Shift(models.Model):
    """A kind of shift (早班, 中班, 夜班). Its `letter` stands in the roster, its `key` sets it by keyboard.

    `hours`: [["22:00", "08:00"]], on the wall of `zone`; what runs over midnight belongs to the day it begins on.
    """

    code = models.SlugField(max_length=24, unique=True)
    name = models.CharField(max_length=40)
    name_en = models.CharField(max_length=40, blank=True)
    letter = models.CharField(max_length=2, unique=True)
    key = models.CharField(max_length=1, unique=True)
    hours = models.JSONField(default=list)
    zone = models.CharField(max_length=64, default="Asia/Shanghai")
    active = models.BooleanField(default=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "id"]

    def __str__(self) -> str:
        return self.name


class Duty(models.Model):
    """Who works which shift on a day, for which team and from which service point. `lead`: the duty lead (值班长)."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, CASCADE, related_name="duties", db_index=False)
    day = models.DateField()
    shift = models.ForeignKey(Shift, PROTECT, related_name="duties", db_index=False)
    team = models.ForeignKey(Team, PROTECT, null=True, blank=True, related_name="+", db_index=False)
    point = models.ForeignKey(ServicePoint, PROTECT, null=True, blank=True, related_name="+", db_index=False)
    lead = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "day"], name="one_duty_a_day")]
        indexes = [
            models.Index(fields=["day"]),
            models.Index(fields=["team", "day"]),
            models.Index(fields=["point", "day"]),
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.shift_id} {self.person_id}"
