"""The faults of the records are found, each where it is, and none where it is not."""

import random
from types import SimpleNamespace

import pytest

from jishi import facts
from jishi.core.history import Event, Ticket
from jishi.indicators.quality import survey

from ..facts.told import HOUR, at, ticket
from .company import told

GOOD = [ticket(f"G{i}", i + 100, {"due_resolution": at(9)}, received=0, contacted=1, resolved=2) for i in range(3)]


def findings(*tickets, now=None, **more):
    made = facts.tables([*tickets, *GOOD], now=now or at(50))
    return {finding.code: finding for finding in survey(told([*tickets, *GOOD], **more), made)}


def test_of_good_records_nothing_is_said():
    assert findings() == {}


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        ("reversed", ticket(row=7, fields={"due_resolution": at(9)}, received=3, contacted=4, resolved=1)),
        ("missing-end", ticket(row=7, fields={"status": "closed", "due_resolution": at(9)}, received=0, contacted=1)),
        ("closed-without-contact", ticket(row=7, fields={"due_resolution": at(9)}, received=0, resolved=1)),
        ("no-target", ticket(row=7, received=0, contacted=1, resolved=2)),
        ("label-without-target", ticket(row=7, fields={"sla_met": True}, received=0, contacted=1, resolved=2)),
        (
            "label-disagrees",
            ticket(row=7, fields={"sla_met": True, "due_resolution": at(1)}, received=0, contacted=1, resolved=2),
        ),
        ("future-time", ticket(row=7, fields={"due_resolution": at(99)}, received=0, contacted=1, resolved=60)),
        ("not-received", ticket(row=7, fields={"due_resolution": at(9)}, contacted=1, resolved=2)),
        (
            "reopened-not-resolved",
            ticket(row=7, fields={"due_resolution": at(9)}, received=0, contacted=1, reopened=1.5, resolved=2),
        ),
    ],
)
def test_a_fault_is_found_in_its_row(code, fault):
    found = findings(fault)
    assert (found[code].count, found[code].rows) == (1, [7])


def test_a_number_used_twice_is_a_duplicate():
    twice = [ticket("A", row, {"due_resolution": at(9)}, received=0, contacted=1, resolved=2) for row in (5, 8)]
    assert findings(*twice)["duplicate"].rows == [5, 8]


def test_entries_made_late_are_counted():
    late = ticket(row=7, fields={"due_resolution": at(9)}, received=0, contacted=1, resolved=2)
    late.events[2] = Event("resolved", at(2), at(2) + HOUR)
    assert findings(late)["entry-lag"].rows == [7]


def arrivals(minutes) -> list[Ticket]:
    return [
        Ticket(f"A{i}", {"due_resolution": at(9)}, [Event("received", at(0) + 61), Event("resolved", at(1) + 60 * m)])
        for i, m in enumerate(minutes)
    ]


def heaps(tickets):
    made = facts.tables(tickets, now=at(50))
    return [f.facts for f in survey(told(tickets), made) if f.code == "heaping" and f.facts["column"] == "resolved"]


def test_round_minutes_beyond_chance_are_told():
    luck = random.Random(3)
    typed = arrivals([luck.randrange(0, 60, 5) if luck.random() < 0.5 else luck.randrange(60) for _ in range(400)])
    (heap,) = heaps(typed)
    assert heap["share"] == pytest.approx(0.6, abs=0.06) and heap["expected"] == 0.2


def test_minutes_of_a_machine_are_not_told():
    luck = random.Random(4)
    assert heaps(arrivals([luck.randrange(60) for _ in range(400)])) == []


def test_a_small_excess_of_round_minutes_is_no_matter_however_sure():
    """22 % of 6,000: no chance, and no harm."""
    assert heaps(arrivals([5 * (i % 12) if i % 50 < 11 else 5 * (i % 12) + 1 for i in range(6000)])) == []


def test_few_times_show_no_habit():
    assert heaps(arrivals([0, 5, 10, 15] * 5)) == []


def test_dates_without_a_time_are_told_apart_from_round_minutes():
    """16:00 UTC is midnight in Shanghai."""
    tickets = [
        Ticket(f"D{i}", {}, [Event("received", at(-16) + 61), Event("resolved", at(8 + 24 * (i % 9)))])
        for i in range(60)
    ]
    codes = {(f.code, f.facts.get("column")) for f in survey(told(tickets), facts.tables(tickets))}
    assert ("date-only", "resolved") in codes and ("heaping", "resolved") not in codes


def test_what_was_assumed_while_reading_is_told():
    errors = [SimpleNamespace(row=4, reason="moment-unreadable"), SimpleNamespace(row=9, reason="moment-unreadable")]
    notes = [
        SimpleNamespace(code="rows-total", facts={"rows": [12], "count": 1}),
        SimpleNamespace(code="zone-assumed", facts={"zone": "Asia/Shanghai"}),
    ]
    found = findings(errors=errors, notes=notes)
    assert (found["row-error"].count, found["row-error"].rows) == (2, [4, 9])
    assert found["rows-total"].rows == [12]
    assert (found["zone-assumed"].count, found["zone-assumed"].facts) == (len(GOOD), {"zone": "Asia/Shanghai"})
