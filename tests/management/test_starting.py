"""Nothing starts on a database that is too old, that could lose answers, or whose journal nobody guards."""

import os
import subprocess
import sys

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from jishi.core.refused import Refused
from jishi.management import starting
from jishi.tickets import guard

pytestmark = pytest.mark.both_databases


def test_a_house_in_order_starts(db):
    starting.demand()


def test_nothing_starts_on_a_database_older_than_the_program(db):
    latest = MigrationRecorder.Migration.objects.filter(app="tickets").latest("name")
    latest.delete()
    with pytest.raises(Refused) as refused:
        starting.demand()
    assert refused.value.code == "not-migrated"
    assert f"tickets.{latest.name}" in refused.value.facts["missing"]


@pytest.mark.django_db(transaction=True)
def test_nothing_starts_where_commits_do_not_reach_the_disk():
    is_sqlite = connection.vendor == "sqlite"
    weaken, mend = (
        ("PRAGMA synchronous=OFF", "PRAGMA synchronous=FULL") if is_sqlite else
        ("SET synchronous_commit TO off", "SET synchronous_commit TO on")
    )  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(weaken)
        try:
            with pytest.raises(Refused) as refused:
                starting.demand()
        finally:
            cursor.execute(mend)
    assert refused.value.code == "not-durable"


@pytest.mark.django_db(transaction=True)
def test_nothing_starts_on_an_unguarded_journal():
    guard.disarm(connection)
    try:
        with pytest.raises(Refused) as refused:
            starting.demand()
    finally:
        guard.arm(connection)
    assert refused.value.code == "journal-unarmed"


def test_the_web_process_asks_before_it_answers(tmp_path):
    """An empty database is older than any program."""
    environment = os.environ | {"JISHI_VAR": str(tmp_path), "JISHI_DATABASE_URL": f"sqlite:///{tmp_path}/empty.db"}
    asked = subprocess.run([sys.executable, "-c", "import jishi.asgi"], env=environment, capture_output=True, text=True)
    assert asked.returncode != 0
    assert "not-migrated" in asked.stderr
