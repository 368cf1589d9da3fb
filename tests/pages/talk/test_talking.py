"""The composer in a browser: drafts, files, what is proposed, the bell."""

import base64
import io

import pytest
from PIL import Image

pytestmark = pytest.mark.browser
DOT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
PASTED = """async dot => {
  const bytes = Uint8Array.from(atob(dot), sign => sign.charCodeAt(0)), told = new DataTransfer();
  told.items.add(new File([bytes], 'image.png', { type: 'image/png' }));
  document.querySelector('#say-note textarea').dispatchEvent(
    new ClipboardEvent('paste', { clipboardData: told, bubbles: true, cancelable: true }));
}"""


def picture():
    drawn = io.BytesIO()
    Image.new("RGB", (80, 60), "teal").save(drawn, "PNG")
    return base64.b64encode(drawn.getvalue()).decode()


def open_ticket(page, words):
    page.goto(f"/tickets/?view=all&order=newest&q={words}")
    page.goto(page.locator(".subj a").first.get_attribute("href"))
    page.wait_for_selector("#composer[data-begun]")


def test_what_was_begun_outlives_a_reload_and_is_gone_once_sent(desk, chromium):
    page = desk.page(chromium, "zhang")
    open_ticket(page, "物流")
    page.keyboard.press("n")
    page.keyboard.type("the carrier lost it")
    page.set_input_files("#say-note [data-attach]", {"name": "slip.txt", "mimeType": "text/plain", "buffer": b"slip 7"})
    page.wait_for_selector("#say-note [data-stored]")
    page.reload()
    page.wait_for_selector("#say-note [data-stored]")
    assert page.input_value("#say-note textarea") == "the carrier lost it"
    assert page.input_value("#say-reply textarea") == ""
    page.focus("#say-note textarea")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector(".say[data-by=note] .file")
    assert page.input_value("#say-note textarea") == "" and page.locator("#composer [data-stored]").count() == 0
    assert page.blocked == []


def test_a_picture_is_pasted_seen_small_and_taken_out_again(desk, chromium):
    page = desk.page(chromium, "zhang")
    open_ticket(page, "VMC-850")
    page.keyboard.press("n")
    for _ in range(2):
        page.evaluate(PASTED, picture())
    page.wait_for_selector("#say-note [data-stored] + [data-stored]")
    page.locator("#say-note [data-drop]").first.click()
    page.wait_for_selector("#say-note [data-stored] + [data-stored]", state="detached")
    page.keyboard.press("Escape")
    page.locator("#say-note .send").click()
    page.wait_for_selector(".say[data-by=note] .pic img")
    assert page.evaluate("document.querySelector('.pic img').decode().then(() => true)")
    assert page.blocked == []


def test_what_is_sent_with_a_picture_still_on_its_way_waits_for_it(desk, chromium):
    page, held = desk.page(chromium, "zhang"), []
    open_ticket(page, "VMC-850")
    page.keyboard.press("n")
    page.keyboard.type("the plate of the motor")
    page.route("**/files/", lambda route: held.append(route))
    page.evaluate(PASTED, picture())
    page.wait_for_selector("#say-note progress")
    page.keyboard.press("Control+Enter")
    page.wait_for_timeout(200)
    assert page.input_value("#say-note textarea") == "the plate of the motor"
    held.pop().continue_()
    page.wait_for_selector(".say[data-by=note]:has-text('the plate of the motor') .pic img")
    assert page.input_value("#say-note textarea") == "" and page.locator("#composer [data-stored]").count() == 0
    assert page.blocked == []


def test_a_refused_file_says_why_and_the_words_stay(desk, chromium):
    page = desk.page(chromium, "zhang")
    open_ticket(page, "VMC-850")
    page.keyboard.press("r")
    page.keyboard.type("see the drawing")
    page.set_input_files(
        "#say-reply [data-attach]", {"name": "a.svg", "mimeType": "image/svg+xml", "buffer": b"<svg/>"}
    )
    assert "kinds of file" in page.inner_text("#refused .refused")
    assert page.input_value("#say-reply textarea") == "see the drawing"


def test_a_call_that_was_not_connected_leaves_the_clock_running(desk, chromium):
    page = desk.page(chromium, "zhang")
    open_ticket(page, "云平台")
    page.keyboard.press("b")
    page.select_option("#say-call [name=outcome]", "busy")
    page.locator("#say-call .send").click()
    page.wait_for_selector(".ev:has-text('busy')")
    assert "not connected, the contact clock runs on" in page.inner_text("#story")
    page.select_option("#say-call [name=outcome]", "connected")
    page.locator("#say-call .send").click()
    page.wait_for_selector("#story :text('the contact clock has stopped')")


def test_a_colleague_is_named_and_finds_it_under_the_bell(desk, chromium):
    page = desk.page(chromium, "zhang")
    open_ticket(page, "VMC-850")
    page.keyboard.press("n")
    page.keyboard.type("@林")
    page.wait_for_selector("#say-note [data-insert]")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.input_value("#say-note textarea") == "@林珊 "
    page.keyboard.press("Control+Enter")
    page.wait_for_selector(".say[data-by=note]:has-text('@林珊')")
    lin = desk.page(chromium, "lin")
    lin.goto("/notices/")
    unseen = int(lin.inner_text("#bell .n"))  # warnings of promises may stand there too
    assert lin.locator(".notices button:has-text('named you')").count() == 1
    lin.locator(".notices button:has-text('named you')").click()
    lin.wait_for_selector(".say[data-by=note]:has-text('@林珊')")
    left = lin.locator("#bell .n")
    assert (int(left.inner_text()) if left.count() else 0) == unseen - 1 and lin.blocked == []


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_the_composer_fits_a_phone(desk, chromium, language):
    page = desk.page(chromium, "zhang", language=language, **PHONE)
    open_ticket(page, "VMC-850")
    for tab in ("note", "call", "reply"):
        page.locator(f"#composer form:not([hidden]) [data-open={tab}]").tap()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        send = page.locator(f"#say-{tab} .send").bounding_box()
        assert send["x"] + send["width"] <= 390 and send["height"] >= 36
