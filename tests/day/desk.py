"""A served desk whose wall clock the tests turn, and people who have no mouse."""

import time
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from playwright.sync_api import Browser, Page

from tests.pages.company import PASSWORD
from tests.pages.desk import Desk

MORNING = datetime(2026, 3, 10, 10, tzinfo=ZoneInfo("Asia/Shanghai"))  # a Tuesday
CLOCKWORK = Path(__file__).with_name("clockwork")
FURTHEST = 120  # how often somebody presses Tab before giving up


class Day(Desk):
    """`day.turn(8)`: it is eight minutes past ten, in every process of the desk."""

    furnished_by = "tests.day.furnish"

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.clock = folder / "clock"
        self.env |= {"DAY_CLOCK": str(self.clock), "PYTHONPATH": str(CLOCKWORK)}
        self.turn(-5)

    def turn(self, minute: float) -> None:
        told = MORNING + timedelta(minutes=minute)
        fresh = self.clock.with_suffix(".new")
        fresh.write_text(f"{told.timestamp()} {time.time()}")
        fresh.replace(self.clock)

    def sit(self, browser: Browser, number: str, **context: object) -> "Hands":
        """Somebody comes in, by keyboard."""
        hands = Hands(self.page(browser, **context))
        hands.page.goto("/login/")
        hands.types(number)
        hands.press("Tab")
        hands.types(PASSWORD)
        hands.press("Enter")
        hands.page.wait_for_url(lambda url: "/login/" not in url)
        return hands


class Hands:
    """Ten fingers on a keyboard; no method presses a mouse."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, *keys: str) -> None:
        self._faces()
        for key in keys:
            self.page.keyboard.press(key)

    def types(self, words: str) -> None:
        self._faces()
        self.page.keyboard.type(words)

    def goes(self, selector: str) -> None:
        """By Tab, from wherever one is, round the page if need be."""
        for _ in range(FURTHEST):
            if self.page.evaluate("it => document.activeElement.matches(it)", selector):
                return
            self.press("Tab")
        raise AssertionError(f"no way to {selector} by keyboard on {self.page.url}")

    def picks(self, selector: str, words: str) -> None:
        """An option of a list, from its first down to it."""
        self.goes(selector)
        self.press("Home")
        for _ in range(FURTHEST):
            if words in self.page.evaluate("document.activeElement.selectedOptions[0]?.text ?? ''"):
                return
            self.press("ArrowDown")
        raise AssertionError(f"{words} is not to be chosen in {selector}")

    def opens(self, room: str) -> None:
        """A room of the rail."""
        self.goes(f"nav.rail a[href='{room}']")
        with self.page.expect_navigation():
            self.press("Enter")

    def finds(self, words: str) -> None:
        """The one ticket these words find."""
        self.press("/")
        self.types(words)
        with self.page.expect_navigation():
            self.press("Enter")
        self.press("j", "Enter")
        self.sees("#ticket")

    def sees(self, selector: str) -> None:
        self.page.wait_for_selector(selector)

    def reads(self, selector: str) -> str:
        return self.page.inner_text(selector)

    def _faces(self) -> None:
        """The page before one, and all of it: keys are heard once its scripts are there."""
        self.page.bring_to_front()
        self.page.wait_for_load_state()
