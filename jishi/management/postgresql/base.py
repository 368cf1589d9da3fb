"""Django's PostgreSQL, but that moments are read by psycopg's own loader: the same ones, and quickly (ADR 0024).

Our connections speak UTC, so that is the zone it reads in; Django's own loader sets the zone anew on each value.
"""

from typing import Any

from django.db.backends.postgresql import base
from psycopg import adapters
from psycopg.adapt import AdaptersMap
from psycopg.pq import Format

LOADER = adapters.get_loader(base.TIMESTAMPTZ_OID, Format.TEXT)


class DatabaseWrapper(base.DatabaseWrapper):
    def get_connection_params(self) -> dict[str, Any]:
        params = super().get_connection_params()
        params["context"] = AdaptersMap(params["context"])
        params["context"].register_loader(base.TIMESTAMPTZ_OID, LOADER)
        return params

    def create_cursor(self, name: str | None = None) -> Any:
        if name is None:
            return self.connection.cursor()
        held = self.connection.autocommit
        return base.ServerSideCursor(self.connection, name=name, scrollable=False, withhold=held)
