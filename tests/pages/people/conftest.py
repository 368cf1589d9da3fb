"""An administrator, and a lead who may manage people but sees her own department only."""

import pytest

from jishi.directory.models import Role
from jishi.directory.people import hire


@pytest.fixture
def admin(house, reads):
    return reads(hire("0001", "管理员", "administrator"))


@pytest.fixture
def head(house, reads):
    Role.objects.filter(code="lead").update(rights=[*Role.objects.get(code="agent").rights, "people"])
    return reads(hire("1009", "张薇", "lead", team=house.desk, department=house.lin.department))
