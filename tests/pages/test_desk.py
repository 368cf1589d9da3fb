"""The desk in a browser, as it is really served."""

import pytest

pytestmark = pytest.mark.browser
PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}


def open_spindle(page):
    page.goto("/tickets/")
    page.get_by_role("link", name="VMC-850").click()
    page.wait_for_selector("#ticket")


def test_an_agent_pauses_a_ticket_and_reads_why(desk, chromium):
    page = desk.page(chromium, "zhang")
    open_spindle(page)
    page.keyboard.press("p")
    page.select_option("#ask-reason", "waiting_parts")
    page.fill("#ask-note", "spindle encoder, Thursday")
    page.locator(".ask .btn-primary").click()
    page.wait_for_selector(".tag:has-text('Paused')")
    assert "paused ·" in page.inner_text("#clock-arrival header")
    assert "waiting for parts" in page.inner_text("#clock-arrival .why")
    page.keyboard.press("p")
    page.wait_for_selector(".tag:has-text('Open')")
    assert page.blocked == []


def test_the_rows_of_the_explanation_add_up_to_its_total(desk, chromium):
    page = desk.page(chromium, "zhang")
    open_spindle(page)
    counted = [seconds(text) for text in page.locator("#clock-arrival .why tbody .num").all_inner_texts()]
    assert sum(counted) == seconds(page.inner_text("#clock-arrival .why tfoot .num")) > 0


def seconds(text: str) -> int:
    """ "1 h 05 min 3 s" to seconds; a dash is none."""
    units = {"h": 3600, "min": 60, "s": 1}
    parts = text.replace("\xa0", " ").split()
    return sum(int(n) * units[unit] for n, unit in zip(parts[::2], parts[1::2], strict=False) if unit in units)


def test_a_refused_verb_says_what_to_do_and_changes_nothing(desk, chromium):
    first, second = (desk.page(chromium, "zhang") for _ in range(2))
    for page in (first, second):
        page.goto("/tickets/?q=" + "地基")
        page.locator(".subj a").first.click()
        page.wait_for_selector("#ticket")
    first.locator("[data-key='p']").click()
    first.wait_for_selector(".tag:has-text('Open')")
    second.locator("[data-key='p']").click()
    assert "not possible" in second.inner_text("#refused .refused")


def test_keys_lead_through_the_list(desk, chromium):
    page = desk.page(chromium, "zhang")
    page.goto("/tickets/")
    page.keyboard.press("j")
    page.keyboard.press("j")
    title = page.inner_text("tr[aria-selected='true'] .subj a")
    page.keyboard.press("Enter")
    page.wait_for_selector("#ticket")
    assert title in page.inner_text("h1")


def test_a_request_taken_in_stands_in_the_list_with_its_clock_running(desk, chromium):
    page = desk.page(chromium, "lin")
    page.goto("/tickets/")
    page.keyboard.press("c")
    page.fill("#title", "Pump is silent")
    page.select_option("#service_type", label="Repair")
    page.wait_for_selector("#own input")
    page.click("text=Take it in")
    page.wait_for_selector("#clock-contact .strip")
    page.goto("/tickets/?q=silent")
    assert page.locator(".rows .strip-col .strip").count() == 1
    assert page.blocked == []


def test_conditions_are_fetched_when_asked_for(desk, chromium):
    page = desk.page(chromium, "zhang")
    page.goto("/tickets/")
    page.keyboard.press("f")
    page.select_option("#by-priority", "P1")
    page.click("text=Show these tickets")
    page.wait_for_url("**priority=P1**")
    assert page.locator(".chip b").inner_text() == "P1 important"


@pytest.mark.parametrize("address", ["/tickets/", "/board/", "/more/", "/tickets/new/", "/parts/"])
@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_a_phone_needs_no_sideways_scrolling(desk, chromium, address, language):
    page = desk.page(chromium, "zhang", language=language, **PHONE)
    page.goto(address)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.blocked == []


@pytest.mark.parametrize("width", [340, 390, 700, 1440])
@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_the_labels_of_a_strip_do_not_touch(desk, chromium, width, language):
    page = desk.page(chromium, language=language, viewport={"width": width, "height": 900})
    page.goto("/parts/")
    page.wait_for_function("document.fonts.status === 'loaded'")
    assert page.locator(".strip[data-size=full] text").count() > 20
    assert page.evaluate(TOUCHING) == []


TOUCHING = """[...document.querySelectorAll('.strip[data-size=full]')].flatMap(strip => {
  const texts = [...strip.querySelectorAll('text')].map(text => [text.textContent, text.getBoundingClientRect()]);
  const seen = texts.filter(([, box]) => box.width);
  return seen.flatMap(([a, p], i) => seen.slice(i + 1).filter(([, q]) =>
    p.left < q.right - 1 && q.left < p.right - 1 && p.top < q.bottom - 3 && q.top < p.bottom - 3).map(([b]) => [a, b]));
})"""
