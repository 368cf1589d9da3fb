"""Fills the database of the settings with the cast; run as a program before a browser looks at it."""

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.utils import timezone  # noqa: E402

from tests.pages.company import play  # noqa: E402

if __name__ == "__main__":
    call_command("migrate", verbosity=0)
    for name, ticket in play(timezone.now()).tickets.items():
        print(name, ticket.number)
