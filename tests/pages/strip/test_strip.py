"""The laws of the clock strip."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jishi.core import clock
from jishi.core.clock import Mark, Promise
from jishi.pages import strip
from jishi.pages.strip.labels import touching
from jishi.pages.strip.slices import FOLDED, cut, lines

from .readings import ALWAYS, OFFICE, at, boiler, courses


def say(code: str, **facts: object) -> str:
    """Words as long as the real ones."""
    return {
        "now": "现在 11:24",
        "due": "10 月 12 日 13:40 到期",
        "start": "10-09 周五 17:40",
        "paused": "暂停 12 小时 30 分",
    }.get(code, "周六 国庆节调休")


def kinds(drawn: strip.Strip) -> list[str]:
    return [f"{rect.kind} {rect.tone}".strip() for rect in drawn.rects]


@given(courses(), st.sampled_from(["row", "mid", "full"]))
def test_rects_tile_the_strip(course, size):
    drawn = strip.draw(*course, size)
    edge = 0.0
    for rect in drawn.rects:
        assert rect.x == pytest.approx(edge, abs=1e-6) and rect.width > 0
        edge = rect.x + rect.width
    assert edge == pytest.approx(100)


@given(courses())
def test_red_stands_only_right_of_the_flag(course):
    drawn = strip.draw(*course)
    for rect in drawn.rects:
        if rect.tone == "late":
            assert rect.x >= drawn.flag - 1e-6
        if rect.tone in ("ok", "warn") and drawn.flag is not None and not course[0].cycle:
            assert rect.x + rect.width <= drawn.flag + 1e-6


@given(courses(), st.sampled_from(["row", "full"]))
def test_folds_take_at_most_26_percent_together(course, size):
    folds = [rect.width for rect in strip.draw(*course, size).rects if rect.kind in FOLDED]
    assert sum(folds) <= 26 + 1e-6


@given(courses())
def test_the_table_adds_up_to_what_is_spent(course):
    reading, now = course
    rows = strip.explained(reading, now)
    assert strip.total(rows) == reading.spent.total_seconds()
    assert rows[0].since == reading.start
    assert all(a.until == b.since for a, b in pairwise(rows))


@given(courses())
def test_slices_tile_the_time_and_counted_ones_are_what_is_spent(course):
    reading, now = course
    slices = cut(reading, lines(reading, now, 0.75))
    assert all(a.until == b.since for a, b in pairwise(slices))
    assert sum(s.until - s.since for s in slices if s.kind == "counted") == reading.spent.total_seconds()


@given(courses(), st.integers(60, 500_000))
def test_a_common_scale_keeps_now_in_one_line(course, span):
    drawn = strip.draw(*course, span=span)
    assert drawn.now is None or drawn.now == pytest.approx(40, abs=1e-6)
    assert all(rect.x >= -1e-6 and rect.x + rect.width <= 100 + 1e-6 for rect in drawn.rects)


@settings(max_examples=200)
@given(courses(), st.integers(280, 1600))
def test_no_two_labels_touch_at_280_px_or_wider(course, width):
    drawn = strip.draw(*course, "full", say=say)
    assert touching([*drawn.below, *drawn.above], width) == []


@given(courses())
def test_labels_stay_within_a_narrow_strip(course):
    drawn = strip.draw(*course, "full", say=say)
    for label in (*drawn.below, *drawn.above):
        assert label.widens or (label.reach(280)[0] >= -1 and label.reach(280)[1] <= 281)


def test_a_strip_stays_small_however_long_the_clock_ran():
    reading = clock.read([Mark("start", at("01-05 09:00"))], Promise(None), OFFICE, at("11-20 09:00"))
    assert len(strip.draw(reading, at("11-20 09:00")).rects) <= 25


def test_a_pause_is_hatched_and_closed_hours_within_it_are_plain():
    drawn = strip.draw(boiler(), at("10-12 11:24"), "full")
    assert kinds(drawn)[:4] == ["counted ok", "closed", "counted ok", "paused"]
    assert "closed" in kinds(drawn)[4:8]


def test_past_the_warning_line_it_counts_amber_and_past_due_red():
    reading = boiler("10-12 15:00")
    assert [kind for kind in kinds(strip.draw(reading, at("10-12 15:00"))) if kind.startswith("counted")][-2:] == [
        "counted warn",
        "counted late",
    ]


def test_while_paused_what_is_to_come_is_dotted_and_the_flag_moves_on():
    reading = boiler("10-10 15:00")
    drawn = strip.draw(reading, at("10-10 15:00"))
    assert drawn.dotted and drawn.flag == pytest.approx(100) and reading.due is None


def test_a_finished_clock_ends_in_a_bar_and_has_no_now():
    drawn = strip.draw(boiler(end="10-12 11:00"), at("10-12 11:24"))
    assert drawn.now is None and drawn.end is not None and drawn.end < drawn.flag


def test_a_clock_that_waits_has_no_strip():
    reading = clock.read([], Promise(), ALWAYS, at("10-12 11:24"))
    assert strip.draw(reading, at("10-12 11:24")) is None
    assert strip.explained(reading, at("10-12 11:24")) == []


def test_a_clock_around_the_clock_has_no_folds():
    reading = clock.read([Mark("start", at("10-09 17:40"))], Promise(), ALWAYS, at("10-12 11:24"))
    assert kinds(strip.draw(reading, at("10-12 11:24"))) == ["counted ok"]


def test_numbers_are_written_for_svg_not_for_readers():
    rect = strip.draw(boiler(), at("10-12 11:24")).rects[1]
    assert rect.left.endswith("%") and "," not in rect.left + rect.wide


@pytest.mark.parametrize(
    ("now", "end", "tone", "code"),
    [
        ("10-10 09:20", "", "ok", "left"),
        ("10-12 11:24", "", "warn", "left"),
        ("10-12 15:00", "", "late", "over"),
        ("10-10 15:00", "", "still", "paused"),
        ("10-12 15:00", "10-12 11:30", "still", "met"),
        ("10-12 15:00", "10-12 14:30", "late", "over"),
    ],
)
def test_a_face_says_the_state_in_shape_and_tone(now, end, tone, code):
    found = strip.face(boiler(now, end), at(now))
    assert (found.tone, found.code) == (tone, code)


def test_a_long_table_is_gathered_and_still_adds_up():
    reading = clock.read([Mark("start", at("03-02 10:00"))], Promise(), OFFICE, at("11-20 09:00"))
    rows = strip.explained(reading, at("11-20 09:00"))
    assert len(rows) == 1 and len(rows[0].days) > 100
    assert strip.total(rows) == reading.spent.total_seconds()
