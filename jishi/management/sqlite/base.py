"""Django's SQLite, quicker where every verb passes (ADR 0024): the same statements, values and errors.

A statement asked before has its places already turned from %s into ?; moments in UTC, as all of ours are, become text
and are read back without asking for the zone at each step.
"""

from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from django.db.backends.sqlite3 import base, operations
from django.db.backends.utils import CursorWrapper
from django.utils.asyncio import async_unsafe
from django.utils.dateparse import parse_datetime


class Cursor(base.SQLiteCursorWrapper):
    def convert_query(self, query: str, *, param_names: Any = None) -> str:
        return _turned(query) if param_names is None else super().convert_query(query, param_names=param_names)


class DatabaseOperations(operations.DatabaseOperations):
    def adapt_datetimefield_value(self, value: Any) -> str | None:
        if type(value) is datetime and value.tzinfo is UTC is self.connection.timezone:
            return value.isoformat(" ").removesuffix("+00:00")
        return super().adapt_datetimefield_value(value)

    def convert_datetimefield_value(self, value: Any, expression: Any, connection: Any) -> Any:
        if type(value) is str and self.connection.timezone is UTC:
            read = parse_datetime(value)
            return read.replace(tzinfo=UTC) if read and read.tzinfo is None else read
        return super().convert_datetimefield_value(value, expression, connection)


class DatabaseWrapper(base.DatabaseWrapper):
    ops_class = DatabaseOperations

    def create_cursor(self, name: Any = None) -> Any:
        return self.connection.cursor(factory=Cursor)

    @async_unsafe
    def cursor(self) -> Any:
        if self.connection is None or self.queries_logged:
            return super().cursor()
        self.validate_thread_sharing()
        return CursorWrapper(self.create_cursor(), self)


@lru_cache(maxsize=512)
def _turned(query: str) -> str:
    return base.FORMAT_QMARK_REGEX.sub("?", query).replace("%%", "%")
