"""What the company has named in two languages."""

from typing import Protocol

from django.utils.translation import get_language


class Named(Protocol):
    name: str
    name_en: str


def called(row: Named, language: str = "") -> str:
    """Its name in that language, else in the reader's; where no English one was given, the one there is."""
    return row.name_en if row.name_en and (language or get_language() or "").startswith("en") else row.name
