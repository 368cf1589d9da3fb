from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from jishi.demonstration.company import company
from jishi.demonstration.history import history

NOW = datetime(2026, 11, 23, 15, 0, tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.fixture(scope="session")
def now():
    return NOW


@pytest.fixture(scope="session")
def qiheng():
    """The company as `jishi demo` shows it."""
    return company(now=NOW)


@pytest.fixture(scope="session")
def year(qiheng):
    return history(qiheng)


@pytest.fixture(scope="session")
def small():
    """A small year of the same company, for what must be told twice."""
    return company(seed=7, now=NOW, tickets=400, clients=60)
