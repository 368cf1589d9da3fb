"""Somebody of every role in Lin's team, and nobody; one of everything near them, and far."""

import pytest

from jishi.directory.models import Supplier
from jishi.directory.people import hire
from jishi.directory.rights import ROLES
from tests.pages.conftest import plain_static, reads  # noqa: F401  (pages here are read as there)
from tests.security import walking
from tests.security.furnished import furnish

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
def things(house, repair, told):
    """`things(person)`: one of everything near them, and far (furnished.py)."""
    return lambda person: furnish(house, repair, told, person)


@pytest.fixture(autouse=True)
def own_folders(settings, tmp_path):
    settings.VAR, settings.MEDIA_ROOT = tmp_path, tmp_path / "media"
    (tmp_path / "exports").mkdir()
