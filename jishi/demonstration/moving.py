"""The desk of the demonstration company: built beside everything else, in a file of its own, whole or not at all."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from django.conf import settings

FRESH = 12 * 3600  # seconds a built desk is still "ending now"


class Moving:
    """Moves the company in with a process of its own; a fresh desk of the same company is used as it is."""

    def __init__(self, folder: Path, seed: int, tickets: int, now: datetime, anew: bool = False) -> None:
        self.desk = folder / f"desk-{seed}-{tickets}-{shape()}.db"
        self.making = self.desk.with_suffix(".making.db")
        self.wish = ["--seed", str(seed), "--tickets", str(tickets), "--now", now.isoformat()]
        self.anew = anew
        self.process: subprocess.Popen[str] | None = None

    @property
    def environment(self) -> dict[str, str]:
        return os.environ | {"JISHI_DATABASE_URL": url(self.desk)}

    def begin(self) -> None:
        if self._is_fresh():
            return
        self.desk.parent.mkdir(parents=True, exist_ok=True)
        clear(self.making)
        self.process = subprocess.Popen(
            [sys.executable, "-m", "jishi.demonstration", *self.wish],
            env=os.environ | {"JISHI_DATABASE_URL": url(self.making)},
            stdout=subprocess.PIPE,
            stderr=open(self.making.with_suffix(".log"), "w"),  # noqa: SIM115 (the process keeps it)
            text=True,
        )

    def steps(self) -> Iterator[tuple[int, int]]:
        """(done, all) as it goes."""
        for line in self.process.stdout or () if self.process else ():
            done, _, total = line.strip().partition("/")
            if done.isdecimal() and total.isdecimal():
                yield int(done), int(total)

    def settle(self) -> str:
        """Put the finished desk in its place; answers what went wrong, or nothing."""
        if self.process and self.process.wait():
            return self.making.with_suffix(".log").read_text()
        if self.process:
            clear(self.desk)
            self.making.rename(self.desk)
        return ""

    def _is_fresh(self) -> bool:
        return not self.anew and self.desk.exists() and time.time() - self.desk.stat().st_mtime < FRESH


def shape() -> str:
    """Which migrations a desk was built by: one of another shape is built anew."""
    return sha256("".join(sorted(path.name for path in settings.HOME.glob("*/migrations/0*.py"))).encode()).hexdigest()[
        :8
    ]


def url(path: Path) -> str:
    return f"sqlite:///{path.resolve()}"


def clear(path: Path) -> None:
    """Remove a database with its journal files."""
    for file in (path, Path(f"{path}-wal"), Path(f"{path}-shm")):
        file.unlink(missing_ok=True)
