"""Promises and calendars in a browser, as they are really served."""

import pytest

pytestmark = pytest.mark.browser
PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}


def fits(page):
    return page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_cell_is_typed_over_tried_and_published(desk, chromium):
    page = desk.page(chromium, "ma")
    page.goto("/policy/")
    page.keyboard.press("e")
    page.wait_for_url("**version=**")
    cell = page.locator(".promise tbody tr").nth(1).locator(".cell").nth(2)
    cell.locator("input[name=target]").click()
    page.keyboard.type("soon")
    page.keyboard.press("Tab")
    cell.get_by_role("alert").get_by_text("“soon” is not a length of time").wait_for()
    cell.locator("input[name=target]").fill("45m")
    page.keyboard.press("Tab")
    page.locator("#standing .was", has_text="45 min").wait_for()
    assert cell.get_attribute("data-changed") is not None
    page.select_option("#try-channel", "mail")
    page.locator("#tried", has_text="45 min").wait_for()
    page.get_by_role("link", name="Publish…").click()
    page.wait_for_load_state()  # what is typed before the scripts are there is heard by nobody
    page.fill("#effective_at", "2098-01-01T00:00")
    page.get_by_role("button", name="Publish v2 from 2098-01-01 00:00").click()
    page.locator(".versions li", has_text="To come").wait_for()
    assert page.blocked == []


def test_a_row_is_opened_by_keyboard_and_shut_again(desk, chromium):
    page = desk.page(chromium, "ma")
    page.goto("/policy/")
    page.locator("button", has_text="Edit as a draft").click()
    page.wait_for_url("**version=**")
    page.get_by_role("button", name="All terms of row 15").focus()
    page.keyboard.press("Enter")
    page.locator("#term-clock:focus").wait_for()
    page.keyboard.press("Escape")
    page.locator("#row-form form").wait_for(state="detached")
    page.locator("summary", has_text="Discard the draft").click()
    page.get_by_role("button", name="Discard it").click()
    page.locator("button", has_text="Edit as a draft").wait_for()
    assert page.blocked == []


def test_a_day_is_walked_to_by_arrows_and_closed(desk, chromium):
    page = desk.page(chromium, "ma")
    page.goto("/calendars/service/?year=2027")
    page.locator("button", has_text="Edit as a draft").click()
    page.wait_for_url("**version=**")
    page.locator("button.d[value='2027-06-07']").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.locator(".day-form h2", has_text="15 June").wait_for()
    page.get_by_label("Holiday: closed").check()
    page.get_by_label("What it is called").fill("厂庆")
    page.locator(".day-form .btn-primary").click()
    page.locator("button.d[value='2027-06-15'][data-changed]").wait_for()
    page.locator(".runs", has_text="厂庆").wait_for()
    page.locator("summary", has_text="Discard the draft").click()
    page.get_by_role("button", name="Discard it").click()
    page.locator("button", has_text="Edit as a draft").wait_for()
    assert page.blocked == []


def test_working_time_is_counted_as_it_is_asked(desk, chromium):
    page = desk.page(chromium, "lin")
    page.goto("/calendars/service/")
    page.fill("#since", "2026-09-30T17:30")
    page.fill("#until", "2026-10-08T10:00")
    page.keyboard.press("Tab")
    page.locator("#worked .fig", has_text="1 h 30 min").wait_for()
    page.fill("#amount", "4h")
    page.keyboard.press("Tab")
    page.locator("#worked", has_text="2026-10-08 14:00").wait_for()
    assert page.blocked == []


@pytest.mark.parametrize("language", ["en", "zh-hans"])
@pytest.mark.parametrize("address", ["/policy/", "/calendars/"])
def test_both_pages_fit_a_phone(desk, chromium, address, language):
    page = desk.page(chromium, "ma", language=language, **PHONE)
    page.goto(address)
    assert fits(page)
    assert page.locator("input:visible:not([aria-label])").evaluate_all("all => all.every(one => one.labels.length)")
