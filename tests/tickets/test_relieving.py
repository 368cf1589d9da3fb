"""A shift handed over: frozen, signed by two, once."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from jishi.core.refused import Refused
from jishi.directory.people import hire
from jishi.tickets import actions, relieving
from jishi.tickets.erasing import erase
from jishi.tickets.models import Relief, ReliefLine, ReliefNote, Ticket

pytestmark = pytest.mark.both_databases


@pytest.fixture
def urgent(repair, told):
    actions.reprioritise(repair, told(1, "09:10"), priority="P1")
    return repair


def give(house, at, **other):
    said = {"hours": 8, "note": "备件 3 点到。", "remarks": {}} | other
    return relieving.give(house.lin, house.desk, said["hours"], said["note"], said["remarks"], at(1, "16:00"))


def test_each_open_ticket_is_told_once_by_the_first_reason_that_fits(urgent, house, at):
    told = relieving.worth_telling(house.lin, house.desk, 8, at(1, "16:00"))
    assert told == {"urgent": [urgent], "due": [], "paused": []}


def test_what_falls_due_within_the_hours_is_told(repair, house, at):
    due = Ticket.objects.get(pk=repair.pk).due_at
    assert due and relieving.worth_telling(house.lin, house.desk, 8, at(1, "09:30"))["due"] == [repair]
    assert relieving.worth_telling(house.lin, house.desk, 1, at(1, "09:30"))["due"] == []


def test_a_paused_ticket_nobody_touched_wants_a_look(repair, house, told, at):
    actions.pause(repair, told(1, "09:30"), reason="waiting_parts")
    Ticket.objects.filter(pk=repair.pk).update(due_at=None)
    assert relieving.worth_telling(house.lin, house.desk, 8, at(2, "09:31"))["paused"] == [repair]
    assert relieving.worth_telling(house.lin, house.desk, 8, at(2, "09:00"))["paused"] == []


def test_what_was_handed_over_stays_as_it_was(urgent, house, told, at):
    relief = give(house, at, remarks={urgent.pk: "先回电"})
    actions.reprioritise(urgent, told(1, "17:00"), priority="P3")
    line = relief.lines.get()
    assert (line.why, line.priority, line.note.body) == ("urgent", "P1", "先回电")


@pytest.mark.parametrize("rows", [ReliefLine.objects.all, ReliefNote.objects.all], ids=["lines", "notes"])
def test_the_database_itself_refuses_to_rewrite_it(urgent, house, at, rows):
    give(house, at, remarks={urgent.pk: "先回电"})
    with pytest.raises(Exception, match="append-only"):
        rows().update(relief=relieving.Relief.objects.get())


def test_two_signatures_are_two_people(urgent, house, at):
    relief = give(house, at)
    with pytest.raises(Refused, match="own-relief"):
        relieving.take(relief, house.lin, at(1, "16:05"))
    relieving.take(relief, house.wang, at(1, "16:05"))
    with pytest.raises(Refused, match="relief-signed"):
        relieving.take(relief, house.boss, at(1, "16:06"))
    with pytest.raises(Refused, match="relief-signed"):
        relieving.withdraw(relief, house.lin, at(1, "16:06"))
    assert Relief.objects.get().taken_by == house.wang


def test_who_only_looks_on_signs_nothing(urgent, house, at):
    reader = hire("8001", "旁观", "reader")
    with pytest.raises(Refused, match="not-of-team"):
        relieving.take(give(house, at), reader, at(1, "16:05"))
    with pytest.raises(Refused, match="not-of-team"):
        relieving.give(reader, house.desk, 8, "", {}, at(1, "16:10"))


def test_one_hand_over_of_a_team_waits_at_a_time(urgent, house, at):
    first = give(house, at)
    with pytest.raises(Refused, match="relief-waits"):
        give(house, at)
    relieving.withdraw(first, house.lin, at(1, "16:05"))
    assert give(house, at).pk != first.pk


def test_the_customers_words_in_it_can_be_erased(urgent, house, at, monkeypatch):
    give(house, at, remarks={urgent.pk: "陈先生说漏水"})
    erase(urgent.customer, at(2, "09:00"))
    assert not ReliefNote.objects.exists() and ReliefLine.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_of_many_who_sign_at_once_one_has_signed(urgent, house, at):
    relief = give(house, at)
    people = [house.wang, house.boss, *(hire(f"70{n}", f"人{n}", "agent", team=house.desk) for n in range(2))]

    def sign(person):
        try:
            relieving.take(relief, person, at(1, "16:05"))
            return person
        except Refused as refused:
            return refused.code
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as at_once:
        said = list(at_once.map(sign, people))
    assert said.count("relief-signed") == 3
    assert Relief.objects.get().taken_by in said
