"""What the company's departments asked of each other because of its tickets, and what became of it."""

from datetime import datetime, timedelta

from django.utils import timezone

from jishi.clocks.working_days import closing
from jishi.directory.models import Department, Person
from jishi.tickets import matters
from jishi.tickets.models import Ticket

from .lexicon import words
from .luck import Luck

DAY = timedelta(days=1)
LATELY = 18  # days in which all of it was asked


def coordinate(seed: int, now: datetime) -> None:
    """On tickets of the last weeks: some done, some answered, some overdue, some decided in the meeting."""
    luck, chief = Luck(seed, 57), Person.objects.filter(role__code="manager").order_by("pk")[0]
    for name, told in words("matters").items():
        department = Department.objects.get(name=name)
        for said in told:
            if ticket := _about(said["about"], luck, now):
                _ask(luck, ticket, department, chief, said, now)


def _about(subcategory: str, luck: Luck, now: datetime) -> Ticket | None:
    """A ticket of the last weeks about this; in a small company, about anything."""
    recent = Ticket.objects.filter(received_at__range=(now - LATELY * DAY, now - DAY)).exclude(owner=None)
    tickets = list(recent.filter(subcategory__name=subcategory).order_by("pk")) or list(recent.order_by("pk"))
    return luck.pick(tickets) if tickets else None


def _ask(
    luck: Luck, ticket: Ticket, department: Department, chief: Person, said: dict[str, str], now: datetime
) -> None:
    speaker = department.people.filter(role__code__in=("contact", "lead"), is_active=True).order_by("-pk").first()
    at = _later(luck, ticket.received_at, now, 0)
    told = {
        "asked": said["asked"],
        "due_at": closing(at, luck.whole(1, 4)),
        "owner": speaker if luck.chance(0.8) else None,
    }
    matter = matters.ask(ticket, ticket.owner, at, department=department, **told)
    if said["answer"]:
        at = _later(luck, at, now, luck.whole(1, 3))
        matters.tell(matter, "answered", speaker or chief, at, said["answer"])
        matter.refresh_from_db()
    if said["decided"]:
        at = _later(luck, at, now, luck.whole(1, 3))
        matters.tell(matter, "decided", chief, at, said["decided"])
    if said["answer"] and luck.chance(0.6):
        matters.tell(matter, "done", speaker or chief, _later(luck, at, now, 1), "已核实，办结")


def _later(luck: Luck, at: datetime, now: datetime, days: int) -> datetime:
    """In the hours of an office, so many days on; never after `now`."""
    day = timezone.localtime(at + days * DAY)
    day += (7 - day.weekday()) * DAY if day.weekday() > 4 else 0 * DAY
    return min(max(day.replace(hour=luck.whole(9, 16), minute=luck.whole(0, 59)), at + DAY / 24), now)
