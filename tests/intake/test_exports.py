"""Real exports, read without a mapping but for their zone: extracts always, the full files where they are."""

import json
from pathlib import Path

import numpy as np
import pytest

from jishi.intake.history import read
from jishi.intake.mapping import Mapping

HERE = Path(__file__).resolve()
EXTRACTS = HERE.parents[1] / "data"
EXAMPLES = HERE.parents[2] / "examples"
FULL = HERE.parents[2].parent / "shared" / "data"

# name -> (the extract, the full file, its key in the tables of figures)
SETS = {
    "servicenow": ("servicenow.csv", "servicenow/incident_event_log.zip", "uci_servicenow_incident_log"),
    "boston311": ("boston311.csv", "boston311/boston311_2015_h1.csv.gz", "boston311_2015_h1"),
    "sf_fire": ("sf_fire.csv", "sf_fire/sf_fire_2003_2012.csv", "sf_fire_2003_2012"),
}


def sources(name):
    """The extract with figures counted by hand, and the full file with the published ones where it is there."""
    extract, whole, key = SETS[name]
    mine = json.loads((EXTRACTS / "figures.json").read_text())[key]["facts"]
    found = [pytest.param(EXTRACTS / extract, mine, id=f"{name}-extract")]
    if FULL.exists():
        theirs = json.loads((FULL / "reference_facts.json").read_text())["sets"][key]["facts"]
        found.append(pytest.param(FULL / whole, theirs, id=f"{name}-full"))
    return pytest.mark.parametrize(("file", "facts"), found)


def read_with_example(file, name):
    return read(file, Mapping.load(EXAMPLES / f"{name}.toml"))


def moments(ticket, kind):
    return [event.at for event in ticket.events if event.kind == kind]


def hours(told, kind, which=-1):
    spans = [(moments(t, kind)[which] - moments(t, "received")[0]) / 3600 for t in told.tickets if moments(t, kind)]
    return np.array(spans)


def agree(spans, figures, unit=1):
    assert len(spans) == figures["n"]
    found = [spans.mean(), np.median(spans), np.percentile(spans, 90), spans.min(), spans.max()]
    wanted = [figures[name] for name in ("mean", "median", "p90", "min", "max")]
    assert np.array(found) * unit == pytest.approx(wanted, abs=1e-6)


@pytest.mark.parametrize(
    ("file", "taken", "tickets", "kind"),
    [
        (
            "servicenow.csv",
            {
                "id": "number",
                "received": "opened_at",
                "resolved": "resolved_at",
                "closed": "closed_at",
                "updated": "sys_updated_at",
                "sla_met": "made_sla",
                "team": "assignment_group",
            },
            51,
            "events",
        ),
        (
            "boston311.csv",
            {
                "id": "CASE_ENQUIRY_ID",
                "received": "OPEN_DT",
                "due_resolution": "TARGET_DT",
                "resolved": "CLOSED_DT",
                "closed": "CLOSED_DT",
                "sla_met": "OnTime_Status",
                "department": "Department",
                "channel": "Source",
                "category": "TYPE",
            },
            268,
            "tickets",
        ),
        ("sf_fire.csv", {"received": "Alarm DtTm", "arrived": "Arrival DtTm", "closed": "Close DtTm"}, 250, "tickets"),
        (
            "nyc311.csv",
            {
                "id": "Unique Key",
                "received": "Created Date",
                "closed": "Closed Date",
                "department": "Agency",
                "category": "Complaint Type",
                "status": "Status",
            },
            206,
            "tickets",
        ),
        (
            "nyc311.json",
            {
                "id": "unique_key",
                "received": "created_date",
                "due_resolution": "due_date",
                "channel": "open_data_channel_type",
            },
            81,
            "tickets",
        ),
    ],
)
def test_the_obvious_columns_are_found_without_a_mapping(file, taken, tickets, kind):
    told = read(EXTRACTS / file)
    assert taken.items() <= told.mapping.columns.items()
    assert (len(told.tickets), told.file["kind"]) == (tickets, kind)
    assert [error for error in told.errors if error.reason != "moment-out-of-range"] == []


def test_an_extract_of_servicenow_tells_whole_lives():
    told = read_with_example(EXTRACTS / "servicenow.csv", "servicenow")
    lives = {ticket.id: ticket for ticket in told.tickets}
    first = lives["INC0000045"]
    assert hours(told, "closed").min() >= 0
    assert [(event.kind, event.at - first.events[0].at) for event in first.events] == [
        ("received", 0),
        ("resolved", 36_780),
        ("closed", 470_640),
    ]
    closed_without = [t for t in told.tickets if moments(t, "closed") and not moments(t, "resolved")]
    assert len(closed_without) == 6
    assert {t.fields["priority"] for t in told.tickets} == {"P0", "P1", "P2", "P3"}
    assert sum(1 for t in told.tickets if t.fields["reopens"]) == sum(1 for t in told.tickets if moments(t, "reopened"))


def test_an_extract_of_boston_keeps_verdicts_targets_and_reversed_ends():
    told = read_with_example(EXTRACTS / "boston311.csv", "boston311")
    assert (hours(told, "closed") < 0).sum() == 6
    with_both = [
        t for t in told.tickets if moments(t, "closed") and "due_resolution" in t.fields and "sla_met" in t.fields
    ]
    assert [
        t for t in with_both if (moments(t, "closed")[-1] <= t.fields["due_resolution"]) != t.fields["sla_met"]
    ] == []
    assert any("due_resolution" not in t.fields and t.fields.get("sla_met") for t in told.tickets)


@sources("servicenow")
def test_an_incident_log_agrees_with_the_figures_counted_without_us(file, facts):
    told = read_with_example(file, "servicenow")
    assert (told.events, len(told.tickets), told.errors) == (facts["events"], facts["incidents"], [])
    agree(hours(told, "resolved"), facts["resolution_hours"])
    agree(hours(told, "closed"), facts["close_hours"])
    agree(hours(told, "assigned", 0), facts["first_assignee_hours"])
    assert sum(t.fields["sla_met"] for t in told.tickets) / len(told.tickets) == pytest.approx(
        facts["sla_rate"], abs=5e-5
    )
    assert sum(1 for t in told.tickets if t.fields["reopens"]) == facts["reopened"]
    by_name = {
        raw: sum(1 for t in told.tickets if t.fields["priority"] == code)
        for raw, code in told.mapping.values["priority"].items()
    }
    assert by_name == facts["incidents_by_priority"]


@sources("boston311")
def test_a_citys_requests_agrees_with_the_figures_counted_without_us(file, facts):
    told = read_with_example(file, "boston311")
    assert len(told.tickets) == facts["cases"]
    agree(hours(told, "closed"), facts["resolution_hours_new_york_tz"])
    assert (hours(told, "closed") < 0).sum() == facts["negative_durations"]
    held = [
        moments(t, "closed")[-1] <= t.fields["due_resolution"]
        for t in told.tickets
        if moments(t, "closed") and "due_resolution" in t.fields
    ]
    wanted = facts["recomputed_attainment_closed_with_target"]
    assert (sum(held), len(held)) == (wanted["met"], wanted["of"])
    labels = [t.fields.get("sla_met") for t in told.tickets]
    assert [labels.count(said) for said in (True, False, None)] == list(facts["label_counts"].values())
    assert sum(1 for t in told.tickets if "due_resolution" not in t.fields) == facts["no_target"]


@sources("sf_fire")
def test_alarms_agree_with_the_figures_counted_without_us(file, facts):
    told = read_with_example(file, "sf_fire")
    assert len(told.tickets) == facts["rows"]
    agree(hours(told, "arrived"), facts["arrival_seconds"], unit=3600)
