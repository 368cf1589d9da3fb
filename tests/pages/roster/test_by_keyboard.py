"""The roster drawn up by keyboard in a browser, as it is really served."""

import pytest

pytestmark = pytest.mark.browser


@pytest.fixture(autouse=True)
def thursday():
    """The desk is served by its own process, at the time it is."""


def test_a_letter_sets_the_shift_one_is_on_and_the_arrows_go_on(desk, chromium):
    page = desk.page(chromium, "zhang")
    page.goto("/roster/")
    first = page.locator("button.duty").first
    first.focus()
    page.keyboard.press("e")
    page.wait_for_selector("button.duty:focus b:has-text('E')")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("n")
    page.wait_for_selector("button.duty:focus b:has-text('N')")
    page.keyboard.press("l")
    page.wait_for_selector("button.duty[data-lead]:focus")
    page.keyboard.press("Delete")
    page.wait_for_selector("button.duty:focus:not(:has(b))")
    page.reload()
    assert page.locator("button.duty b").all_inner_texts() == ["E"]
    assert page.blocked == []
