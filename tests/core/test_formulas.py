"""Laws of text that a spreadsheet would calculate."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jishi.core.formulas import disarmed, is_formula, rearmed

BEGINNINGS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM",
    "'=1",
    ' "=1',
    "\u3000=1",
    "“=1",
]


@pytest.mark.parametrize("text", BEGINNINGS)
def test_what_a_spreadsheet_would_calculate_is_disarmed(text):
    assert is_formula(text) and disarmed(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "1=1", "a-b", "'", "主轴 -5 度", "≠"])
def test_other_text_stays_as_it_is(text):
    assert disarmed(text) == text


@given(st.text(alphabet="=+-@'\" \t＝a1", max_size=8))
def test_what_was_disarmed_is_armed_again(text):
    assert rearmed(disarmed(text)) == text
    assert not disarmed(text).startswith(("=", "+", "-", "@", "\t", "＝"))
