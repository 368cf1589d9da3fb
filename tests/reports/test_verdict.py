"""The sentences are true of the figures."""

import pytest
from django.utils import translation

from jishi.reports import picks
from jishi.reports.compose import verdict
from jishi.words.text import OPEN, SHUT


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def says(diagnosis):
    return {
        each["of"]: each["says"].translate({ord(OPEN): "", ord(SHUT): "", 0xA0: " "}) for each in verdict(diagnosis)
    }


def test_what_the_finished_ones_hide_is_said_first(diagnosis):
    assert next(iter(says(diagnosis))) == "time"
    assert says(diagnosis)["time"] == (
        "Looking only at the 1,043 finished tickets you would say 3 h 30 min; counting the 241 still open it is 6 h."
    )


def test_a_median_nobody_can_know_is_not_invented(diagnosis):
    diagnosis["clocks"]["resolution"]["km"]["median_s"] = None
    assert "too many to tell" in says(diagnosis)["time"]


def test_without_targets_nothing_is_called_late(untargeted):
    assert "nothing can be called late" in says(untargeted)["promise"]
    assert "in time least often" not in says(untargeted).get("where", "")


def test_tickets_without_a_target_are_counted_apart(diagnosis):
    diagnosis["clocks"]["resolution"]["within"]["no_target"] = 77
    assert "77 have no target: counted apart" in says(diagnosis)["promise"]


def test_a_mark_in_the_file_that_tells_another_story_is_named(diagnosis):
    diagnosis["clocks"]["resolution"]["label"] = {"met": 1200, "n": 1284, "share": 0.9346}
    assert "The marks in the file would say 93.5 %." in says(diagnosis)["promise"]


def test_the_department_named_is_worse_beyond_chance(diagnosis):
    assert says(diagnosis)["where"].startswith("Department 华南服务部 is in time least often: 22.9 % of 375")
    weak = diagnosis["groups"]["department"]["华南服务部"]["clocks"]["resolution"]["within"]
    weak["interval"] = [0.1, 0.7]
    assert "where" not in says(diagnosis)


def test_few_tickets_and_what_has_no_name_are_never_named_worst(diagnosis):
    groups = diagnosis["groups"]["department"]
    groups["(none)"] = groups.pop("华南服务部")
    groups["西北服务部"]["clocks"]["resolution"]["within"] |= {
        "met": 0,
        "missed": 14,
        "share": 0.0,
        "interval": [0, 0.2],
    }
    assert "where" not in says(diagnosis)


def test_causes_of_delay_go_before_causes_of_work(diagnosis):
    assert "of all tickets" in says(diagnosis)["cause"]
    diagnosis["pareto_missed"] = diagnosis["pareto"]
    assert "of the late tickets" in says(diagnosis)["cause"]
    assert "it is their number" in says(diagnosis)["cause"]


def test_many_small_causes_are_not_called_few(diagnosis):
    for row in diagnosis["pareto"]["rows"]:
        row["vital"] = True
    assert says(diagnosis)["cause"].startswith("No few causes")


def test_the_doubt_is_the_one_that_shakes_most(diagnosis):
    diagnosis["quality"].append({"finding": "heaping", "count": 900, "share": 0.7, "expected": 0.2, "rows": []})
    assert says(diagnosis)["doubt"].startswith("Round minutes too frequent: 70.0 % where chance would give 20.0 %.")


def test_nothing_timed_is_said_and_nothing_else(untimed):
    assert list(says(untimed)) == ["time"]


def test_a_closing_that_is_the_resolution_is_told_once(diagnosis):
    diagnosis["clocks"]["closing"] = diagnosis["clocks"]["resolution"]
    assert list(picks.told_once(diagnosis)["clocks"]) == ["resolution"]
    diagnosis["clocks"]["closing"] = diagnosis["clocks"]["resolution"] | {"n": 5}
    assert list(picks.told_once(diagnosis)["clocks"]) == ["resolution", "closing"]


def test_the_clock_a_manager_asks_for_comes_first(diagnosis):
    diagnosis["clocks"] = {"contact": diagnosis["clocks"]["resolution"]} | diagnosis["clocks"]
    assert picks.ran(diagnosis["clocks"]) == ["resolution", "contact"]
