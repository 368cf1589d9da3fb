"""Done, as far as we can see: not before what its kind of service demands is known (D14)."""

from dataclasses import replace

from django.db import transaction

from jishi.core.completion import fault_of, missing, this_time
from jishi.core.refused import Refused
from jishi.core.zones import moment

from . import journal
from .entry import Entry
from .models import Event, Ticket
from .verbs import tell


@transaction.atomic
def resolve(
    ticket: Ticket,
    entry: Entry,
    *,
    result: str | None = None,
    cause: str | None = None,
    fault: str | None = None,
    diagnosis: str = "",
) -> Event:
    """The note says what was done; fault and diagnosis, if given, are told before. Refuses gaps ("not-diagnosed")."""
    given = {"fault": fault, "diagnosis": diagnosis, "measure": entry.note, "result": result}
    lacks = [demand for demand in lacking(ticket) if not (given[demand] or "").strip()]
    if lacks:
        raise Refused("not-diagnosed", lacks=lacks)
    if fault or diagnosis:
        tell(ticket, "diagnosed", replace(entry, note=diagnosis), fault=fault)
    return tell(ticket, "resolved", entry, result=result, cause=cause)


def lacking(ticket: Ticket) -> list[str]:
    """What has to be said with the solution, because its kind of service demands it and nobody has said it yet."""
    demands = ticket.service_type.demands if ticket.service_type else ()
    if not demands:
        return []
    told = this_time(journal.history(ticket))
    known = {"fault"} if fault_of(told) else set()
    if "diagnosis" in demands and told and _diagnosed(ticket, told[0].at):
        known.add("diagnosis")
    return missing(demands, known)


def _diagnosed(ticket: Ticket, since: int) -> bool:
    """Whether somebody wrote down what is wrong."""
    diagnoses = Event.objects.filter(ticket=ticket, kind="diagnosed", at__gte=moment(since))
    return diagnoses.exclude(note_digest="").exists()
