"""Goodwill in figures: amounts are whole hundredths, so that sums and limits are exact (docs/adr/0022)."""

from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from .refused import Refused

UNITS = ("money", "days")
MOST = 100_000_000  # hundredths; whoever gives a million away does it elsewhere


class Limit(NamedTuple):
    """What somebody may give of a kind, in hundredths: on one ticket, and in one month."""

    per_case: int
    per_month: int


NOTHING = Limit(0, 0)


def hundredths(said: str, unit: str) -> int:
    """An amount as it was typed. Refuses what is none, none at all, too much, or parts of a day ("bad-amount")."""
    try:
        amount = Decimal(said.strip().replace(",", "").lstrip("¥￥"))
    except InvalidOperation as bad:
        raise Refused("bad-amount", value=said[:40]) from bad
    if not amount.is_finite() or not 0 <= amount <= MOST // 100:
        raise Refused("bad-amount", value=said[:40])
    step = Decimal(1) if unit == "days" else Decimal("0.01")
    if amount % step:
        raise Refused("bad-amount", value=said[:40])
    return int(amount * 100)


def exact(amount: int) -> str:
    """The amount as it stands in journals: 120.00."""
    return f"{amount // 100}.{amount % 100:02}"


def allows(limit: Limit, amount: int, case: int, month: int) -> bool:
    """Whether `amount` may be given where `case` was given on the ticket and `month` in the month already."""
    return case + amount <= limit.per_case and month + amount <= limit.per_month
