"""Knowledge at work, in a real browser: searched, written, published, used on a ticket."""

import pytest

pytestmark = pytest.mark.browser
TITLE = "AL-2041 先查编码器插头"
BODY = "## 处理\n1. 断电\n2. 重新插紧 **编码器** 插头\n<script>document.title='broken'</script>"


@pytest.fixture(scope="module")
def published(desk, chromium):
    """Zhang writes the article and publishes it."""
    page = desk.page(chromium, "zhang")
    page.goto("/knowledge/")
    page.keyboard.press("c")
    page.fill("#title", TITLE)
    page.fill("#body", BODY)
    page.click("text=Save draft")
    page.click("text=Publish…")
    page.locator(".say-why .btn-primary").click()
    page.wait_for_selector("text=Reviewed, still right")
    assert page.title() != "broken" and page.blocked == []


def test_an_article_is_found_and_used_on_a_ticket(desk, chromium, published):
    page = desk.page(chromium, "zhang")
    page.goto("/knowledge/")
    page.keyboard.press("s")
    page.keyboard.type("编码器插头")
    page.wait_for_selector("#articles .rows")
    assert TITLE in page.inner_text("#articles")
    page.goto("/tickets/")
    page.get_by_role("link", name="VMC-850").click()
    page.locator("#knowing button", has_text="Used this").first.click()
    page.wait_for_selector("#knowing li >> text=version 1")
    assert TITLE in page.input_value(".reply[data-tab=note] textarea")
    assert page.blocked == []


def test_what_is_typed_into_a_new_ticket_brings_the_article(desk, chromium, published):
    page = desk.page(chromium, "lin")
    page.goto("/tickets/new/")
    page.locator("#title").press_sequentially("报警 AL-2041 编码器")
    page.wait_for_selector("#suggested a")
    assert TITLE in page.inner_text("#suggested")
    assert page.blocked == []


@pytest.mark.parametrize("address", ["/knowledge/", "/knowledge/study/", "/knowledge/write/", "/knowledge/studies/"])
def test_a_phone_needs_no_sideways_scrolling(desk, chromium, published, address):
    page = desk.page(chromium, "zhang", viewport={"width": 390, "height": 844}, is_mobile=True)
    page.goto(address)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
