"""The first start: an empty database is made ready, and its first administrator gets a link to come in by."""

from datetime import datetime

from django.core.management import call_command
from django.db import connection

from jishi.clocks.setting_up import set_up
from jishi.core.refused import Refused
from jishi.directory.inviting import invite
from jishi.directory.models import Person
from jishi.directory.people import hire

NUMBER = "admin"


def is_empty() -> bool:
    return not connection.introspection.table_names()


def begin(name: str, now: datetime) -> str:
    """The token of the link; called again before anybody used it, another one. Refused: "already-begun"."""
    call_command("migrate", verbosity=0)
    set_up(now, now)
    first = Person.objects.filter(number=NUMBER).first()
    if (first is None and Person.objects.exists()) or (first is not None and first.has_usable_password()):
        raise Refused("already-begun")
    first = first or hire(NUMBER, name, "administrator")
    return invite(first, first, now)
