"""A year of goodwill at the demonstration's desk: small things at once, larger ones asked for, one still waiting."""

from datetime import datetime, timedelta

from django.utils import timezone

from jishi.core.refused import Refused
from jishi.directory.models import Person
from jishi.tickets.agreeing import agree, decline
from jishi.tickets.entry import Entry
from jishi.tickets.granting import approvers, grant, waiting
from jishi.tickets.models import Ticket
from jishi.watch.models import Notice

from .lexicon import words
from .luck import Luck

SHARE = 80  # one ticket in so many, and at least FEWEST
FEWEST = 60
SMALL = {"refund": (20, 30, 50, 80, 100), "coupon": (20, 30, 50), "feature": (3, 5, 7), "part": (35, 68, 120, 180)}
LARGE = (260, 320, 480, 680)


def give(seed: int, now: datetime) -> None:
    """On tickets that were late or whose customers had to ask; each some time after what happened last."""
    luck, said = Luck(seed, 54), words("goodwill")
    tickets = _wronged(now)
    for place, ticket in enumerate(tickets):
        at = ticket.last_at + timedelta(minutes=luck.whole(4, 90))
        if at < now - timedelta(hours=3):
            _give(ticket, ticket.owner, at, luck, said, large=place % 9 == 0)
    _leave_waiting(luck, said, now)
    Notice.objects.filter(code__startswith="approval", at__lt=now - timedelta(hours=8)).update(seen_at=now)


def _wronged(now: datetime) -> list[Ticket]:
    """Spread over the year: those of first line and the engineers whose promises broke."""
    late = Ticket.objects.filter(breaks_at__lte=now, resolved_at__isnull=False, priority__in=("P1", "P2", "P3"))
    known = late.filter(owner__role__code__in=("agent", "engineer", "second_line"), owner__is_active=True)
    found = list(known.select_related("owner__role", "team").order_by("pk"))
    wanted = max(FEWEST, Ticket.objects.count() // SHARE)
    return found[:: max(1, len(found) // wanted)]


def _give(ticket: Ticket, by: Person, at: datetime, luck: Luck, said: dict, large: bool) -> None:
    kind = "part" if by.role.code == "engineer" else luck.pick(["refund", "coupon", "coupon", "feature"])
    if large:
        _ask(ticket, by, at, luck, said)
    else:
        _told(ticket, by, at, luck.pick(said["why"][kind]), kind, luck.pick(list(SMALL[kind])))


def _ask(ticket: Ticket, by: Person, at: datetime, luck: Luck, said: dict) -> None:
    """Asked for, and answered within the hours of an office."""
    if not _told(ticket, by, at, luck.pick(said["more"]), "refund", luck.pick(list(LARGE))):
        return
    wish = waiting(ticket)
    able = approvers(ticket, wish.kind, wish.amount, by, at)
    answered = at + timedelta(minutes=luck.skewed(70, 0.8))
    words = "agreed" if luck.chance(0.75) else "declined"
    answer = agree if words == "agreed" else decline
    answer(ticket, Entry(luck.pick(able), "desk", None, luck.pick(said[words]), answered))


def _told(ticket: Ticket, by: Person, at: datetime, why: str, kind: str, amount: int) -> bool:
    """Whether it waits for an answer now; what nobody covers is not asked for."""
    try:
        return grant(ticket, Entry(by, "desk", None, why, at), goodwill=kind, amount=str(amount)).kind == "grant_asked"
    except Refused:
        return False


def _leave_waiting(luck: Luck, said: dict, now: datetime) -> None:
    """One that a lead finds today."""
    open_ones = Ticket.objects.filter(open_since__isnull=False, owner__role__code="agent", asked_at=None)
    at = timezone.localtime(now - timedelta(minutes=48))
    ticket = open_ones.filter(last_at__lt=at, priority__in=("P1", "P2")).select_related("owner__role", "team").first()
    if ticket:
        _told(ticket, ticket.owner, at, luck.pick(said["more"]), "refund", 480)
