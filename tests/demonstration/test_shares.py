"""What was promised of the year, measured in it."""

from statistics import mean, median

import pytest

from .measuring import has, share, times


@pytest.mark.parametrize(
    ("kind", "low", "high"),
    [
        ("cancelled", 0.034, 0.046),
        ("reopened", 0.054, 0.066),
        ("chased", 0.043, 0.057),
        ("complained", 0.025, 0.036),
        ("rated", 0.33, 0.37),
        ("escalated", 0.08, 0.14),
    ],
)
def test_as_many_tickets_as_promised_have_it(year, kind, low, high):
    assert low <= share(year, lambda ticket: has(ticket, kind)) <= high


def test_8_percent_wait_for_parts(year):
    def waited(ticket):
        return any(event.kind == "paused" and event.facts["reason"] == "waiting_parts" for event in ticket.events)

    assert 0.07 <= share(year, waited) <= 0.09


def test_3_percent_of_entries_come_well_after_the_fact(year):
    lags = [event.recorded_at - event.at for ticket in year for event in ticket.events]
    late = [lag for lag in lags if lag > 600]
    assert 0.025 <= len(late) / len(lags) <= 0.035
    assert median(late) > 3600


def test_12_percent_come_again_within_a_week(year):
    """D5, the fixed window from the first contact."""
    since, came_again, episodes = {}, set(), 0
    for ticket in year:
        key = tuple(ticket.fields[name] for name in ("customer", "serial", "subcategory"))
        received = ticket.events[0].at
        if key in since and received - since[key] <= 7 * 86_400:
            came_again.add((key, since[key]))
            continue
        episodes += 1
        since[key] = next((event.at for event in ticket.events if event.kind == "contacted"), received)
    assert 0.105 <= len(came_again) / episodes <= 0.14


def test_more_than_a_hundred_are_still_open_most_young_some_old(qiheng, year):
    unfinished = [ticket for ticket in year if ticket.fields["status"] in ("new", "open", "waiting")]
    ages = [(qiheng.plan.now - ticket.events[0].at) / 86_400 for ticket in unfinished]
    assert 80 <= len(ages) <= 250
    assert sum(age < 7 for age in ages) > len(ages) / 2
    assert sum(age > 30 for age in ages) >= 3


def test_most_urgent_hand_overs_are_in_time(year):
    urgent = [t for t in year if t.fields["priority"] in ("P0", "P1") and t.fields["service_type"] == "repair"]
    assert share(times(urgent, "handover"), lambda seconds: seconds <= 600) > 0.75
    assert share(times(urgent, "takeover"), lambda seconds: seconds <= 1800) > 0.8


@pytest.mark.parametrize("clock", ["contact", "arrival", "resolution"])
def test_times_have_heavy_tails(year, clock):
    found = times((ticket for ticket in year[:4000] if ticket.fields["service_type"] == "repair"), clock)
    assert mean(found) > 1.4 * median(found)


def test_other_cities_wait_longer_for_the_engineer(year):
    def wait(zone):
        return median(times((t for t in year[:6000] if t.fields["zone"] == zone), "arrival"))

    assert wait("other_city") > 1.5 * wait("same_city")


def test_late_ones_are_less_satisfied(year):
    late = [t.fields["score"] for t in year if t.fields["score"] and t.fields.get("late_reason")]
    in_time = [t.fields["score"] for t in year if t.fields["score"] and not t.fields.get("late_reason")]
    assert mean(in_time) - mean(late) > 0.8
    assert 8 < mean(late + in_time) < 9.5
