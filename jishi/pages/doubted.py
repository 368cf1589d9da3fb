"""What is doubtful of a ticket's record, on the ticket itself, for those who can mend it."""

from jishi.directory.models import Person
from jishi.tickets.models import Ticket
from jishi.watch.models import Doubt


def doubted(ticket: Ticket, person: Person) -> list[Doubt]:
    """What is open, the earliest first; how we keep our records is not for those outside."""
    if person.is_outside:
        return []
    return list(Doubt.objects.filter(ticket=ticket, state="open").order_by("arose_at", "pk"))
