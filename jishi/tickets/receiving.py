"""A request comes in."""

from dataclasses import replace

from django.db import models, transaction

from jishi.core.zones import moment
from jishi.directory.models import ServiceType, Team

from . import journal
from .entry import Entry
from .fold import fold
from .journal import Tale
from .models import Ticket
from .numbering import numbers
from .own_fields import read_own
from .verbs import decide
from .writing_rows import write_row

WORDS = ("title", "description", "remark", "measure")


@transaction.atomic
def receive(
    entry: Entry,
    *,
    title: str = "",
    description: str = "",
    remark: str = "",
    own: dict[str, object] | None = None,
    source: str = "",
    external_id: str = "",
    **fields: object,
) -> Ticket:
    """A new ticket, its clocks started. `fields`: rows and codes by the ticket's column names; `own`: its type's own.

    Refuses unknown, missing and ill-formed own fields ("unknown-field", "required-field", "bad-value").
    """
    words = {"title": title, "description": description, "remark": remark}
    ticket = Ticket(version=1, source=source, external_id=external_id, **words)
    ticket.extra = read_own(fields.get("service_type"), own or {})
    tale = Tale(ticket, [])
    event = decide(tale, "received", entry, facts(fields))
    for name, value in fold(tale.told).items():
        setattr(ticket, name, value)
    ticket.number = numbers(moment(event.at))[0]
    write_row(ticket)
    journal.record(tale, event, replace(entry, note=entry.note or description or title))
    return ticket


def facts(fields: dict[str, object]) -> dict[str, object]:
    """Ids and codes of a request's fields, with what follows from them and what the promises read."""
    implied = imply({name: value for name, value in fields.items() if value not in (None, "")})
    return {name: value.pk if isinstance(value, models.Model) else value for name, value in implied.items()}


def imply(fields: dict[str, object]) -> dict[str, object]:
    """The product of a device, its owner, the zone of a site, the department of a team, the codes of type and level."""
    fields = _from("device", fields, "product", "customer", "site")
    fields = _from("site", fields, "customer", "point", "zone")
    fields = _from("contact", fields, "customer")
    fields = _from("team", fields, "department")
    if isinstance(team := fields.get("team"), Team) and team.line > 1:
        fields = fields | {"pool": team}
    if isinstance(kind := fields.get("service_type"), ServiceType):
        fields = fields | {"type": kind.code} | ({"response": [kind.starts, kind.ends]} if kind.ends else {})
    if level := getattr(fields.get("contract"), "level", ""):
        fields = fields | {"level": level}
    return fields


def _from(name: str, fields: dict[str, object], *names: str) -> dict[str, object]:
    """The fields, completed by what the row under `name` knows."""
    row = fields.get(name)
    known = {other: getattr(row, other) for other in names if row is not None and getattr(row, other)}
    return known | fields
