"""Whose desk this is."""

from functools import lru_cache

from django.conf import settings
from django.utils import timezone

from .access import write
from .models import Company, Person


def company() -> str:
    """As named here, else by the environment. Every page says it, so that other processes hear of it a minute late."""
    return _said(timezone.now().strftime("%H:%M"))


def named() -> str:
    return Company.objects.values_list("name", flat=True).first() or settings.COMPANY


def name_it(by: Person, name: str) -> None:
    Company.objects.update_or_create(pk=1, defaults={"name": name.strip()[:120]})
    write(by, "set-up", "company")
    _said.cache_clear()


@lru_cache(maxsize=1)
def _said(minute: str) -> str:
    return named()
