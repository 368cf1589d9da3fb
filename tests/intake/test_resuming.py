"""An import whose worker is killed goes on with another, and ends as if nothing had happened (TRUST X10)."""

import os
import shutil
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.pages.sheets.workbooks import workbook

ROOT = Path(__file__).parents[2]
ROWS = 900


class Started:
    """A desk of its own whose sheet is about to come in."""

    def __init__(self, folder: Path, database: Path) -> None:
        self.database = database
        url = {"JISHI_DATABASE_URL": f"sqlite:///{database}", "DJANGO_SETTINGS_MODULE": "jishi.settings"}
        self.env = os.environ | url | {"JISHI_VAR": str(folder)}

    def run(self, *arguments: str) -> str:
        command = [sys.executable, "-m", *arguments]
        return subprocess.run(command, env=self.env, cwd=ROOT, check=True, capture_output=True, text=True).stdout

    def work(self) -> subprocess.Popen:
        return subprocess.Popen([sys.executable, "-m", "jishi", "work"], env=self.env, cwd=ROOT)

    def ask(self, sql: str) -> list[tuple]:
        with sqlite3.connect(self.database, timeout=20) as desk:
            return desk.execute(sql).fetchall()

    def wait_for(self, tickets: int) -> None:
        until = time.monotonic() + 120
        while self.ask("SELECT added FROM intake_upload")[0][0] < tickets:
            assert time.monotonic() < until
            time.sleep(0.02)


@pytest.fixture
def started(tmp_path):
    desk = Started(tmp_path, tmp_path / "desk.db")
    (tmp_path / "old.xlsx").write_bytes(workbook(ROWS)[0])
    desk.run("tests.intake.resuming_play", "begin", str(tmp_path / "old.xlsx"))
    shutil.copy(tmp_path / "desk.db", tmp_path / "other.db")
    return desk, Started(tmp_path, tmp_path / "other.db")


def test_killed_half_way_and_taken_up_by_another_it_ends_the_same(started):
    desk, clean = started
    worker = desk.work()
    desk.wait_for(ROWS // 4)
    worker.kill()
    worker.wait()
    done = desk.ask("SELECT added FROM intake_upload")[0][0]
    assert desk.ask("SELECT count(*) FROM tickets_ticket")[0][0] == done < ROWS * 0.9
    desk.ask("UPDATE watch_job SET lease_until = '2026-01-01 00:00:00'")  # the lease has lapsed
    for each in (desk, clean):
        each.run("jishi", "work", "--once")
    told = [each.run("tests.intake.resuming_play", "tell").split() for each in (desk, clean)]
    assert told[0] == told[1] and told[0][:4] == ["imported", "810", "0", "810"]
