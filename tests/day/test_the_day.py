"""A day of the desk: what its pages said, and what they added up to."""

import pytest

from tests.pages.test_desk import seconds
from tests.pages.test_every_room import EYE, NAMES

pytestmark = pytest.mark.browser
MINUTE = 60
STEPS = {
    "given": ("New", "林珊"),
    "attempted": ("New", "nobody answered"),
    "contacted": ("Open", "the contact clock has stopped"),
    "escalated": ("Open", "已试：复位、重启伺服、换插头。"),
    "accepted": ("Open", "王磊"),
    "resolved": ("Resolved", "换编码器电缆，试车正常"),
    "confirmed": ("Resolved", "Confirmed by the customer"),
}


def test_each_step_stands_on_the_ticket(played):
    assert list(played.seen) == list(STEPS)
    assert [step for step, told in STEPS.items() if not all(words in played.seen[step] for words in told)] == []


def test_only_the_connected_call_met_the_contact_clock(played):
    clocks = opened(played.lin.page)
    assert "in time" in clocks["contact"] and "no queue data" in clocks["answer"]


def test_handed_over_at_minute_eight_and_taken_at_minute_twenty(played):
    page = played.lin.page
    spent = {name: total(page, name) for name in ("contact", "handover", "takeover", "resolution")}
    assert {name: round(amount / MINUTE) for name, amount in spent.items()} == {
        "contact": 2,
        "handover": 8,
        "takeover": 12,
        "resolution": 35,
    }


def test_every_strip_explains_its_number_to_the_second(played):
    page = played.lin.page
    ids = page.evaluate("[...document.querySelectorAll('.clock:has(.why)')].map(one => one.id)")
    names = [one.removeprefix("clock-") for one in ids]
    assert {"contact", "handover", "takeover", "resolution"} <= set(names)
    for name in names:
        rows = page.locator(f"#clock-{name} .why tbody .num").all_text_contents()
        assert sum(seconds(row) for row in rows) == total(page, name), name


def test_the_time_of_each_line_adds_up(played):
    page = played.lin.page
    rows = [seconds(row) for row in page.locator("#held tbody tr td:nth-child(2)").all_text_contents()]
    whole = seconds(page.locator("#held tfoot td:nth-child(2)").text_content())
    *first, pool, second = rows  # some seconds nobody had it yet
    assert [round(row / MINUTE) for row in (sum(first), pool, second)] == [10, 12, 13] and sum(rows) == whole


def total(page, name):
    return seconds(page.locator(f"#clock-{name} .why tfoot .num").text_content())


def opened(page):
    """What each clock says, by its name."""
    clocks = page.locator(".clock").all()
    return {one.get_attribute("id").removeprefix("clock-"): " ".join(one.text_content().split()) for one in clocks}


def test_nobody_met_a_script_that_failed(played):
    assert played.xu.page.blocked == played.lin.page.blocked == played.wang.page.blocked == []


def test_the_day_is_told_in_chinese_too(day, played):
    page = played.lin.page
    page.context.add_cookies([{"name": "language", "value": "zh-hans", "url": day.url}])
    page.reload()
    page.evaluate(EYE)
    assert page.evaluate("names => eye.foreign(names)", NAMES) == []
    assert "无排队数据" in page.inner_text("#clock-answer") and "升级池" in page.inner_text("#held")
