"""Goodwill on Mr. Chen's boiler."""

import pytest

from jishi.directory.people import hire
from jishi.tickets.granting import grant


@pytest.fixture
def lead(house):
    """Gao leads the department of Lin and Wang."""
    return hire("5001", "高组长", "lead", team=house.desk, department=house.desk.department)


@pytest.fixture
def give(repair, told):
    """`give(1, "10:00", "80")`: Lin gives a refund on Mr. Chen's boiler."""

    def act(day, time, amount, ticket=None, kind="refund", by=None):
        return grant(ticket or repair, told(day, time, by=by, note="上门迟到，致歉"), goodwill=kind, amount=amount)

    return act
