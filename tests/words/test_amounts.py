"""Amounts are said as people say them."""

import pytest
from django.utils import translation

from jishi import words


def said(text):
    return text.replace(words.SPACE, " ")


@pytest.mark.parametrize(
    ("seconds", "english", "chinese"),
    [
        (0, "0 s", "0 秒"),
        (0.44, "0.4 s", "0.4 秒"),
        (99, "99 s", "99 秒"),
        (100, "1 min 40 s", "1 分 40 秒"),
        (300, "5 min", "5 分"),
        (599.6, "10 min", "10 分"),
        (45 * 60 + 29, "45 min", "45 分"),
        (59 * 60 + 40, "1 h", "1 小时"),
        (2 * 3600 + 5 * 60, "2 h 05 min", "2 小时 5 分"),
        (47 * 3600 + 59 * 60, "47 h 59 min", "47 小时 59 分"),
        (48 * 3600 - 10, "2 d", "2 天"),
        (51 * 3600, "2 d 3 h", "2 天 3 小时"),
        (367 * 86400, "367 d", "367 天"),
        (-32, "−32 s", "−32 秒"),
        (None, "–", "–"),
    ],
)
def test_a_duration_is_said_in_at_most_two_units(seconds, english, chinese):
    with translation.override("en"):
        assert said(words.duration(seconds)) == english
    with translation.override("zh-hans"):
        assert said(words.duration(seconds)) == chinese


@pytest.mark.parametrize(
    ("part", "words_of_it"),
    [(0, "0 %"), (1, "100 %"), (0.99996, "> 99.9 %"), (0.0001, "< 0.1 %"), (0.6281, "62.8 %"), (0.72, "72.0 %")],
)
def test_what_is_not_quite_all_or_nothing_is_not_rounded_to_it(part, words_of_it):
    assert said(words.share(part)) == words_of_it


def test_a_figure_and_its_unit_stay_on_one_line():
    assert " " not in words.duration(7500) + words.share(0.5)


def test_an_interval_says_its_unit_once():
    assert said(words.span([0.6, 0.656])) == "60.0–65.6 %"
    assert words.span(None) == "–"


def test_a_name_cannot_steer_a_terminal_or_turn_the_line_around():
    assert words.plain("a\x1b[2J\u202egnp\nb\u2028c\ue000d") == "a[2Jgnp b cd"


def test_a_stressed_name_stays_text():
    with translation.override("en"):
        assert words.stressed(f"{words.text.strong('<i>x</i>')} & more") == "<b>&lt;i&gt;x&lt;/i&gt;</b> &amp; more"


def test_our_codes_have_words_and_other_peoples_names_stay():
    with translation.override("en"):
        assert words.value("P0", "priority") == "P0 critical"
        assert words.value("1", "weekday") == "Monday"
        assert words.value("华东", "department") == "华东"
        assert words.value("(none)", "department") == "(not given)"
