"""Another department is asked in one step, on the ticket, in a real browser."""

import pytest

pytestmark = pytest.mark.browser


def test_a_department_is_asked_on_the_ticket(desk, chromium):
    page = desk.page(chromium, "zhang")
    page.goto("/tickets/")
    page.get_by_role("link", name="VMC-850").click()
    page.locator("#matters summary").click()
    page.select_option("#matter-department", label="华南服务部")
    page.fill("#matter-asked", "Encoder cable in stock?")
    page.locator("#matters .btn-primary").click()
    page.wait_for_selector("#matters li >> text=Encoder cable in stock?")
    page.goto("/matters/sheet/")
    assert "Encoder cable in stock?" in page.inner_text("#paper") and page.blocked == []


@pytest.mark.parametrize("address", ["/matters/", "/matters/sheet/"])
def test_a_phone_needs_no_sideways_scrolling(desk, chromium, address):
    page = desk.page(chromium, "zhang", viewport={"width": 390, "height": 844}, is_mobile=True)
    page.goto(address)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
