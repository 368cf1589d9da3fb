import pytest

from jishi.intake.cells.flags import flag
from jishi.intake.cells.numbers import number
from jishi.intake.cells.text import blank, number_like, shortened, shown


@pytest.mark.parametrize(
    "said", ["", " ", "\u3000", None, "?", "-", "——", "/", "N/A", "null", "无", "暂无", "0000-00-00 00:00:00"]
)
def test_many_signs_say_nothing(said):
    assert blank(said)


@pytest.mark.parametrize("said", ["0", 0, False, "陈*", "x", "无法开机", "no"])
def test_nothing_said_is_not_the_same_as_nothing(said):
    assert not blank(said)


def test_numbers_that_a_spreadsheet_made_floats_are_whole_again():
    assert number_like(13800001111.0) == number_like("13800001111.0") == number_like("'13800001111") == "13800001111"
    assert number_like("A-12.5") == "A-12.5"


def test_a_number_whose_last_digits_are_lost_is_noticed():
    assert shortened("1.38E+10")
    assert not shortened("13800001111")
    assert not shortened(13800001111.0)


def test_full_width_blanks_at_the_ends_are_taken_off_and_masked_names_kept():
    assert shown("\u3000陈*\u00a0") == "陈*"


@pytest.mark.parametrize(
    ("cell", "meant"),
    [
        ("是", True),
        ("√", True),
        ("TRUE", True),
        (True, True),
        ("1", True),
        ("否", False),
        ("×", False),
        ("no", False),
        (0.0, False),
        ("超时", None),
    ],
)
def test_yes_and_no_are_ticked_in_many_ways(cell, meant):
    assert flag(cell) is meant


@pytest.mark.parametrize(
    ("cell", "meant"),
    [("1,234", 1234), ("95分", 95), ("4.5/5", 4.5), ("98%", 98), (4.0, 4), ("好", None), (True, None)],
)
def test_a_score_may_carry_its_sign(cell, meant):
    assert number(cell) == meant
