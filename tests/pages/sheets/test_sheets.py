"""A sheet in a browser, as the desk and its worker are really served."""

import pytest

from tests.pages.sheets.workbooks import workbook

pytestmark = pytest.mark.browser
PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
PASTED = "工单编号\t优先级\t问题描述\t报修时间\nP1\t特别急\t漏水\t2026-03-02 09:00\nP2\t高\t异响\t2026-03-02 10:00\n"


@pytest.fixture
def sheet(tmp_path):
    """Two hundred rows, twenty of them bad."""
    content, _ = workbook(200)
    (tmp_path / "台账.xlsx").write_bytes(content)
    return tmp_path / "台账.xlsx"


def test_a_file_is_read_shown_and_comes_in_while_one_looks_on(desk, chromium, sheet):
    page = desk.page(chromium, "ma")
    for added in ("180", "0"):
        page.goto("/sheets/")
        page.set_input_files("#file", str(sheet))
        assert "台账.xlsx" in page.inner_text(".drop label")
        page.click("#bring .btn-primary")
        page.click(".start .btn-primary")
        page.wait_for_selector("#state a.btn-primary", timeout=60_000)
        assert page.locator(".counts dd").all_inner_texts()[3] == added
    assert "20 rows with errors" in page.inner_text("#bad h2")
    page.click("#state a.btn-primary")
    assert page.locator(".rows .subj").count() > 10
    assert page.blocked == []


def test_what_is_pasted_is_read_again_as_soon_as_a_word_gets_its_code(desk, chromium):
    page = desk.page(chromium, "ma", **PHONE)
    page.goto("/sheets/")
    page.fill("#text", PASTED)
    page.click("#bring .btn-primary")
    page.wait_for_selector("#mapping")
    page.wait_for_load_state()
    page.select_option("#word-priority-1", "P0")
    page.wait_for_selector("#word-priority-1", state="detached")
    page.get_by_label("问题描述").select_option("")
    page.wait_for_selector("[data-unused] >> text=问题描述")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.blocked == []
