"""What is offered is refused for a reason and accepted by the next; what is urgent gets its word in the pool's row."""

import pytest

from tests.pages.desk import Desk

pytestmark = pytest.mark.browser
SUBJECT = "备件订单显示已发货"
PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
PATIENCE = 100  # looks at the list before giving up on the worker


class Offering(Desk):
    furnished_by = "tests.pages.offers.furnish"


@pytest.fixture(scope="module")
def offering(tmp_path_factory):
    with Offering(tmp_path_factory.mktemp("offering")) as desk:
        yield desk


def offered(page):
    """The list with its offer on top; the next one is sought by the working process."""
    for _ in range(PATIENCE):
        page.goto("/tickets/")
        page.wait_for_selector("#offers-mine[aria-label]", state="attached")
        if page.locator("#offers-mine .offer").count():
            return page.locator("#offers-mine .offer")
        page.wait_for_timeout(200)
    raise AssertionError("nothing was offered")


def test_one_refuses_for_a_reason_the_next_takes_it_and_the_lead_sees_both(offering, chromium):
    sun, lin, zhang = (offering.page(chromium, number) for number in ("sun", "lin", "zhang"))
    lin.goto("/tickets/")
    lin.wait_for_selector("#offers-mine[aria-label]", state="attached")
    assert lin.locator("#offers-mine .offer").count() == 0
    offer = offered(sun)
    assert SUBJECT in offer.inner_text() and "left" in offer.inner_text()
    offer.locator("button:has-text('Refuse')").press("Enter")
    sun.wait_for_selector("#offers-mine .ask select:focus")
    sun.locator("#offers-mine .ask .btn-primary").press("Enter")
    assert sun.locator("#offers-mine .ask select:invalid").count() == 1  # not without a reason
    sun.select_option("#offers-mine .ask select", label="my shift ends")
    sun.fill("#offers-mine .ask [name=words]", "马上交接班")
    with sun.expect_navigation():
        sun.keyboard.press("Enter")
    sun.wait_for_selector("#offers-mine[aria-label]", state="attached")
    assert sun.locator("#offers-mine .offer").count() == 0
    assert SUBJECT in offered(lin).inner_text()
    with lin.expect_navigation():
        lin.locator("#offers-mine .offer button:has-text('I take it')").press("Enter")
    assert SUBJECT in lin.inner_text("#head h1") and "林珊" in lin.inner_text("#head")
    zhang.goto("/offers/")
    answered = zhang.inner_text(".answered")
    assert "孙悦" in answered and "my shift ends" in answered and "马上交接班" in answered
    assert "林珊" in answered and "Accepted" in answered
    assert sun.blocked == lin.blocked == zhang.blocked == []


def test_what_was_taken_meanwhile_is_offered_no_more_on_a_phone_either(offering, chromium):
    page = offering.page(chromium, "sun", **PHONE)
    page.goto("/tickets/")
    page.wait_for_selector("#offers-mine[aria-label]", state="attached")
    assert page.locator("#offers-mine .offer").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth") and page.blocked == []


def test_the_urgent_are_explained_or_handed_over_in_their_row_by_keyboard(offering, chromium):
    lin, wang = (offering.page(chromium, number) for number in ("lin", "wang"))
    lin.goto("/pool/")
    lin.wait_for_load_state()  # keys are heard once the scripts are there
    assert lin.locator("#urgent-head + table tbody tr").count() == 2
    lin.keyboard.press("j")
    first = lin.inner_text("tr[aria-selected] .subj a")
    lin.keyboard.press("w")
    lin.wait_for_selector("#together-form:has-text('1 ticket') [name=reason]:focus")
    assert first in lin.inner_text("#together-form")
    lin.select_option("#together-form [name=reason]", index=0)
    lin.locator("#together-form .btn-primary").press("Enter")
    lin.wait_for_selector("#told:has-text('1 ticket done')")
    lin.wait_for_selector(f"#pool:not(:has-text('{first}'))")
    lin.locator("#urgent-head + table tbody tr").hover()
    lin.locator("#urgent-head + table button:has-text('Escalate')").click()
    lin.wait_for_selector("#together-form [name=pool]:focus")
    lin.fill("#together-form [name=description]", "报表自今早起全空")
    lin.fill("#together-form [name=tried]", "已重启采集服务")
    lin.locator("#together-form .btn-primary").click()
    lin.wait_for_selector("#pool:not(:has(#urgent-head))")
    wang.goto("/pool/")
    assert "已重启采集服务" in wang.inner_text("#pool")
    assert lin.blocked == wang.blocked == []
