"""Articles are drafted, published as versions, retired. What was published stays readable as it was."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F, Max

from jishi.core.refused import Refused
from jishi.directory.models import Person
from jishi.tickets.models import Ticket

from .models import Article, Version
from .search import index

LONGEST = {"title": 160, "body": 20_000, "why": 300}
KEPT = timedelta(days=180)  # until somebody has to look whether it still holds
PLACED = ("category", "subcategory", "owner", "review_by")
MANY = ("products", "service_types")


@dataclass(frozen=True)
class Words:
    """What a version says, and to whom. Refuses emptiness ("field-missing")."""

    title: str
    body: str
    audience: str = "inside"

    def __post_init__(self) -> None:
        for name in ("title", "body"):
            if not getattr(self, name).strip():
                raise Refused("field-missing", field=name)
            if len(getattr(self, name)) > LONGEST[name]:
                raise Refused("too-long", field=name, most=LONGEST[name])


@transaction.atomic
def write(by: Person, now: datetime, words: Words, where: Mapping[str, Any], source: Ticket | None = None) -> Article:
    """A new article, as a draft. `where`: its place (category, products …), by the article's field names."""
    article = Article(title=words.title, audience=words.audience, owner=by, source=source, touched_at=now)
    _put(article, where)
    Version.objects.create(article=article, place=1, by=by, **vars(words))
    return article


@transaction.atomic
def edit(article: Article, by: Person, words: Words, where: Mapping[str, Any], saved: int) -> Version:
    """The draft says `words`. `saved`: which saving was read; refuses if there was another ("edited-meanwhile")."""
    _put(article, where)
    read = article.versions.filter(published_at=None, saved=saved)
    if not read.update(saved=F("saved") + 1, by=by, **vars(words)):
        last = article.versions.exclude(published_at=None).aggregate(last=Max("place"))["last"] or 0
        told = {"place": last + 1, "by": by, "saved": 1} | vars(words)
        if saved or not Version.objects.get_or_create(article=article, published_at=None, defaults=told)[1]:
            raise Refused("edited-meanwhile", number=article.number)
    if article.standing == "draft":
        Article.objects.filter(pk=article.pk).update(title=words.title, audience=words.audience)
    return article.versions.get(published_at=None)


def draft(article: Article) -> Version | None:
    """The version that is not published yet."""
    return article.versions.filter(published_at=None).first()


@transaction.atomic
def publish(article: Article, by: Person, now: datetime, why: str, saved: int) -> Version:
    """The draft holds from now on. Refused: "nothing-drafted", "edited-meanwhile"; "reason-missing" after the first."""
    version = draft(article)
    if version is None:
        raise Refused("nothing-drafted")
    if version.place > 1 and not why.strip():
        raise Refused("reason-missing")
    told = {"published_at": now, "issuer": by, "why": why.strip()[: LONGEST["why"]]}
    if not Version.objects.filter(pk=version.pk, published_at=None, saved=saved).update(**told):
        raise Refused("edited-meanwhile", number=article.number)
    holds = {"title": version.title, "audience": version.audience, "version": version, "standing": "published"}
    checked = {} if article.review_by and article.review_by > now.date() else {"review_by": (now + KEPT).date()}
    _set(article, touched_at=now, **holds, **checked)
    index(article, version)
    version.refresh_from_db()
    return version


@transaction.atomic
def discard(article: Article) -> None:
    """The draft is gone; with it the article, if it was never published."""
    article.versions.filter(published_at=None).delete()
    Article.objects.filter(pk=article.pk, standing="draft", version=None).delete()


def retire(article: Article) -> None:
    """It does not hold any more. Refused: "not-published"."""
    if not Article.objects.filter(pk=article.pk, standing="published").update(standing="retired"):
        raise Refused("not-published", number=article.number)


def revive(article: Article, now: datetime) -> None:
    """It holds again. Refused: "not-retired"."""
    if not Article.objects.filter(pk=article.pk, standing="retired").update(standing="published"):
        raise Refused("not-retired", number=article.number)
    review(article, (now + KEPT).date())


def review(article: Article, until: date) -> None:
    """Somebody has looked: it holds as it is, until they look again."""
    _set(article, review_by=until)


def _put(article: Article, where: Mapping[str, Any]) -> None:
    for name in PLACED:
        if name in where and (where[name] is not None or name != "owner"):
            setattr(article, name, where[name])
    if article.pk:
        _set(article, **{name: getattr(article, name) for name in PLACED})
    else:
        article.save(force_insert=True)
    for name in MANY:
        if name in where:
            getattr(article, name).set(where[name])


def _set(article: Article, **columns: Any) -> None:
    Article.objects.filter(pk=article.pk).update(**columns)
    for name, value in columns.items():
        setattr(article, name, value)
