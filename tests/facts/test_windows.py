"""A call-back has an earliest and a latest moment: working days three to five after the completion."""

from datetime import UTC, datetime

import pytest

from jishi.core.calendar import Calendar
from jishi.core.promise import Policy, Rule, Version
from jishi.facts import tables
from jishi.facts.promises import Terms

from .told import at, ticket

EVERY_DAY = Calendar({day: [("09:00", "18:00")] for day in range(7)}, "UTC")
WINDOW = Terms(
    Policy([Version(datetime(2020, 1, 1, tzinfo=UTC), (Rule("callback", calendar="daily", window=(3, 5)),))]),
    {"daily": EVERY_DAY},
)


@pytest.mark.parametrize(
    ("days", "verdict"), [(2, "missed"), (3, "met"), (5, "met"), (6, "missed")], ids=lambda value: str(value)
)
def test_a_call_back_is_met_from_the_third_to_the_fifth_day(days, verdict):
    boiler = ticket(received=0, resolved=4, called_back=24 * days + 4)
    facts = tables([boiler], terms=WINDOW, zone="UTC", as_of=at(24 * 10))
    assert facts.clock("callback").to_pylist()[0]["verdict"] == verdict
