"""The roster's pages on Thursday 5 March 2026, nine o'clock in Shanghai."""

import pytest

from tests.cast import moment
from tests.directory.conftest import away, rostered

__all__ = ["away", "rostered"]


@pytest.fixture(autouse=True)
def thursday(monkeypatch, house):
    monkeypatch.setattr("django.utils.timezone.now", lambda: moment(4, "09:00"))


@pytest.fixture
def boss(reads, house):
    return reads(house.boss)
