"""What those outside, and those who ask by id, learn of our people and of customers: nothing that is not theirs."""

import pytest

from jishi.directory.models import Role, Supplier
from jishi.directory.people import hire
from tests.pages.told import text


@pytest.fixture
def ada(house, reads):
    """One of a supplier's two people, who may even manage people."""
    quick = Supplier.objects.create(name="快修科技")
    Role.objects.filter(code="supplier").update(rights=["people", "resolve"])
    hire("7002", "阿贝", "supplier", supplier=quick)
    return reads(hire("7001", "阿达", "supplier", supplier=quick))


def test_those_outside_see_their_own_people_by_number(ada):
    page = text(ada.get("/people/"))
    assert "7002" in page and "1001" not in page and "阿贝" not in page


def test_no_condition_of_a_list_names_our_people_to_those_outside(house, ada):
    said = text(ada.get("/tickets/conditions/")) + text(ada.get("/tickets/", {"owner": house.lin.pk}))
    assert "林晓" not in said and "王磊" not in said


def test_a_condition_on_a_customer_does_not_tell_who_they_are(house, repair, boiler, reads):
    mine, others = (
        text(reads(who).get("/tickets/", {"customer": boiler.customer_id})) for who in (house.lin, house.zhou)
    )
    assert "陈*" in mine and "陈建国" not in mine and "陈" not in others
