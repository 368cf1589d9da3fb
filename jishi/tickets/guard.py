"""Append-only: the journal, the access log, what a shift handed over. The database refuses UPDATE, DELETE, TRUNCATE.

Armed after every migration, demanded at start-up. Notes may be erased, not rewritten. Only test teardown disarms.
"""

from typing import Any

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

from jishi.core.refused import Refused
from jishi.directory.models import Access

from .models import Event, Note, ReliefLine, ReliefNote

ALL = ("UPDATE", "DELETE", "TRUNCATE")
# table -> what it refuses
GUARDED = {Event._meta.db_table: ALL, Note._meta.db_table: ("UPDATE",), Access._meta.db_table: ALL} | {
    ReliefLine._meta.db_table: ALL,
    ReliefNote._meta.db_table: ("UPDATE",),
}

SQLITE = """CREATE TRIGGER IF NOT EXISTS {name} BEFORE {verb} ON {table}
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END"""

POSTGRESQL = """CREATE OR REPLACE TRIGGER {name} BEFORE {verb} ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION jishi_refuse()"""
REFUSE = """CREATE OR REPLACE FUNCTION jishi_refuse() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the journal is append-only'; END $$"""


def after_migration(using: str, **_: Any) -> None:
    arm(connections[using])


def arm(connection: BaseDatabaseWrapper) -> None:
    """Create the triggers that are missing."""
    present = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(REFUSE)
        for name, verb, table in _triggers(connection):
            if table in present:
                cursor.execute(_template(connection).format(name=name, verb=verb, table=table))


def disarm(connection: BaseDatabaseWrapper) -> None:
    """For the teardown of tests only."""
    with connection.cursor() as cursor:
        for name, _, table in _triggers(connection):
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}" + (f" ON {table}" if _is_postgresql(connection) else ""))


def unarmed(connection: BaseDatabaseWrapper) -> list[str]:
    """The names of missing or disabled triggers, and of the setting without which REPLACE slips by."""
    with connection.cursor() as cursor:
        if _is_postgresql(connection):
            cursor.execute("SELECT tgname FROM pg_trigger WHERE tgenabled IN ('O', 'A') AND NOT tgisinternal")
        else:
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        found = {name for (name,) in cursor.fetchall()}
        missing = [name for name, _, _ in _triggers(connection) if name not in found]
        return missing if _is_postgresql(connection) else missing + _replace_slips_by(cursor)


def demand(using: str = "default") -> None:
    """Refuse to start on an unarmed journal ("journal-unarmed")."""
    if missing := unarmed(connections[using]):
        raise Refused("journal-unarmed", missing=missing)


def _triggers(connection: BaseDatabaseWrapper) -> list[tuple[str, str, str]]:
    """(name, verb, table) of every trigger this database needs."""
    return [
        (f"{table}_refuses_{verb.lower()}", verb, table)
        for table, verbs in GUARDED.items()
        for verb in verbs
        if verb != "TRUNCATE" or _is_postgresql(connection)
    ]


def _template(connection: BaseDatabaseWrapper) -> str:
    return POSTGRESQL if _is_postgresql(connection) else SQLITE


def _is_postgresql(connection: BaseDatabaseWrapper) -> bool:
    return connection.vendor == "postgresql"


def _replace_slips_by(cursor: Any) -> list[str]:
    on = cursor.execute("PRAGMA recursive_triggers").fetchone()[0]
    return [] if on else ["recursive_triggers"]
