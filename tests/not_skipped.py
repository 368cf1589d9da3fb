"""Nothing is skipped in silence: a skipped test, or one expected to fail, has failed."""

import pytest


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
