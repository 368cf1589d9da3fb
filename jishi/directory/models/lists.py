from django.db import models
from django.db.models import Q

from .called import called

LISTS = (
    "pause", "breach", "cancel", "transfer", "return", "refusal", "explain", "fault", "result", "complaint",
    "goodwill",
)  # fmt: skip


class Item(models.Model):
    """One choice of a list people edit. Its code stands in journals, so it stays when it is retired.

    `facts` of a pause: `clocks` it stops, `approval` whether a lead has to agree, `longest` seconds it may last;
    of goodwill: its `unit`, of core.goodwill.UNITS.
    """

    list = models.CharField(max_length=16)
    code = models.SlugField(max_length=40)
    name = models.CharField(max_length=80)
    name_en = models.CharField(max_length=80, blank=True)
    facts = models.JSONField(default=dict, blank=True)
    active = models.BooleanField(default=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["list", "code"], name="one_code_a_list"),
            models.CheckConstraint(condition=Q(list__in=LISTS), name="list_is_known"),
        ]

    def __str__(self) -> str:
        """Its name in the reader's language."""
        return called(self)
