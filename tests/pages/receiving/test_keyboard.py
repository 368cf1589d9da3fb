"""A request is taken in with the keyboard alone, in a real browser."""

import pytest

pytestmark = pytest.mark.browser
PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}


def answer(page):
    """The line is answered: a new ticket, ready for who calls."""
    page.goto("/tickets/new/")
    page.wait_for_selector("#typed:focus")


def call(page, number):
    """The line is answered by one key: the number, Enter."""
    page.goto("/tickets/")
    page.keyboard.press("c")
    page.wait_for_selector("#typed:focus")
    page.keyboard.type(number)
    page.keyboard.press("Enter")
    page.wait_for_selector("#customer-card")


def test_a_call_is_taken_in_by_keyboard_alone(desk, chromium):
    page = desk.page(chromium, "lin")
    call(page, "+86 138-1234-5678")
    assert "苏州恒锐精密" in page.inner_text("#customer-card") and "138****5678" in page.inner_text("#customer-card")
    page.wait_for_selector("#title:focus")
    page.keyboard.type("刀库换刀卡住，停产了")
    page.wait_for_selector("#priority-P0:checked")
    assert "停产" in page.inner_text("#weighed")
    for key in ("Tab", "Tab", "ArrowDown", "Tab", *["ArrowDown"] * 3):  # to the mood: displeased; to the kind: repair
        page.keyboard.press(key)
    page.wait_for_selector("#own input")
    page.wait_for_selector("#apart")
    page.focus("#apart")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.wait_for_selector("#apart:has(option[value=another]:checked)")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("#ticket")
    text = page.inner_text("main")
    assert "P0" in text and "刀库换刀卡住" in text and "another matter" in text and "mood: " in text
    assert page.blocked == []


def test_a_customer_nobody_knew_is_written_down_on_the_way(desk, chromium):
    page = desk.page(chromium, "lin")
    answer(page)
    page.keyboard.type("0512-66881234转8001")
    page.keyboard.press("Enter")
    page.wait_for_selector("#newcomer #name:focus")
    assert page.input_value("#phone") == "0512-66881234转8001"
    page.keyboard.type("何丽")
    page.focus("#title")
    page.keyboard.type("请问怎么开发票")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("#ticket")
    call(page, "0512 6688 1234#8001")
    assert "何*" in page.inner_text("#customer-card") and "请问怎么开发票" in page.inner_text("#customer-card")
    assert page.blocked == []


def test_arrow_keys_choose_among_several(desk, chromium):
    page = desk.page(chromium, "lin")
    answer(page)
    page.keyboard.type("州")
    page.keyboard.type("恒锐")
    page.wait_for_selector("#hits [data-hit][aria-selected='true']")
    page.keyboard.press("ArrowDown")
    assert "write down a new customer" in page.inner_text("#hits [aria-selected='true']")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.wait_for_selector("#customer-card")


def test_a_chase_is_one_press_from_what_was_found(desk, chromium):
    page = desk.page(chromium, "lin")
    answer(page)
    page.keyboard.type("13812345678")
    page.locator("#hits .chase").first.click()
    page.wait_for_selector("#hits .done")
    assert "chased 1 time" in page.inner_text("#hits .done") and page.blocked == []


def test_what_was_chosen_before_the_scripts_came_is_answered(desk, chromium):
    page = desk.page(chromium, "lin")
    page.route("**/*.js", lambda route: None)  # held
    page.goto("/tickets/new/", wait_until="commit")
    page.fill("#title", "刀库换刀卡住，停产了")
    page.select_option("#service_type", label="Repair")
    page.unroute("**/*.js")  # and let go
    page.wait_for_selector("#own input")
    page.wait_for_selector("#priority-P0:checked")
    assert page.blocked == []


def test_what_the_browser_brings_back_is_answered(desk, chromium):
    page = desk.page(chromium, "lin")
    answer(page)
    page.select_option("#service_type", label="Repair")
    page.wait_for_selector("#own input")
    page.goto("/tickets/")
    page.go_back()
    page.wait_for_selector("#own input")
    page.wait_for_selector("#weighed:has-text('within')")
    assert page.locator("#service_type option:checked").inner_text() == "Repair" and page.blocked == []


@pytest.mark.parametrize("address", ["/tickets/new/", "/urgency/"])
def test_a_phone_needs_no_sideways_scrolling(desk, chromium, address):
    page = desk.page(chromium, "ma", **PHONE)
    page.goto(address)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
