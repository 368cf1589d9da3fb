"""An empty desk that has just begun is set up step by step in a real browser, and signed for."""

import pytest

from tests.pages.desk import Desk

pytestmark = pytest.mark.browser


class Begun(Desk):
    furnished_by = "tests.pages.setting_up.begun"


@pytest.fixture(scope="module")
def begun(tmp_path_factory):
    with Begun(tmp_path_factory.mktemp("begun")) as desk:
        yield desk


def test_a_begun_desk_is_set_up_step_by_step_and_signed_for(begun, chromium):
    page = begun.page(chromium, "admin")
    page.goto("/setting-up/")
    assert "The company has no name yet." in page.inner_text("#step-company")
    page.fill("#company-name", "启衡装备")
    page.click("#step-company button")
    assert "○" not in page.inner_text("#step-company")
    page.click("#step-teams a")
    page.fill("#department-new [name=name]", "客服中心")
    page.click("#department-new button")
    page.wait_for_selector("#department-1")
    page.fill("#team-new [name=name]", "热线组")
    page.select_option("#team-new [name=department]", label="客服中心")
    page.click("#team-new button")
    page.wait_for_selector("#team-1")
    page.goto("/setting-up/types/")
    page.get_by_role("link", name="Repair").click()
    page.select_option("#ends", "arrived")
    page.click("#type-form .btn-primary")
    page.wait_for_url("**/setting-up/types/")
    page.goto("/setting-up/benchmarks/")
    page.select_option("#indicator", "on_time")
    for name, said in (("value", "90"), ("source", "审计版年报"), ("dated", "2026-01-31"), ("population", "全部工单")):
        page.fill(f"#{name}", said)
    page.click("#benchmark-form .btn-primary")
    page.wait_for_selector("td >> text=审计版年报")
    page.goto("/setting-up/")
    page.click("#sign .btn-primary")
    page.wait_for_url("**/setting-up/records/1/")
    paper = page.inner_text("#paper")
    said = ("启衡装备", "热线组", "Received → Arrived", "90.0\u00a0%", "审计版年报", "The roster ends before today.")
    assert [words for words in said if words not in paper] == [] and page.blocked == []


@pytest.mark.parametrize("address", ["/setting-up/", "/setting-up/organisation/", "/setting-up/fields/"])
def test_a_phone_needs_no_sideways_scrolling(begun, chromium, address):
    page = begun.page(chromium, "admin", viewport={"width": 390, "height": 844}, is_mobile=True)
    page.goto(address)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
