import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from jishi.management.commands import demo

HOUSE = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def shown(tmp_path_factory):
    """The demonstration, small, in a process of its own as people start it."""
    folder = tmp_path_factory.mktemp("demo")
    wish = ["--tickets", "150", "--now", "2026-11-23T15:00", "--no-serve", "--folder", str(folder)]
    done = subprocess.run(
        [sys.executable, "-m", "jishi", "demo", *wish],
        cwd=HOUSE, env=os.environ | {"JISHI_VAR": str(folder / "var")}, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return folder, done.stdout


def test_the_demonstration_leaves_a_sheet_a_report_and_a_desk(shown):
    folder, said = shown
    sheet, desk = next(folder.glob("*.xlsx")), next(folder.glob("desk-*.db"))
    assert sheet.name in said.replace("\n", "")
    assert str(folder / "report.html") in said
    with sqlite3.connect(desk) as inside:
        assert inside.execute("SELECT count(*) FROM tickets_ticket").fetchone()[0] > 140


def test_one_log_in_a_role_is_printed(shown):
    _, said = shown
    for role in ("manager", "agent", "engineer", "second_line", "supplier"):
        assert f"\n{role}" in said


def test_a_desk_of_today_is_not_built_twice(shown, tmp_path):
    folder, _ = shown
    desk = next(folder.glob("desk-*.db"))
    again = demo.Moving(folder, demo.SEED, 150, demo.moment(""))
    again.begin()
    assert (again.desk, again.process) == (desk, None)
    assert demo.Moving(tmp_path, demo.SEED, 150, demo.moment(""))._is_fresh() is False


def test_no_browser_is_no_trouble(tmp_path, monkeypatch):
    def broken():
        raise demo.webbrowser.Error("none here")

    monkeypatch.setattr(demo.sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(demo.webbrowser, "get", broken)
    demo.show(tmp_path / "report.html")


def test_an_unreadable_moment_is_refused(tmp_path):
    with pytest.raises(CommandError, match="yesterday"):
        call_command("demo", folder=tmp_path, now="yesterday")
