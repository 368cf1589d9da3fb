from django.db import models
from django.db.models import CASCADE, PROTECT, Q

from .called import called

FIELD_KINDS = ("text", "number", "date", "list")


class ServiceType(models.Model):
    """A kind of service. `starts` and `ends` name its own start and end of the response, as event kinds (R9).

    `demands`: what has to be known before it counts as done, of core.completion.DEMANDS (D14).
    """

    code = models.SlugField(max_length=32, unique=True, allow_unicode=True)
    name = models.CharField(max_length=80)
    name_en = models.CharField(max_length=80, blank=True)
    visits = models.BooleanField(default=False)  # somebody usually goes there
    starts = models.CharField(max_length=20, blank=True)
    ends = models.CharField(max_length=20, blank=True)
    demands = models.JSONField(default=list, blank=True)
    active = models.BooleanField(default=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "id"]

    def __str__(self) -> str:
        return called(self)


class Category(models.Model):
    """What it is about; a sub-category has a parent."""

    name = models.CharField(max_length=120)
    name_en = models.CharField(max_length=120, blank=True)
    parent = models.ForeignKey("self", PROTECT, null=True, blank=True, related_name="children")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["parent", "name"], name="one_name_a_parent"),
            models.UniqueConstraint(fields=["name"], condition=Q(parent=None), name="one_name_at_the_top"),
        ]

    def __str__(self) -> str:
        return called(self)


class FieldDef(models.Model):
    """A field a service type adds to its tickets; without a type, all tickets have it. Values: Ticket.extra[code]."""

    service_type = models.ForeignKey(ServiceType, CASCADE, null=True, blank=True, related_name="fields")
    code = models.SlugField(max_length=40)
    name = models.CharField(max_length=80)
    name_en = models.CharField(max_length=80, blank=True)
    kind = models.CharField(max_length=8, default="text")
    choices = models.JSONField(default=list, blank=True)
    required = models.BooleanField(default=False)
    masked = models.BooleanField(default=False)
    active = models.BooleanField(default=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["service_type", "code"], name="one_code_a_type"),
            models.UniqueConstraint(fields=["code"], condition=Q(service_type=None), name="one_code_for_all"),
            models.CheckConstraint(condition=Q(kind__in=FIELD_KINDS), name="field_kind_is_known"),
        ]

    def __str__(self) -> str:
        return called(self)
