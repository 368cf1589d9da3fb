"""Who keeps the register."""

import pytest


@pytest.fixture
def boss(house, reads):
    return reads(house.boss)
