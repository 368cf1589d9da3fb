from django.conf import settings
from django.db import models
from django.db.models import CASCADE, Q

SKILL_KINDS = ("service_type", "category", "product")


class Skill(models.Model):
    """What a person can do: a service type by its code, a category by its id, products by what kind they are."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, CASCADE, related_name="skills", db_index=False)
    of = models.CharField(max_length=12)
    code = models.CharField(max_length=120)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "of", "code"], name="a_skill_once"),
            models.CheckConstraint(condition=Q(of__in=SKILL_KINDS), name="skill_kind_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.of} {self.code}"
