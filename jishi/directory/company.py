"""Whose desk this is."""

from django.conf import settings

from .access import write
from .models import Company, Person


def company() -> str:
    """As named here, else by the environment."""
    return Company.objects.values_list("name", flat=True).first() or settings.COMPANY


def name_it(by: Person, name: str) -> None:
    Company.objects.update_or_create(pk=1, defaults={"name": name.strip()[:120]})
    write(by, "set-up", "company")
