"""Lengths, hours and dates as people write them."""

from datetime import date

import pytest
from django.utils.translation import override

from jishi.core.refused import Refused
from jishi.pages import written
from jishi.words.promises import typed


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("30m", 1800),
        ("2h", 7200),
        ("4 小时", 14400),
        ("1天", 86400),
        ("1 h 30 min", 5400),
        ("半小时", 1800),
        ("１０分钟", 600),
        ("90s", 90),
        ("1:30", 5400),
        ("", None),
        ("–", None),
        ("无", None),
    ],
)
def test_a_length_is_read_as_people_write_it(text, seconds):
    assert written.length(text) == seconds


@pytest.mark.parametrize("text", ["30", "soon", "2 hours or so", "5x", "h", "9" * 400])
def test_a_length_without_a_clear_unit_is_refused(text):
    with pytest.raises(Refused) as refused:
        written.length(text)
    assert refused.value.code == "unreadable-length"


@pytest.mark.parametrize("text", ["0m", "400 days"])
def test_no_time_and_more_than_a_year_are_no_promise(text):
    with pytest.raises(Refused) as refused:
        written.length(text)
    assert refused.value.code == "no-length"


@pytest.mark.parametrize("language", ["en", "zh-hans"])
@pytest.mark.parametrize("seconds", [1, 60, 75, 600, 3600, 5400, 86400, 86461, 259200, 31_536_000])
def test_what_a_field_shows_is_read_back_the_same(seconds, language):
    with override(language):
        assert written.length(typed(seconds)) == seconds


@pytest.mark.parametrize(
    "text",
    [
        "09:00-12:00 13:30-18:00",
        "9:00–12:00, 13:30–18:00",
        "9:00~12:00；13:30~18:00",
        "９：００-12:00、13:30-18:00",
        "9-12 13:30-18",
    ],
)
def test_hours_are_read_as_people_write_them(text):
    assert written.hours(text) == [["09:00", "12:00"], ["13:30", "18:00"]]


def test_a_day_off_has_no_hours():
    assert written.hours("") == written.hours(" – ") == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("nine to five", "unreadable-hours"),
        ("09:00-12:00 lunch", "unreadable-hours"),
        ("25:00-26:00", "bad-time"),
        ("09:00-13:00 12:00-18:00", "hours-overlap"),
        ("09:00-09:00", "hours-empty"),
    ],
)
def test_hours_that_are_none_are_refused(text, code):
    with pytest.raises(Refused) as refused:
        written.hours(text)
    assert refused.value.code == code


def test_a_date_is_a_date():
    assert written.day("2027-02-28", "since") == date(2027, 2, 28)
    with pytest.raises(Refused):
        written.day("2027-02-30", "since")
    with pytest.raises(Refused):
        written.day("0001-01-01", "since")


def test_a_whole_number_within_bounds():
    assert (written.whole("5", "warn", 100), written.whole(" ", "warn", 100)) == (5, None)
    for text in ("0", "101", "five", "1.5", "٣٣٣", "0000000100000", "1" * 5_000):
        with pytest.raises(Refused):
            written.whole(text, "warn", 100)
