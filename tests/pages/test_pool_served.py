"""The pool in a browser, by keyboard alone."""

import pytest

pytestmark = pytest.mark.browser


def test_what_first_line_hands_over_second_line_takes_by_one_key(desk, chromium):
    first, second = (desk.page(chromium, number) for number in ("lin", "wang"))
    first.goto("/tickets/?q=对账")
    first.keyboard.press("j")
    first.keyboard.press("Enter")
    first.wait_for_selector("#ticket")
    first.wait_for_load_state()  # keys are heard once the scripts are there
    first.keyboard.press("e")
    first.fill("#ask-description", "9 月上门服务费与合同单价不符")
    first.fill("#ask-tried", "已核对合同与派工单")
    first.locator(".ask .btn-primary").click()
    first.wait_for_selector(".did:has-text('Escalated'), .say:has-text('Escalated')")
    second.goto("/pool/")
    assert "已核对合同与派工单" in second.inner_text("#pool")
    second.keyboard.press("j")
    second.keyboard.press("t")
    second.wait_for_selector("#told:has-text('1 ticket done')")
    second.wait_for_selector("#pool:not(:has-text('已核对合同与派工单'))")
    assert first.blocked == second.blocked == []


def test_a_question_mark_tells_every_key_of_the_page(desk, chromium):
    page = desk.page(chromium, "zhang")
    page.goto("/tickets/")
    page.keyboard.press("?")
    told = page.inner_text("#keys[open] dl")
    assert "New ticket" in told and "up and down" in told and "Claim" in told
    page.keyboard.press("Escape")
    assert page.locator("#keys[open]").count() == 0
    page.keyboard.press("j")
    page.keyboard.press("x")
    assert page.inner_text(".marked output") == "1"
    page.keyboard.press("Escape")
    assert page.locator(".marked").is_hidden() and page.blocked == []
