"""What the company has written down: articles with their versions, used on its tickets, studied by its people."""

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from jishi.directory.models import Category, Person, Product
from jishi.knowledge import models as rows
from jishi.knowledge import using, writing
from jishi.knowledge.studying import led
from jishi.knowledge.writing import Words
from jishi.tickets.models import Ticket

from .lexicon import words
from .luck import Luck

DAY = timedelta(days=1)
USED, MOST = 0.22, 60  # share of an article's tickets it was used on, and at most how many
STUDIED = 20  # days of confirmations told
LAG = 0.2  # of the people fall behind by some days


def know(seed: int, now: datetime, logged_in: set[str]) -> None:
    """Into a desk whose tickets are there already. Whoever logs in finds something new to study."""
    luck = Luck(seed, 19)
    people = [one for one in Person.objects.filter(is_active=True).select_related("role") if one.may("write")]
    chief = next(one for one in people if one.may("issue"))
    for told in words("knowledge")["articles"]:
        article = _written(told, luck, people, chief, now)
        if article.version:
            _use(article, luck, now)
    _doubt(luck, people, now)
    _read(luck, people, now)
    _study(luck, chief, now, logged_in)


def _written(told: dict[str, Any], luck: Luck, people: list[Person], chief: Person, now: datetime) -> rows.Article:
    by = luck.pick([one for one in people if one.role.code == told["owner"]])
    under = Category.objects.filter(name=told["sub"], parent__isnull=False).select_related("parent").first()
    where = {
        "category": under.parent if under else None,
        "subcategory": under,
        "products": Product.objects.filter(name__in=told["products"]),
    }
    at, body = _hour(luck, now, told["days"]), told["body"]
    source = _solved(under, at) if luck.chance(0.5) else None
    article = writing.write(by, at, Words(told["title"], body, told["audience"]), where, source)
    if told["days"] < 0:
        return article
    writing.publish(article, chief, at, "", 0)
    for then in told["then"]:
        body = f"{body}\n{then['add']}"
        writing.edit(article, by, Words(told["title"], body, told["audience"]), {}, 0)
        writing.publish(article, chief, _hour(luck, now, then["days"]), then["why"], 1)
    return article


def _hour(luck: Luck, now: datetime, days: int) -> datetime:
    """Some time in the forenoon of a working day, about so many days ago."""
    day = timezone.localtime(now - max(days, 1) * DAY)
    day -= max(day.weekday() - 4, 0) * DAY
    return day.replace(hour=luck.whole(9, 11), minute=luck.whole(0, 59), second=luck.whole(0, 59), microsecond=0)


def _solved(under: Category | None, before: datetime) -> Ticket | None:
    solved = Ticket.objects.filter(subcategory=under, resolved_at__lt=before, subcategory__isnull=False)
    return solved.order_by("-resolved_at").first()


def _use(article: rows.Article, luck: Luck, now: datetime) -> None:
    """On solved tickets about the same, by those who solved them, in the version of that day."""
    versions = list(article.versions.exclude(published_at=None).order_by("place"))
    since = versions[0].published_at
    about = Ticket.objects.filter(subcategory=article.subcategory_id, subcategory__isnull=False, received_at__gt=since)
    chosen = [one for one in about.exclude(owner=None).order_by("-received_at") if luck.chance(USED)][:MOST]
    rows.Use.objects.bulk_create(_used(ticket, article, versions, luck, now) for ticket in chosen)


def _used(ticket: Ticket, article: rows.Article, versions: list, luck: Luck, now: datetime) -> rows.Use:
    at = ticket.received_at + luck.between(0.1, 0.8) * ((ticket.resolved_at or now) - ticket.received_at)
    held = [version for version in versions if version.published_at <= at] or versions[:1]
    told = {"version": held[-1], "by_id": ticket.owner_id, "at": at, "cycle": ticket.reopens}
    return rows.Use(ticket=ticket, article=article, **told)


def _doubt(luck: Luck, people: list[Person], now: datetime) -> None:
    """Two that were answered, two that wait."""
    articles = list(rows.Article.objects.filter(standing="published").select_related("version").order_by("pk"))
    for n, said in enumerate(words("knowledge")["doubts"]):
        doubt = using.doubt(luck.pick(articles), luck.pick(people), now - (12 - 3 * n) * DAY, said)
        if n < len(words("knowledge")["answers"]):
            using.answer(doubt, doubt.at + 2 * DAY, words("knowledge")["answers"][n])


def _read(luck: Luck, people: list[Person], now: datetime) -> None:
    held = rows.Version.objects.exclude(published_at=None)
    rows.Reading.objects.bulk_create(
        rows.Reading(version=version, person=person, at=version.published_at + luck.between(0.05, 0.9) * DAY)
        for version in held.filter(published_at__lt=now - DAY)
        for person in people
        if luck.chance(0.3)
    )


def _study(luck: Luck, chief: Person, now: datetime, logged_in: set[str]) -> None:
    """Every working day; some people are days behind, and those who log in have a week to catch up on."""
    versions = list(rows.Version.objects.exclude(published_at=None).values_list("published_at", "pk"))
    studies = []
    for person in led(chief).order_by("number"):
        behind = 7 if person.number in logged_in else luck.whole(2, 9) if luck.chance(LAG) else 0
        last = now - (STUDIED + 10) * DAY
        for ago in range(STUDIED, behind - 1, -1):
            at = _hour(luck, now, ago) - timedelta(minutes=luck.whole(30, 60)) if ago else now
            if timezone.localdate(last) >= timezone.localdate(at) or at > now or (not ago and luck.chance(0.4)):
                continue
            new = [pk for published_at, pk in versions if last < published_at <= at]
            studies.append(rows.Study(person=person, day=timezone.localdate(at), at=at, through=at, versions=new))
            last = at
    rows.Study.objects.bulk_create(studies)
