from hashlib import sha256
from itertools import islice

from jishi.core.lifecycle import misfits
from jishi.demonstration.almanac import local_day, service_hours
from jishi.demonstration.company import company
from jishi.demonstration.history import history, tell
from jishi.demonstration.telling import CUSTOMER, SYSTEM

from .measuring import first, has, share


def sum_of(tickets):
    return sha256(repr(tickets).encode()).hexdigest()


def test_the_same_seed_tells_the_same_year(small):
    assert sum_of(history(small)) == sum_of(history(small))


def test_another_seed_tells_another_year(now, small):
    assert sum_of(history(company(seed=8, now=now, tickets=400, clients=60))) != sum_of(history(small))


def test_a_year_is_at_least_12000_tickets(year):
    assert 12_000 <= len(year) <= 14_500


def test_a_year_can_be_small(small):
    assert 330 <= len(history(small)) <= 470


def test_a_million_tickets_are_told_one_by_one(now):
    many = company(now=now, tickets=20_000, clients=60)
    assert [ticket.id for ticket in islice(tell(many), 3)] == ["JS-2025-11-0001", "JS-2025-11-0002", "JS-2025-11-0003"]


def test_the_year_is_twelve_months_up_to_now(qiheng, year):
    received = [ticket.events[0].at for ticket in year]
    assert received == sorted(received)
    assert qiheng.plan.since <= received[0] < qiheng.plan.since + 86_400
    assert qiheng.plan.now - 86_400 < received[-1] < qiheng.plan.now
    assert f"{local_day(qiheng.plan.since)}" == "2025-11-23"


def test_every_event_is_allowed_where_it_stands(year):
    assert [ticket.id for ticket in year if misfits(ticket.events)] == []


def test_events_stand_in_order_and_none_lies_ahead(qiheng, year):
    for ticket in year:
        moments = [event.at for event in ticket.events]
        assert moments == sorted(moments)
        assert ticket.events[0].kind == "received"
        assert moments[-1] <= qiheng.plan.now


def test_nothing_is_entered_before_it_happened_or_after_now(qiheng, year):
    assert all(event.at <= event.recorded_at <= qiheng.plan.now for ticket in year for event in ticket.events)


def test_whoever_did_something_works_there(qiheng, year):
    known = {person.number for person in qiheng.people} | {CUSTOMER, SYSTEM}
    assert {event.by for ticket in year for event in ticket.events} <= known


def test_numbers_are_given_once(year):
    assert len({ticket.id for ticket in year}) == len(year)


def test_fields_name_what_exists(qiheng, year):
    customers = {customer.name: customer for customer in qiheng.customers}
    numbers = {person.number: person for person in qiheng.people}
    for ticket in year:
        told = ticket.fields
        customer = customers[told["customer"]]
        assert told["serial"] in {device.serial for device in customer.devices}
        assert told["contact"] in {contact.name for contact in customer.contacts}
        assert not told["owner"] or numbers[told["owner"]].team == told["team"]


def test_fields_say_only_what_has_happened(year):
    for ticket in year:
        assert bool(ticket.fields["agreed"]) == has(ticket, "visit_agreed")
        assert ticket.fields["reopens"] == sum(event.kind == "reopened" for event in ticket.events)
        assert (ticket.fields["score"] is not None) == has(ticket, "rated")
        assert has(ticket, "closed") or "late_reason" not in ticket.fields


def test_no_blank_is_left_unfilled(year):
    for ticket in islice(year, 3000):
        notes = [event.facts.get("note", "") for event in ticket.events]
        assert not [text for text in (ticket.fields["title"], ticket.fields["description"], *notes) if "{" in text]


def test_conversations_have_two_sides(year):
    noted = [event for ticket in year for event in ticket.events if event.facts.get("note")]
    assert {CUSTOMER} < {event.by for event in noted}
    assert share(year, lambda ticket: len({e.by == CUSTOMER for e in ticket.events if e.facts.get("note")}) == 2) > 0.5


def test_descriptions_vary(year):
    assert len({ticket.fields["description"] for ticket in year}) > 0.3 * len(year)


def test_missing_parts_are_blamed_only_where_parts_were_asked_for(year):
    blamed = [ticket for ticket in year if ticket.fields.get("late_reason") == "备件缺货"]
    assert len(blamed) > 100
    assert all(has(ticket, "parts_requested") for ticket in blamed)


def test_call_backs_wait_for_the_third_working_day_mostly(year):
    called = [ticket for ticket in year if has(ticket, "called_back")]

    def in_window(ticket):
        done = local_day([event.at for event in ticket.events if event.kind == "resolved"][-1])
        hours, at = service_hours(), first(ticket, "called_back")
        return hours.opening(done, 3).timestamp() <= at <= hours.closing(done, 5).timestamp()

    assert 0.85 < share(called[:1500], in_window) < 0.97
