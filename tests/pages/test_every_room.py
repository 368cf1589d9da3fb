"""What holds in every room of the desk, in a real browser: a new room is looked at as soon as it stands in the rail."""

from pathlib import Path

import pytest
from django.urls import reverse

from jishi.pages.rooms import ROOMS
from tests.pages.desk import Desk

pytestmark = pytest.mark.browser

EYE = Path(__file__).with_name("looking.js").read_text(encoding="utf-8")
DESKTOP, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
BETWEEN = ({"width": 1200, "height": 800}, {"width": 900, "height": 700})  # an old laptop, a tablet
# Beside the rooms: what one opens from them.
BESIDE = (
    "receive",
    "account",
    "more",
    "take-on",
    "people-bring",
    "customer-new",
    "customers-bring",
    "article-write",
    "knowledge-study",
    "matters-sheet",
    "roster-month",
    "roster-bring",
    "leave",
    "records-signed",
    "organisation",
    "set-up-types",
    "set-up-fields",
    "set-up-benchmarks",
)
# Not English: names of ours and of things, names of the company's own, what a customer might say, numbers of staff.
OURS = r"Jishi|Excel|App|English|Ctrl|Enter|Esc|Shift|xlsx|csv|json|ics|holiday-cn|Asia/Shanghai"
NAMES = OURS + r"|gold|\{\w+\}|“[^”]+”|\b(lin|wang|zhang|zhou|ma|ning)\b"


@pytest.fixture(scope="module")
def untouched(tmp_path_factory):
    """A desk of its own: what other tests have typed into theirs, in any language, is not looked at here."""
    with Desk(tmp_path_factory.mktemp("looked")) as desk:
        yield desk


@pytest.fixture(scope="module")
def looked(untouched, chromium):
    """`looked("en")`: the page of an administrator, who may open every room, in that language."""
    pages = {}

    def at(language):
        if language not in pages:
            pages[language] = untouched.page(chromium, "ning", language=language)
            pages[language].add_init_script(EYE)
        return pages[language]

    return at


@pytest.fixture(params=[*(room.code for room in ROOMS), *BESIDE, "ticket"])
def room(request):
    return request.param


def go(page, room):
    page.blocked.clear()
    page.set_viewport_size(DESKTOP)
    page.goto(reverse("tickets") if room == "ticket" else reverse(room))
    if room == "ticket":
        page.get_by_role("link", name="VMC-850").first.click()
        page.wait_for_selector("#ticket")
    page.wait_for_selector(".htmx-request, [hx-trigger=load]", state="detached")
    return page


def looked_at(page, *faults):
    """Each of the faults that is there, with the places."""
    found = {fault: page.evaluate(f"eye.{fault}()") for fault in faults}
    return {fault: places for fault, places in found.items() if places}


def test_everybody_can_read_and_reach_all_of_it(looked, room):
    page = go(looked("en"), room)
    assert looked_at(page, "unnamed", "primaries", "headless") == {}
    for theme in ("light", "dark"):
        page.evaluate(f"eye.turned('{theme}')")
        assert looked_at(page, "faint") == {}
    page.keyboard.press("Tab")
    assert looked_at(page, "unseen") == {}
    for size in (*BETWEEN, PHONE):
        page.set_viewport_size(size)
        assert looked_at(page, "wide") == {}, size
    assert page.blocked == []


def test_its_chinese_is_all_chinese_and_fits_a_phone(looked, room):
    page = go(looked("zh-hans"), room)
    assert page.evaluate("names => eye.foreign(names)", NAMES) == []
    page.set_viewport_size(PHONE)
    assert looked_at(page, "wide", "unnamed") == {}
    assert page.blocked == []
