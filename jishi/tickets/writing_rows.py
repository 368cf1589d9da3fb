"""Many new rows at once: one prepared statement, each value made ready by its field, no compiler's round a row."""

from collections.abc import Sequence

from django.db import DEFAULT_DB_ALIAS, connections, models


def write_rows(rows: Sequence[models.Model]) -> None:
    """Insert rows of one model that have no key yet, in their order; they get their keys, counted on from the last.

    Only inside a transaction that holds the table's writers off. PostgreSQL counts by itself: there Django writes them.
    """
    if not rows:
        return
    model, connection = type(rows[0]), connections[DEFAULT_DB_ALIAS]  # not the proxy, which is asked for every value
    if connection.vendor != "sqlite":
        model.objects.bulk_create(rows)
        return
    fields = model._meta.concrete_fields
    ready = [(field.attname, field.get_db_prep_save) for field in fields]
    names = ", ".join(f'"{field.column}"' for field in fields)
    places = ", ".join(["%s"] * len(fields))
    with connection.cursor() as cursor:
        if model._meta.auto_field:
            cursor.execute(f"SELECT coalesce(max(id), 0) FROM {model._meta.db_table}")
            for pk, row in enumerate(rows, cursor.fetchone()[0] + 1):
                row.pk = pk
        values = [[prepare(getattr(row, name), connection) for name, prepare in ready] for row in rows]
        cursor.executemany(f"INSERT INTO {model._meta.db_table} ({names}) VALUES ({places})", values)
    for row in rows:
        row._state.adding = False
