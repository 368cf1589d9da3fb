"""Sheets are kept in a folder of the test's own, and brought by the manager."""

import pytest


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.VAR = tmp_path


@pytest.fixture
def manager(reads, house):
    return reads(house.boss)
