"""The example mapping promises what the generator measures its reasons by."""

import tomllib
from pathlib import Path

from jishi.demonstration.lexicon import service_types
from jishi.demonstration.promises import ARRIVAL, GENERAL, RESOLUTION, URGENT

MAPPING = Path(__file__).parents[2] / "examples" / "demonstration.toml"
SECONDS = {"h": 3600, "min": 60}


def seconds(target):
    unit = target.lstrip("0123456789")
    return int(target.removesuffix(unit)) * SECONDS[unit]


def promised():
    for rule in tomllib.loads(MAPPING.read_text(encoding="utf-8"))["promises"]:
        if "target" in rule:
            yield rule["clock"], rule["when"], seconds(rule["target"])


def test_contact_and_arrival_are_those_of_the_generator():
    found = [(clock, target) for clock, _, target in promised()]
    assert ("contact", URGENT) in found
    assert ("contact", GENERAL) in found
    assert {when["zone"][0]: target for clock, when, target in promised() if clock == "arrival"} == ARRIVAL


def test_resolution_is_that_of_the_generator():
    found = {
        (when["service_type"][0], when["priority"][0]): target
        for clock, when, target in promised()
        if clock == "resolution"
    }
    names = service_types()
    assert found == {
        (names[kind], priority): target for kind, row in RESOLUTION.items() for priority, target in row.items()
    }
