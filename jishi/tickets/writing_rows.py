"""Rows written without a compiler's round: one statement for each model, each value made ready by its field."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from operator import attrgetter
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections, models
from django.db.backends.base.base import BaseDatabaseWrapper

PLAIN = frozenset([type(None), int, str, bool])


class Insert:
    """The statement for a row of a model, and what makes its values ready."""

    def __init__(self, model: type[models.Model], *, keyed: bool) -> None:
        self.fields = [field for field in model._meta.concrete_fields if keyed or field is not model._meta.auto_field]
        self.names = [field.column for field in self.fields]
        names, places = ", ".join(f'"{name}"' for name in self.names), ", ".join(["%s"] * len(self.names))
        self.sql = f"INSERT INTO {model._meta.db_table} ({names}) VALUES ({places})"
        self._dated = [field for field in self.fields if vars(field).get("auto_now") or vars(field).get("auto_now_add")]
        self._read = attrgetter(*(field.attname for field in self.fields))

    def values(self, row: models.Model, connection: BaseDatabaseWrapper) -> list[Any]:
        for field in self._dated:
            field.pre_save(row, True)
        return [_ready(field, value, connection) for field, value in zip(self.fields, self._read(row), strict=True)]


def write_row(row: models.Model) -> None:
    """Insert a row that has no key yet; it gets its key."""
    connection, insert = _connection(), _insert(type(row), keyed=False)
    with connection.cursor() as cursor:
        cursor.execute(f"{insert.sql} RETURNING {row._meta.pk.column}", insert.values(row, connection))
        row.pk = cursor.fetchone()[0]
    row._state.adding = False


def write_rows(rows: Sequence[models.Model]) -> None:
    """Insert rows of one model that have no key yet, in their order; they get their keys, counted on from the last.

    Only inside a transaction that holds the table's writers off. PostgreSQL counts by itself: there Django writes them.
    """
    if not rows:
        return
    model, connection = type(rows[0]), _connection()
    if connection.vendor != "sqlite":
        model.objects.bulk_create(rows)
        return
    insert = _insert(model, keyed=True)
    with connection.cursor() as cursor:
        if model._meta.auto_field:
            cursor.execute(f"SELECT coalesce(max(id), 0) FROM {model._meta.db_table}")
            for pk, row in enumerate(rows, cursor.fetchone()[0] + 1):
                row.pk = pk
        cursor.executemany(insert.sql, [insert.values(row, connection) for row in rows])
    for row in rows:
        row._state.adding = False


def put_rows(rows: Sequence[models.Model], key: Sequence[str]) -> None:
    """Insert rows of one model, each in place of the one with the same `key` columns."""
    if not rows:
        return
    connection, insert = _connection(), _insert(type(rows[0]), keyed=False)
    new = ", ".join(f'"{name}" = excluded."{name}"' for name in insert.names if name not in key)
    put = f"{insert.sql} ON CONFLICT ({', '.join(key)}) DO UPDATE SET {new}"
    with connection.cursor() as cursor:
        cursor.executemany(put, [insert.values(row, connection) for row in rows])


def change_row(row: models.Model, new: Mapping[str, object], **seen: object) -> bool:
    """Write the `new` values where the row still holds the `seen` ones; whether it did. Names are of columns."""
    connection, fields = _connection(), row._meta
    wanted, held = list(new.items()), list(({"id": row.pk} | seen).items())
    values = [_ready(fields.get_field(name), value, connection) for name, value in (*wanted, *held)]
    sets, where = ", ".join(_equals(wanted)), " AND ".join(_equals(held))
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {fields.db_table} SET {sets} WHERE {where}", values)
        return cursor.rowcount > 0


def mark(model: type[models.Model], tickets: Iterable[int]) -> None:
    """Note the tickets in a table of nothing but tickets; one that stands there already stays."""
    with _connection().cursor() as cursor:
        insert = f"INSERT INTO {model._meta.db_table} (ticket_id) VALUES (%s) ON CONFLICT DO NOTHING"
        cursor.executemany(insert, [(ticket,) for ticket in tickets])


def _equals(told: list[tuple[str, object]]) -> list[str]:
    return [f'"{name}" = %s' for name, _ in told]


def _ready(field: "models.Field[Any, Any]", value: object, connection: BaseDatabaseWrapper) -> Any:
    """As the driver takes it: nothing, numbers, words and yes or no are that already, but not in JSON."""
    if type(value) in PLAIN and not isinstance(field, models.JSONField):
        return value
    if type(value) is datetime and value.tzinfo is not None:
        return connection.ops.adapt_datetimefield_value(value)
    return field.get_db_prep_save(value, connection)


def _connection() -> BaseDatabaseWrapper:
    """Not the proxy, which is asked for every value."""
    return connections[DEFAULT_DB_ALIAS]


@lru_cache(maxsize=64)
def _insert(model: type[models.Model], *, keyed: bool) -> Insert:
    return Insert(model, keyed=keyed)
