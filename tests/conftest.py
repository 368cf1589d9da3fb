"""What all tests share."""

import pytest
from django.utils import translation
from hypothesis import settings
from playwright.sync_api import sync_playwright

pytest_plugins = ["tests.not_skipped", "tests.cast"]

settings.register_profile("house", deadline=None)  # how long an example takes says nothing about right or wrong
settings.load_profile("house")

CHROMIUM = "/usr/bin/chromium"
QUIET = [
    "--no-sandbox",  # tests may run as root, and load nothing but our own pages
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(autouse=True)
def language_of_the_house():
    """Each test begins in it, whatever language a page of the test before was read in."""
    translation.deactivate()


@pytest.fixture(scope="session")
def chromium():
    """Debian's Chromium, driven by Playwright."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()
