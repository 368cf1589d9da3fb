"""What a mapping says was promised."""

from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from jishi.core.promise import choose
from jishi.core.refused import Refused
from jishi.intake.agreed import clocks, terms
from jishi.intake.mapping import Mapping

HAND_KEPT = Path(__file__).parents[2] / "examples" / "hand_kept.toml"
MONDAY = datetime(2026, 11, 23, 10, tzinfo=ZoneInfo("Asia/Shanghai"))


def promised(mapping, clock, **ticket):
    return choose(terms(mapping).policy, clock, ticket, MONDAY)[0]


def test_the_first_promise_that_matches_holds():
    mapping = Mapping.load(HAND_KEPT)
    assert promised(mapping, "contact", priority="P0").target == timedelta(hours=1)
    assert promised(mapping, "contact", priority="P2").target == timedelta(hours=4)
    assert promised(mapping, "arrival", zone="other_city") is None
    assert promised(mapping, "callback").window == (3, 5)


def test_a_calendar_of_the_mapping_knows_its_hours_and_the_holidays():
    service = terms(Mapping.load(HAND_KEPT)).calendars["service"]
    due = service.due(datetime(2026, 9, 30, 17, tzinfo=MONDAY.tzinfo), timedelta(hours=2))
    assert due.astimezone(MONDAY.tzinfo).isoformat() == "2026-10-08T10:00:00+08:00"


def test_a_clock_of_ones_own_stands_beside_the_usual_ones():
    own = clocks(Mapping.load(HAND_KEPT))
    assert own["repair"].starts == {"arrived"}
    assert own["repair"].ends == {"resolved"}
    assert "contact" in own


def test_the_standard_matrix_is_what_ships():
    mapping = Mapping(zone="Asia/Shanghai", policy="standard")
    assert promised(mapping, "contact", priority="P0", channel="chat").target == timedelta(minutes=1)
    assert promised(mapping, "takeover", priority="P1").target == timedelta(minutes=30)
    assert {rule.calendar for rule in terms(mapping).policy.versions[0].rules} <= terms(mapping).calendars.keys() | {
        "always"
    }


def test_nothing_said_is_nothing_promised():
    assert terms(Mapping(zone="Asia/Shanghai")).policy is None


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"promises": [{"clock": "contact"}]}, "map-promise"),
        ({"promises": [{"clock": "contact", "target": "soon"}]}, "map-promise"),
        ({"promises": [{"clock": "coffee", "target": "4h"}]}, "map-promise"),
        ({"promises": [{"clock": "contact", "target": "4h", "calendar": "nights"}]}, "map-calendar"),
        ({"calendars": {"office": {"week": {"mon": ["9 to 5"]}}}}, "map-calendar"),
        ({"calendars": {"office": {"week": {"noday": ["09:00-17:00"]}}}}, "map-calendar"),
        ({"calendars": {"office": {"week": {}}}}, "map-calendar"),
        ({"policy": "gold"}, "map-unknown-code"),
        ({"clocks": {"x": {"start": "arrived", "end": "gone"}}}, "map-unknown-code"),
    ],
)
def test_a_promise_that_cannot_be_kept_track_of_is_refused(said, code):
    with pytest.raises(Refused) as no:
        mapping = Mapping.of({"zone": "Asia/Shanghai", **said})
        terms(mapping)
        clocks(mapping)
    assert no.value.code == code
