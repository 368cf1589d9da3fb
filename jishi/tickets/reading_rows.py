"""Queries that every verb asks: compiled once, then only asked (ADR 0024)."""

from collections.abc import Callable
from typing import Any, NamedTuple

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Model, QuerySet

KEY = -7_180_339  # stands for the key while a query is compiled; no row has it


class Compiled(NamedTuple):
    sql: str
    params: list[Any]
    converters: list[tuple[int, list[Callable[..., Any]], Any]]


class Question:
    """What is asked of the rows about one key, such as the entries of a ticket's journal.

    `rows` builds the query from a key; it is called once for each kind of database, so nothing else may enter it.
    """

    def __init__(self, model: type[Model], rows: Callable[[int], QuerySet[Any]]) -> None:
        self.model, self.rows = model, rows
        self.known: dict[str, Compiled] = {}

    def ask(self, key: int) -> list[tuple[Any, ...]]:
        """The columns of each row, in the order the query names them."""
        connection = connections[DEFAULT_DB_ALIAS]
        asked = self.known.get(connection.vendor) or self._compile(connection)
        with connection.cursor() as cursor:
            cursor.execute(asked.sql, [key if param == KEY else param for param in asked.params])
            found = [list(row) for row in cursor.fetchall()]
        for place, converters, expression in asked.converters:
            for row in found:
                for convert in converters:
                    row[place] = convert(row[place], expression, connection)
        return [tuple(row) for row in found]

    def objects(self, key: int) -> list[Any]:
        """The rows themselves, of a query for whole rows."""
        names = [field.attname for field in self.model._meta.concrete_fields]
        return [self.model.from_db(DEFAULT_DB_ALIAS, names, row) for row in self.ask(key)]

    def _compile(self, connection: BaseDatabaseWrapper) -> Compiled:
        compiler = self.rows(KEY).query.get_compiler(connection=connection)
        sql, params = compiler.as_sql()
        expressions = [expression for expression, *_ in compiler.select]
        converters = [(place, *told) for place, told in compiler.get_converters(expressions).items()]
        self.known[connection.vendor] = Compiled(sql, list(params), converters)
        return self.known[connection.vendor]
