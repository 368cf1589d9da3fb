"""The report in a browser: desk and phone, light and dark, in both languages."""

import pytest

from jishi.reports import html


@pytest.fixture(params=["zh", "en"])
def opened(request, chromium, tmp_path):
    """Opens a diagnosis at a width; the page keeps what its console complained of and what it asked for."""

    def open_(diagnosis, width=360, scheme="light"):
        html.write(diagnosis, tmp_path / "report.html", request.param)
        page = chromium.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
        request.addfinalizer(page.close)
        page.complaints, page.asked = [], []
        page.on("console", lambda message: page.complaints.append(message.text))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.on("request", lambda asked: page.asked.append(asked.url))
        page.goto((tmp_path / "report.html").as_uri())
        page.wait_for_selector("#clocks canvas" if diagnosis["clocks"] else "#clocks")
        return page

    return open_


@pytest.mark.parametrize("width", [360, 768, 1440])
@pytest.mark.parametrize("file", ["diagnosis", "hostile", "crowded", "unfinished", "untimed"])
def test_no_screen_scrolls_sideways(request, opened, file, width):
    page = opened(request.getfixturevalue(file), width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.complaints == []


def test_it_asks_the_network_for_nothing(opened, diagnosis):
    asked = opened(diagnosis).asked
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    assert len([url for url in asked if url.startswith("file:")]) == 1


def test_a_folded_clock_shows_its_chart_when_it_opens(opened, diagnosis):
    diagnosis["clocks"]["contact"] = diagnosis["clocks"]["resolution"] | {"n": 700}
    diagnosis["distribution"]["contact"] = diagnosis["distribution"]["resolution"]
    page = opened(diagnosis)
    assert not page.locator("#clock-contact .chart").is_visible()
    page.locator("#clock-contact > summary").click()
    page.wait_for_selector("#clock-contact canvas", state="visible")
    assert page.locator("#clock-contact canvas").bounding_box()["width"] > 250


def test_charts_follow_the_colours_of_the_page(opened, diagnosis):
    page = opened(diagnosis, 1440)
    drawn = "document.querySelector('#clocks canvas').toDataURL()"
    by_day = page.evaluate(drawn)
    page.emulate_media(color_scheme="dark")
    page.wait_for_timeout(300)
    assert page.evaluate(drawn) != by_day
