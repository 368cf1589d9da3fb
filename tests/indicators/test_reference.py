"""The diagnosis of real exports agrees with figures that were computed without us.

The extracts in tests/data always run, against `naive`; the whole exports too where they lie beside the repository,
against the published reference.
"""

import json
from functools import cache
from pathlib import Path

import pytest

from jishi import facts
from jishi.indicators.diagnosis import diagnose
from jishi.intake import agreed, history
from jishi.intake.mapping import Mapping

from . import naive

HERE = Path(__file__).resolve().parents[1] / "data"
BESIDE = Path(__file__).resolve().parents[2].parent / "shared" / "data"
NEW_YORK = "America/New_York"
CLOSE = {"rel": 1e-9, "abs": 6e-7}  # the reference is printed with six decimals


def cases(extract: str, whole: str) -> list[Path]:
    return [HERE / extract] + [BESIDE / whole] * (BESIDE / whole).exists()


def named(path: object) -> str:
    return path.parent.name if isinstance(path, Path) else str(path)


@cache
def diagnosis(path: Path, zone: str = "Asia/Shanghai", by: tuple[str, ...] = ()) -> dict:
    """In a zone without summer time instants lie as far apart as the printed times."""
    told = history.read(path, Mapping(zone=zone))
    made = facts.tables(told.tickets, agreed.clocks(told.mapping).values(), agreed.terms(told.mapping), zone)
    return json.loads(json.dumps(diagnose(told, made, by or None), allow_nan=False))


@cache
def reference(name: str) -> dict:
    return json.loads((BESIDE / "reference_facts.json").read_text())["sets"][name]["facts"]


def boston_facts(path: Path, zone: str | None = None) -> dict:
    if path.parent == HERE:
        return naive.boston(path, zone)
    told = reference("boston311_2015_h1")
    which = "new_york_tz" if zone else "wallclock"
    return told | {"resolution_hours": told[f"resolution_hours_{which}"]}


def servicenow_facts(path: Path) -> dict:
    return naive.servicenow(path) if path.parent == HERE else reference("uci_servicenow_incident_log")


def hours(clock: dict) -> dict:
    """A clock as the reference writes it."""
    return {"n": clock["n"]} | {
        name: clock[f"{name}_s"] and clock[f"{name}_s"] / 3600 for name in ("mean", "median", "p90", "min", "max")
    }


def group(figures: dict) -> dict:
    clock = figures["clocks"].get("resolution", {}).get("as_recorded", {})
    mean, median = (clock.get(name) for name in ("mean_s", "median_s"))
    return {
        "cases": figures["tickets"],
        "closed": clock.get("n", 0),
        "closed_with_target": clock.get("with_target", 0),
        "met": clock.get("met", 0),
        "attainment": clock.get("share"),
        "mean_hours": mean and mean / 3600,
        "median_hours": median and median / 3600,
    }


def first_five(pareto: dict, count: str = "count") -> list[dict]:
    rows = sorted(pareto["rows"], key=lambda row: (-row[count], row["value"]))
    whole, before, found = sum(row[count] for row in rows), 0, []
    for row in rows[:5]:
        before += row[count]
        found.append(
            {"category": row["value"], "count": row[count], "share": row[count] / whole, "cumulative": before / whole}
        )
    return found


def same(found: object, expected: object) -> bool:
    """Equal up to the printing of the reference."""
    if isinstance(expected, dict):
        return set(expected) <= set(found) and all(same(found[name], value) for name, value in expected.items())
    if isinstance(expected, list):
        return len(found) == len(expected) and all(map(same, found, expected))
    return found == (pytest.approx(expected, **CLOSE) if isinstance(expected, float) else expected)


BOSTON = cases("boston311.csv", "boston311/boston311_2015_h1.csv.gz")
SERVICENOW = cases("servicenow.csv", "servicenow/incident_event_log.zip")
SF_FIRE = cases("sf_fire.csv", "sf_fire/sf_fire_2003_2012.csv")


@pytest.mark.parametrize("zone", [None, NEW_YORK], ids=str)
@pytest.mark.parametrize("path", BOSTON, ids=named)
def test_boston_durations_as_the_city_would_count_them(path, zone):
    expected = boston_facts(path, zone)["resolution_hours"]
    found = hours(diagnosis(path, zone or "Asia/Shanghai")["clocks"]["resolution"]["as_recorded"])
    assert same(found, expected)


@pytest.mark.parametrize("path", BOSTON, ids=named)
def test_boston_ends_before_the_start_are_no_durations(path):
    expected, clock = boston_facts(path), diagnosis(path)["clocks"]["resolution"]
    assert same(hours(clock), expected["resolution_hours_nonnegative_only"])
    assert clock["reversed"] == expected["negative_durations"]


@pytest.mark.parametrize("path", BOSTON, ids=named)
def test_boston_cases_without_a_target_are_never_met(path):
    expected, told = boston_facts(path), diagnosis(path)
    clock = told["clocks"]["resolution"]
    within, recorded, label = clock["within"], clock["as_recorded"], clock["label"]
    attained = {"met": recorded["met"], "of": recorded["with_target"], "rate": recorded["share"]}
    assert same(attained, expected["recomputed_attainment_closed_with_target"])
    assert (told["tickets"], recorded["n"], clock["open"]) == tuple(expected[n] for n in ("cases", "closed", "open"))
    assert within["no_target"] == expected["no_target"] and within["by"] == "target"
    assert within["met"] + within["missed"] + within["open"] + within["no_target"] == told["tickets"]
    assert round(label["share"], 4) == round(expected["label_attainment_all"], 4)
    findings = {finding["finding"]: finding["count"] for finding in told["quality"]}
    assert findings["label-without-target"] == expected["label_ontime_without_target"]


@pytest.mark.parametrize(
    ("dimension", "name"), [("department", "by_department"), ("channel", "by_source"), ("month", "by_open_month")]
)
@pytest.mark.parametrize("path", BOSTON, ids=named)
def test_boston_groups(path, dimension, name):
    expected, groups = boston_facts(path)[name], diagnosis(path)["groups"][dimension]
    assert same({value: group(figures) for value, figures in groups.items()}, expected)


@pytest.mark.parametrize("path", BOSTON, ids=named)
def test_boston_paretos(path):
    expected, told = boston_facts(path), diagnosis(path)
    assert same(first_five(told["pareto"]), expected["pareto_type"])
    assert same(first_five(told["pareto_missed"], "ended"), expected["pareto_overdue_closed_type"])


@pytest.mark.parametrize("path", SERVICENOW, ids=named)
@pytest.mark.parametrize(
    ("clock", "name"),
    [("resolution", "resolution_hours"), ("closing", "close_hours"), ("assignment", "first_assignee_hours")],
)
def test_servicenow_clocks_as_recorded(path, clock, name):
    assert same(hours(diagnosis(path)["clocks"][clock]["as_recorded"]), servicenow_facts(path)[name])


@pytest.mark.parametrize("path", SERVICENOW, ids=named)
def test_servicenow_counts_and_its_own_label(path):
    expected, told = servicenow_facts(path), diagnosis(path)
    within = told["clocks"]["resolution"]["within"]
    assert (told["tickets"], told["events"]) == (expected["incidents"], expected["events"])
    assert (round(within["share"], 4), within["by"]) == (round(expected["sla_rate"], 4), "label")
    reopened = told["indicators"]["reopen_rate"]
    assert told["reopened"] == expected["reopened"] and same(reopened["value"], expected["reopen_rate"])


@pytest.mark.parametrize("path", SERVICENOW, ids=named)
def test_servicenow_priorities(path):
    """1 - Critical was taken for P0, and so on."""
    expected, groups = servicenow_facts(path), diagnosis(path)["groups"]["priority"]
    for said, count in expected["incidents_by_priority"].items():
        found = groups[f"P{int(said[0]) - 1}"]
        assert found["tickets"] == count
        assert same(found["clocks"]["resolution"]["within"]["share"], expected["sla_by_priority"][said])


@pytest.mark.parametrize("path", SERVICENOW, ids=named)
def test_servicenow_months_and_categories(path):
    expected, told = servicenow_facts(path), diagnosis(path)
    months = {row["month"]: hours(row["clocks"]["resolution"]["as_recorded"]) for row in told["trend"]}
    assert same(months, expected["resolution_mean_by_open_month"])
    assert same(first_five(told["pareto"]), expected["pareto_category"])


@pytest.mark.parametrize("path", SF_FIRE, ids=named)
def test_the_fire_brigade_arrives_as_recorded(path):
    expected = naive.sf_fire(path) if path.parent == HERE else reference("sf_fire_2003_2012")
    arrival, told = diagnosis(path)["clocks"]["arrival"], expected["arrival_seconds"]
    assert diagnosis(path)["tickets"] == expected["rows"]
    assert same({name: arrival[name if name == "n" else f"{name}_s"] for name in told}, told)
