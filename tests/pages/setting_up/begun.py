"""Begins an empty desk as `jishi begin` does; run as a program before a browser sets it up."""

import django

django.setup()

from django.utils import timezone  # noqa: E402

from jishi.directory.models import Person  # noqa: E402
from jishi.management.beginning import NUMBER, begin  # noqa: E402
from tests.pages.company import PASSWORD  # noqa: E402

if __name__ == "__main__":
    begin("沈一凡", timezone.now())
    first = Person.objects.get(number=NUMBER)
    first.set_password(PASSWORD)
    first.save()
