"""What must hold before anything starts: every migration applied, commits that reach the disk, the journal guarded."""

import gc

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.executor import MigrationExecutor

from jishi.core.refused import Refused
from jishi.tickets import guard

SQLITE = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}
POSTGRESQL = {"fsync": "on", "full_page_writes": "on", "synchronous_commit": "on"}


def stay_loaded() -> None:
    """What is loaded by now stays: the collector need not look at it again and again, and later less often."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 20)


def demand(using: str = "default") -> None:
    """Refuses to start: "not-migrated", "not-durable", "journal-unarmed"."""
    connection = connections[using]
    if missing := unapplied(connection):
        raise Refused("not-migrated", missing=missing)
    if wrong := undurable(connection):
        raise Refused("not-durable", wrong=wrong)
    guard.demand(using)


def unapplied(connection: BaseDatabaseWrapper) -> list[str]:
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _ in plan]


def undurable(connection: BaseDatabaseWrapper) -> list[str]:
    """The settings of this connection under which an answered request could be lost, as they are."""
    is_sqlite = connection.vendor == "sqlite"
    found = {}
    with connection.cursor() as cursor:
        for name in SQLITE if is_sqlite else POSTGRESQL:
            cursor.execute(f"{'PRAGMA' if is_sqlite else 'SHOW'} {name}")
            found[name] = cursor.fetchone()[0]
    wanted = SQLITE if is_sqlite else POSTGRESQL
    return [f"{name}={found[name]}" for name, value in wanted.items() if found[name] != value]
