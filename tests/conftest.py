"""What all tests share. Nothing is skipped in silence: a skipped test has failed."""

import pytest
from hypothesis import settings
from playwright.sync_api import sync_playwright

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


def not_skipped(report):
    if report.outcome == "skipped":
        report.outcome = "failed"
        vars(report).pop("wasxfail", None)  # pytest would forgive it
        report.longrepr = f"skipped, and nothing may be: {report.longrepr}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    return not_skipped((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector):
    return not_skipped((yield))


@pytest.fixture(scope="session")
def chromium():
    """Debian's Chromium, driven by Playwright."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()
