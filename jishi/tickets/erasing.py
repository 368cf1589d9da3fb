"""A customer is erased: names, addresses and words go, events and figures stay."""

from datetime import datetime

from django.db import connection, transaction
from django.db.models import Q

from jishi.core.refused import Refused
from jishi.directory.models import Contact, Customer, FieldDef, Site, Telephone

from .attaching import take_out
from .models import Attachment, Note, ReliefNote, SearchGram, Ticket


def erase(customer: Customer, now: datetime) -> int:
    """Leave nothing of the customer's words and names, in the file neither; how many tickets were concerned.

    Refuses what was erased before ("already-erased").
    """
    tickets = forget(customer, now)
    wipe()
    return tickets


@transaction.atomic
def forget(customer: Customer, now: datetime) -> int:
    """The same, but for the file, which waits for `wipe`. Refuses what was erased before ("already-erased")."""
    if customer.erased_at:
        raise Refused("already-erased", number=customer.number)
    tickets = Ticket.objects.filter(customer=customer)
    ids = list(tickets.values_list("pk", flat=True))
    Note.objects.filter(event__ticket__in=ids).delete()
    spoken = Q(line__ticket__in=ids) | Q(line=None, relief__lines__ticket__in=ids)
    ReliefNote.objects.filter(pk__in=ReliefNote.objects.filter(spoken).values("pk")).delete()
    SearchGram.objects.filter(ticket__in=ids).delete()
    take_out(ids)
    for ticket in tickets.exclude(extra={}):
        Ticket.objects.filter(pk=ticket.pk).update(extra=_impersonal(ticket.extra))
    tickets.update(title="", description="", remark="", measure="")
    Telephone.objects.filter(contact__customer=customer).delete()
    customer.contacts.update(name="", phone="", extension="", mail="")
    customer.sites.update(address="", district="")
    Customer.objects.filter(pk=customer.pk).update(name="", erased_at=now)
    return len(ids)


def _impersonal(extra: dict[str, object]) -> dict[str, object]:
    """Own fields of free text may speak of a person; numbers, dates and choices do not."""
    kept = set(FieldDef.objects.exclude(kind="text").filter(masked=False).values_list("code", flat=True))
    return {code: value for code, value in extra.items() if code in kept or not isinstance(value, str)}


def wipe_at_last(_: object = None) -> None:
    """The work of a job. Raises while somebody's reading keeps us from it, and is tried again."""
    if not wipe():
        raise BlockingIOError("somebody is reading what was deleted")


def wipe() -> bool:
    """Overwrite what was deleted; whether nobody's reading kept us from it, so that a later round tries again.

    SQLite leaves it in free pages and in the write-ahead log, PostgreSQL in dead rows until they are vacuumed.
    """
    if connection.in_atomic_block:
        return False
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("VACUUM")
            return not cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        for model in (Note, ReliefNote, SearchGram, Attachment, Ticket, Customer, Contact, Telephone, Site):
            cursor.execute(f"VACUUM {model._meta.db_table}")
    return True
