"""A file is written into the journal once, however often it is brought."""

from itertools import islice

import pytest
from django.db import transaction

from jishi.clocks.checking import check
from jishi.clocks.models import Clock
from jishi.clocks.sweeping import overdue
from jishi.core.history import Event as Told
from jishi.core.history import Ticket as Case
from jishi.core.zones import seconds
from jishi.directory.models import Customer, Person, Team
from jishi.intake.importing import source_of, write
from jishi.tickets import batch, journal
from jishi.tickets.chain import broken_links
from jishi.tickets.models import Event, Note, Ticket

pytestmark = pytest.mark.both_databases


@pytest.fixture
def file(house, at):
    """Twenty tickets of an old system, told with names."""

    def case(n):
        day = 1 + n % 5
        events = [
            Told("received", seconds(at(day, "09:00")) + n),
            Told("assigned", seconds(at(day, "09:10")), by="Smith", facts={"owner": "Jones", "team": "Boilers"}),
            Told("paused", seconds(at(day, "10:00")), facts={"reason": "parts", "note": "等件"}),
            Told("resumed", seconds(at(day, "16:00"))),
            Told("resolved", seconds(at(day, "17:00")), by="Jones"),
        ][: 5 - n % 3]
        fields = {"customer": f"Caller {n % 4}", "priority": "P2", "service_type": "repair", "category": "Leak"}
        return Case(f"INC{n:03}", fields | {"title": f"Boiler {n}", "colour": "red", "site": "Hall"}, events, n + 2)

    return [case(n) for n in range(20)]


def bring(tickets, now, transactions=None):
    steps = list(islice(write(tickets, "old", now), transactions))
    return sum(step.tickets for step in steps), sum(step.events for step in steps)


def everything():
    """What the desk holds, but for ids and moments of recording."""
    rows = Event.objects.order_by("ticket__external_id", "seq").select_related("ticket", "by")
    events = [(e.ticket.external_id, e.ticket.number, e.seq, e.kind, e.at, str(e.by), e.digest) for e in rows]
    return events, list(
        Clock.objects.order_by("ticket__number", "name").values_list("ticket__number", "name", "due_at")
    )


def test_every_ticket_and_event_arrives(file, at):
    assert bring(file, at(9, "09:00")) == (20, sum(len(ticket.events) for ticket in file))
    ticket = Ticket.objects.get(external_id="INC003")
    assert (ticket.status, ticket.customer.name, ticket.owner.name) == ("resolved", "Caller 3", "Jones")
    assert (ticket.team.name, ticket.title, ticket.extra) == ("Boilers", "Boiler 3", {"colour": "red"})
    assert [line.note for line in journal.timeline(ticket) if line.note] == ["等件"]
    assert broken_links(list(Ticket.objects.all())) == []
    assert [each for _, found in check(at(9, "09:00")) for each in found] == []


def test_the_journal_holds_ids_where_the_file_had_names(file, at):
    bring(file, at(9, "09:00"))
    said = str(list(Event.objects.values_list("facts", flat=True)))
    assert not [name for name in ("Caller", "Jones", "Smith", "Boilers", "等件", "Hall") if name in said]
    assert not Person.objects.get(name="Jones").is_active


def test_a_second_time_adds_nothing(file, at):
    bring(file, at(9, "09:00"))
    before = everything()
    assert bring(file, at(9, "10:00")) == (0, 0)
    assert everything() == before
    assert Customer.objects.filter(name__startswith="Caller").count() == 4
    assert Team.objects.filter(name="Boilers").count() == 1


def test_a_later_export_adds_what_is_new(file, at):
    shorter = [Case(t.id, t.fields, t.events[:2], t.row) for t in file[:10]]
    bring(shorter, at(9, "09:00"))
    total = sum(len(ticket.events) for ticket in file)
    assert bring(file, at(9, "10:00")) == (20, total - 20)
    assert Event.objects.count() == total
    assert [each for _, found in check(at(9, "10:00")) for each in found] == []


def test_cut_off_half_way_and_started_again_it_ends_the_same(file, at, monkeypatch):
    now = at(9, "09:00")
    monkeypatch.setattr(batch, "AIM", 0)  # small transactions: first sixteen tickets, then one by one
    with transaction.atomic():
        bring(file, now)
        whole = everything()
        transaction.set_rollback(True)
    assert bring(file, now, transactions=2)[0] == 17
    assert bring(file, now)[0] == 3
    assert without_digests(everything()) == without_digests(whole)


def without_digests(told):
    """Ids differ between two houses, and digests cover ids."""
    return [event[:-1] for event in told[0]], told[1]


def test_history_alarms_nobody(file, at):
    bring(file, at(9, "09:00"))
    assert Clock.objects.filter(ended_at=None, due_at__lte=at(9, "09:00")).exists()
    assert not overdue(at(9, "09:00")).exists()


def test_the_exports_of_all_months_come_from_one_source():
    assert source_of("tickets-2026-10.csv") == source_of("Tickets 2026-11 (1).xlsx") == "tickets"
    assert source_of("工单_202610.xlsx") == "工单"
    assert source_of("2026.csv") == "file"


def test_words_are_kept_as_notes(file, at):
    bring(file, at(9, "09:00"))
    assert set(Note.objects.values_list("body", flat=True)) == {"等件"}
