"""What other projects' tests assert: facts, no code (zendesk/biz, Apache-2.0; bokmann/business_time, MIT)."""

import json
from datetime import date, datetime, timedelta
from itertools import islice
from pathlib import Path

import pytest

from jishi.core.calendar import Calendar

VECTORS = json.loads((Path(__file__).parent / "vectors.json").read_text())
PORTABLE = [vector for vector in VECTORS["vectors"] if vector["portable"]]
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
UNITS = {"seconds": 1, "minutes": 60, "hours": 3600}


def written(calendar):
    """The vectors' calendar as ours: breaks are cut out of the hours of their day."""
    week = {DAYS.index(day): hours for day, hours in calendar["weekly"].items()}
    exceptions = {date.fromisoformat(day): hours for day, hours in calendar.get("shifts", {}).items()}
    for day, breaks in calendar.get("breaks", {}).items():
        on = date.fromisoformat(day)
        exceptions[on] = cut(exceptions.get(on, week.get(on.weekday(), [])), breaks)
    exceptions |= {date.fromisoformat(day): [] for day in calendar.get("holidays", [])}
    return Calendar(week, calendar["tz"], exceptions)


def cut(hours, breaks):
    for since, until in breaks:
        hours = [part for a, b in hours for part in ((a, min(b, since)), (max(a, until), b)) if part[0] < part[1]]
    return hours


def when(text, calendar):
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=calendar.zone)


def opens_next(calendar, start):
    return calendar.spans(start, start + timedelta(days=400))[0].since


OPS = {
    "add": lambda c, v: c.due(when(v["start"], c), timedelta(seconds=v["amount"] * UNITS[v["unit"]])),
    "subtract": lambda c, v: c.begin(when(v["start"], c), timedelta(seconds=v["amount"] * UNITS[v["unit"]])),
    "elapsed": lambda c, v: c.elapsed(when(v["start"], c), when(v["end"], c)).total_seconds() / UNITS[v["unit"]],
    "is_open": lambda c, v: c.is_open(when(v["time"], c)),
    "next_open": lambda c, v: opens_next(c, when(v.get("time") or v["start"], c)),
    "on_holiday": lambda c, v: c.exceptions.get(when(v["time"], c).astimezone(c.zone).date()) == (),
}


def same(calendar, expected, found):
    if "time" in expected:
        return when(expected["time"], calendar) == found
    return expected["value"] == found


@pytest.mark.parametrize("vector", PORTABLE, ids=lambda vector: vector["id"])
def test_the_portable_vectors_of_other_projects_hold(vector):
    calendar = written(VECTORS["calendars"][vector["calendar"]])
    given_, expected = vector["input"], vector["expected"]
    if vector["op"] == "periods_after":
        origin = when(given_["origin"], calendar)
        spans = islice(calendar.spans(origin, origin + timedelta(days=1000)), given_["take"])
        assert [[when(a, calendar), when(b, calendar)] for a, b in expected["periods"]] == [list(s) for s in spans]
    elif vector["op"] == "on_break":
        hours = VECTORS["calendars"][vector["calendar"]]
        found = on_break(hours, when(given_["time"], calendar).astimezone(calendar.zone))
        assert found == expected["value"]
        assert not (found and calendar.is_open(when(given_["time"], calendar)))
    else:
        assert same(calendar, expected, OPS[vector["op"]](calendar, given_))


def on_break(calendar, moment):
    shown = moment.strftime("%H:%M")
    return any(a <= shown < b for a, b in calendar.get("breaks", {}).get(moment.date().isoformat(), []))
