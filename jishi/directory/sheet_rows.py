"""Rows of a sheet that tell of the directory: what one says, and what of it cannot be taken."""

from collections.abc import Mapping
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.core.validators import validate_email


class Row(NamedTuple):
    """A row of the sheet: what it says, by column; empty cells say nothing."""

    number: int
    said: Mapping[str, str]


class Fault(NamedTuple):
    """A cell that cannot be taken, and the code of the reason."""

    row: int
    column: str
    value: str
    reason: str


def is_mail(text: str) -> bool:
    try:
        validate_email(text)
    except ValidationError:
        return False
    return len(text) <= 254
