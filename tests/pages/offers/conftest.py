"""The shift of tests/assigning, seen through pages: everybody is there now."""

import pytest
from django.utils import timezone

from jishi.assigning import rules
from jishi.assigning.seeking import seek
from jishi.directory.models import Person


@pytest.fixture
def there(house):
    """Lin and Wang say they are available."""
    Person.objects.filter(pk__in=[house.lin.pk, house.wang.pk]).update(presence="available", presence_at=timezone.now())
    return rules.add(house.boss, timezone.now(), minutes=10)


@pytest.fixture
def offer(there, repair):
    """The repair is offered to Lin."""
    assert seek(repair.pk, timezone.now()) == "offered"
    return repair.offers.get()
