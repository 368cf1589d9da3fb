from datetime import time, timedelta

import pytest

from jishi.intake.cells.durations import duration, unit_in


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        ("1天2小时3分", 93_780),
        ("1 天 2 小时 3 分钟", 93_780),
        ("１天２小时３分", 93_780),
        ("26:03:00", 93_780),
        ("26:03", 93_780),
        ("1 day, 02:03:00", 93_780),
        ("1d 2h 3m", 93_780),
        ("半小时", 1_800),
        ("1个半小时", 5_400),
        ("1小时半", 5_400),
        ("3.5小时", 12_600),
        ("90 min", 5_400),
        ("1 hour and 5 minutes", 3_900),
        ("-0:30", -1_800),
        (timedelta(hours=26, minutes=3), 93_780),
        (time(2, 3), 7_380),
    ],
)
def test_a_duration_is_understood_however_it_is_written(written, seconds):
    assert duration(written) == seconds


def test_a_bare_number_needs_the_unit_of_its_heading():
    assert duration("90") is None
    assert duration("90", 60) == duration(90.0, 60) == 5_400


@pytest.mark.parametrize("not_one", ["", "two hours", "1天后", "12:75", None, True, "3 apples"])
def test_what_is_no_duration_is_not_guessed(not_one):
    assert duration(not_one) is None


@pytest.mark.parametrize(
    ("heading", "seconds"),
    [
        ("处理时长(小时)", 3600),
        ("时长（分钟）", 60),
        ("用时/分钟", 60),
        ("响应分钟数", 60),
        ("Full resolution time in minutes", 60),
        ("Duration (hrs)", 3600),
        ("wait_s", 1),
        ("处理时长", None),
        ("到场时间", None),
    ],
)
def test_a_heading_may_name_the_unit(heading, seconds):
    assert unit_in(heading) == seconds
