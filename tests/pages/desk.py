"""A desk that is really served, for browsers: its own folder, its own port, stopped at the end."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any

from playwright.sync_api import Browser, Page

from .company import PASSWORD

ROOT = Path(__file__).parents[2]


class Desk:
    """`with Desk(folder) as desk:` furnishes and serves it; `desk.page(chromium, "zhang")` is a page of it."""

    furnished_by = "tests.pages.furnish"

    def __init__(self, folder: Path) -> None:
        self.port = _free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.env = os.environ | {
            "JISHI_VAR": str(folder),
            "JISHI_DATABASE_URL": f"sqlite:///{folder}/jishi.db",
            "JISHI_DEBUG": "1",
            "DJANGO_SETTINGS_MODULE": "jishi.settings",
        }

    def __enter__(self) -> "Desk":
        self._run("-m", self.furnished_by)
        serve = [sys.executable, "-m", "jishi", "serve", "--port", str(self.port)]
        self.server = subprocess.Popen(serve, env=self.env, cwd=ROOT, stdout=subprocess.DEVNULL)
        self._wait()
        return self

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.server.terminate()
        self.server.wait(20)

    def page(self, browser: Browser, number: str = "", *, language: str = "en", **context: object) -> Page:
        """A page of its own, logged in as `number`; errors and what its policy forbids are kept in `page.blocked`."""
        page = browser.new_context(base_url=self.url, **context).new_page()
        page.context.add_cookies([{"name": "language", "value": language, "url": self.url}])
        page.wait_for_selector = _once_loaded(page, page.wait_for_selector)
        page.blocked = []
        page.on("console", lambda said: page.blocked.append(said.text) if "Content Security" in said.text else None)
        page.on("pageerror", lambda error: page.blocked.append(str(error)))
        if number:
            log_in(page, number)
        return page

    def _run(self, *arguments: str) -> None:
        subprocess.run([sys.executable, *arguments], env=self.env, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)

    def _wait(self, seconds: float = 60) -> None:
        until = time.monotonic() + seconds
        while True:
            try:
                urllib.request.urlopen(f"{self.url}/login/", timeout=5).close()
                return
            except OSError:
                if self.server.poll() is not None or time.monotonic() > until:
                    raise
                time.sleep(0.1)


def _once_loaded(page: Page, wait: Callable[..., Any]) -> Callable[..., Any]:
    """What is seen can be pressed: keys are heard once the scripts of a page are there."""

    def waits(*selector: Any, **how: Any) -> Any:
        found = wait(*selector, **how)
        page.wait_for_load_state()
        return found

    return waits


def log_in(page: Page, number: str) -> None:
    page.goto("/login/")
    page.fill("#number", number)
    page.fill("#password", PASSWORD)
    page.click("main .btn-primary")
    page.wait_for_url(lambda url: "/login/" not in url)


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return asked.getsockname()[1]
