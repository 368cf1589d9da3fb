"""Somebody of every role in Lin's team, and nobody; a ticket and a person near them, and far."""

import pytest

from jishi.directory.models import Customer, Supplier
from jishi.directory.people import hire
from jishi.directory.rights import ROLES
from jishi.tickets.receiving import receive
from tests.pages.conftest import plain_static  # noqa: F401  (pages here are read as there)
from tests.security import walking

NOBODY = "nobody"
WHO = (NOBODY, *ROLES)


def pytest_addoption(parser):
    parser.addoption("--renew", action="store_true", help="write the table of doors anew")


@pytest.fixture(scope="session")
def renewed(pytestconfig):
    """Who -> row -> status as walked, to be written at the end; None where the table is only compared with."""
    answers = {} if pytestconfig.getoption("--renew", default=False) else None
    yield answers
    if answers:
        walking.write(answers)


@pytest.fixture
def somebody(house):
    """`somebody("agent")`: one of that role in Lin's team; "nobody" has not logged in."""

    def of(role):
        if role == NOBODY:
            return None
        supplier = Supplier.objects.create(name="快修科技") if role == "supplier" else None
        return hire("0007", "某某", role, team=house.desk, department=house.lin.department, supplier=supplier)

    return of


@pytest.fixture
def numbers(house, repair, told):
    """Of the tickets and the people that stand for near and far."""
    words = {"title": "别处的工单", "customer": Customer.objects.create(number="C-9", name="周远")}
    far = receive(told(1, "09:00"), service_type=house.types["repair"], team=house.other, priority="P2", **words)
    return {"tickets": {"near": repair.number, "far": far.number}, "people": {"near": "1002", "far": "2001"}}
