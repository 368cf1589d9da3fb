"""A house ready for its first request: roles, kinds of service, shifts, lists, urgency, limits, calendars, promises."""

from datetime import datetime

from django.db import transaction

from jishi.directory.defaults import establish_lists, establish_roles, establish_shifts, establish_types
from jishi.tickets.allowances import establish_limits
from jishi.tickets.urgency import establish_rules

from .defaults import Row, establish


@transaction.atomic
def set_up(effective_at: datetime, now: datetime, extra: list[Row] | None = None) -> None:
    """Make what is missing; what is there stays as it is. Promises hold from `effective_at` on."""
    establish_roles()
    establish_types()
    establish_shifts()
    establish_lists()
    establish_rules()
    establish_limits(effective_at)
    establish(effective_at, now, extra)
