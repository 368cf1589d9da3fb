"""The database itself keeps the journal."""

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction

from jishi.core.refused import Refused
from jishi.tickets import actions, guard
from jishi.tickets.models import Event, Note

pytestmark = pytest.mark.both_databases
ROW = "SELECT id, ticket_id, seq, 'closed', at, recorded_at, late, by_id, door, facts, note_digest, digest"
REWRITES = [
    "UPDATE tickets_event SET kind = 'closed'",
    "UPDATE tickets_note SET body = 'nothing'",
    "DELETE FROM tickets_event",
    *(
        [
            "INSERT INTO tickets_event SELECT * FROM tickets_event ON CONFLICT (id) DO UPDATE SET kind = 'closed'",
            "TRUNCATE tickets_event CASCADE",
        ]
        if connection.vendor == "postgresql"
        else [
            f"REPLACE INTO tickets_event (id, ticket_id, seq, kind, at, recorded_at, late, by_id, door, facts, "
            f"note_digest, digest) {ROW} FROM tickets_event",
            f"INSERT OR REPLACE INTO tickets_event (ticket_id, seq, kind, at, recorded_at, late, by_id, door, facts, "
            f"note_digest, digest) {ROW.replace('id, ticket_id', 'ticket_id', 1)} FROM tickets_event",
        ]
    ),
]


@pytest.mark.parametrize("statement", REWRITES)
def test_the_journal_cannot_be_rewritten(repair, statement):
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert Event.objects.get(ticket=repair).kind == "received"


def test_not_even_by_the_models(repair):
    event = Event.objects.get(ticket=repair)
    for rewrite in (event.delete, event.save, lambda: Event.objects.update(door="none")):
        with pytest.raises(DatabaseError), transaction.atomic():
            rewrite()


def test_a_note_may_be_erased(repair, told):
    actions.attempt(repair, told(1, "09:05", note="无人接听"))
    assert Note.objects.all().delete()[0] == 2


def test_a_house_with_an_unarmed_journal_does_not_open(house):
    guard.demand()
    guard.disarm(connection)
    with pytest.raises(Refused, match="journal-unarmed"):
        guard.demand()
    guard.arm(connection)
    guard.demand()


def test_every_migration_arms_the_journal(house):
    guard.disarm(connection)
    call_command("migrate", verbosity=0, skip_checks=True)
    assert guard.unarmed(connection) == []


def test_a_trigger_that_is_switched_off_is_missed(house):
    switch_off = {
        "postgresql": "ALTER TABLE tickets_event DISABLE TRIGGER tickets_event_refuses_delete",
        "sqlite": "DROP TRIGGER tickets_event_refuses_delete",
    }
    with connection.cursor() as cursor:
        cursor.execute(switch_off[connection.vendor])
    assert guard.unarmed(connection) == ["tickets_event_refuses_delete"]
