"""An article at work: read, used on a ticket, doubted, and the doubt answered."""

from datetime import datetime

from jishi.core.refused import Refused
from jishi.directory.models import Person
from jishi.tickets.models import Ticket

from .models import Article, Doubt, Reading, Use, Version


def read(version: Version, person: Person, now: datetime) -> None:
    """Somebody opened this version; counted once a person."""
    if not Reading.objects.filter(version=version, person=person).exists():
        Reading.objects.bulk_create([Reading(version=version, person=person, at=now)], ignore_conflicts=True)


def use(ticket: Ticket, article: Article, by: Person, now: datetime) -> Use:
    """It is used on the ticket, in the version that holds; once a cycle. Refused: "not-published"."""
    if article.standing != "published":
        raise Refused("not-published", number=article.number)
    told = {"version": article.version, "by": by, "at": now}
    return Use.objects.get_or_create(ticket=ticket, article=article, cycle=ticket.reopens, defaults=told)[0]


def doubt(article: Article, by: Person, now: datetime, words: str, ticket: Ticket | None = None) -> Doubt:
    """It did not help, and why, in a word; stands in its owner's queue. Refused: "reason-missing", "not-published"."""
    if not words.strip():
        raise Refused("reason-missing")
    if article.version is None:
        raise Refused("not-published", number=article.number)
    said = {"words": words.strip()[:500], "by": by, "at": now, "ticket": ticket}
    return Doubt.objects.create(article=article, version=article.version, **said)


def answer(doubt: Doubt, now: datetime, words: str) -> None:
    """What came of it. Refused: "reason-missing", "already-answered"."""
    if not words.strip():
        raise Refused("reason-missing")
    open_still = Doubt.objects.filter(pk=doubt.pk, answered_at=None)
    if not open_still.update(answered_at=now, answer=words.strip()[:500]):
        raise Refused("already-answered")
