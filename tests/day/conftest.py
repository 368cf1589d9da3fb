"""The day is played once; the tests read what was seen on the way and what stands at its end."""

import pytest

from tests.day.desk import Day
from tests.day.playing import play


@pytest.fixture(scope="session")
def day(tmp_path_factory):
    with Day(tmp_path_factory.mktemp("day")) as day:
        yield day


@pytest.fixture(scope="session")
def played(day, chromium):
    return play(day, chromium)
