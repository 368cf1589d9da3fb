"""Amounts are exact, and what is no amount is refused."""

import pytest

from jishi.core.goodwill import Limit, allows, exact, hundredths
from jishi.core.refused import Refused


@pytest.mark.parametrize(
    ("said", "amount"), [("120", 12_000), ("9.90", 990), ("¥1,280.5", 128_050), (" 0.01 ", 1), ("0", 0)]
)
def test_an_amount_is_read_to_the_hundredth(said, amount):
    assert hundredths(said, "money") == amount


@pytest.mark.parametrize(
    "said", ["", "many", "-5", "1.005", "NaN", "Infinity", "1e12", "1e999999", "1000000.01", "1 2", "¥"]
)
def test_what_is_no_amount_is_refused(said):
    with pytest.raises(Refused, match="bad-amount"):
        hundredths(said, "money")


def test_days_are_whole():
    assert hundredths("7", "days") == 700
    with pytest.raises(Refused, match="bad-amount"):
        hundredths("7.5", "days")


def test_an_amount_is_written_as_it_was_read():
    assert [exact(amount) for amount in (1, 990, 12_000)] == ["0.01", "9.90", "120.00"]


def test_a_limit_holds_to_the_hundredth():
    limit = Limit(30, 100)
    assert allows(limit, 20, case=10, month=80)
    assert not allows(limit, 21, case=10, month=0)
    assert not allows(limit, 21, case=0, month=80)
