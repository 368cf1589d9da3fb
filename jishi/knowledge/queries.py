"""Which articles: what a person may read, and the views of the list."""

from collections.abc import Callable
from datetime import datetime

from django.db.models import Count, Exists, F, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from jishi.core.refused import Refused
from jishi.directory.models import Person

from .models import Article, Doubt, Reading, Use


def readable(person: Person) -> QuerySet[Article]:
    """The articles `person` may read: the one gate. Any other does not exist for them.

    Suppliers read what is meant for them; drafts are read by those who may write.
    """
    if not person.is_active:
        return Article.objects.none()
    if person.is_outside:
        return Article.objects.filter(standing="published").exclude(audience="inside")
    return Article.objects.all() if person.may("write") else Article.objects.exclude(standing="draft")


def published(person: Person) -> QuerySet[Article]:
    """Those that hold now."""
    return readable(person).filter(standing="published")


def in_force(person: Person, now: datetime) -> Q:
    return Q(standing="published")


def drafts(person: Person, now: datetime) -> Q:
    """Never published, or about to change."""
    return Q(standing="draft") | Q(pk__in=Article.objects.filter(versions__published_at=None).values("pk"))


def stale(person: Person, now: datetime) -> Q:
    """Somebody should have looked whether they still hold."""
    return Q(standing="published", review_by__lt=timezone.localdate(now))


def mine(person: Person, now: datetime) -> Q:
    return Q(owner=person) & ~Q(standing="retired")


def doubted(person: Person, now: datetime) -> Q:
    """Did not help somebody, and nobody has answered."""
    return Q(Exists(Doubt.objects.filter(article=OuterRef("pk"), answered_at=None))) & ~Q(standing="retired")


def retired(person: Person, now: datetime) -> Q:
    return Q(standing="retired")


VIEWS: dict[str, Callable[[Person, datetime], Q]] = {
    view.__name__: view for view in (in_force, mine, doubted, stale, drafts, retired)
}


def view(name: str, person: Person, now: datetime) -> Q:
    """The condition of a view by name. Refuses unknown names ("unknown-filter")."""
    if name not in VIEWS:
        raise Refused("unknown-filter", filter=name)
    return VIEWS[name](person, now)


def having(fields: dict[str, str]) -> Q:
    """Every field has this value. Refuses values that are no ids ("bad-value")."""
    condition = Q()
    for name, value in fields.items():
        if not value.isdecimal() or len(value) > 18:
            raise Refused("bad-value", field=name, value=value)
        condition &= Q(pk__in=Article.objects.filter(**{name: int(value)}).values("pk"))
    return condition


def counted(articles: QuerySet[Article]) -> QuerySet[Article]:
    """With how often each was read, used, and used on a ticket that was then solved."""
    solved = Q(ticket__reopens=F("cycle"), ticket__resolved_at__gte=F("at"))
    return articles.annotate(
        used=_number(Use.objects.filter(article=OuterRef("pk")), "article"),
        helped=_number(Use.objects.filter(solved, article=OuterRef("pk")), "article"),
        read=_number(Reading.objects.filter(version__article=OuterRef("pk")), "version__article"),
    )


def _number(rows: QuerySet, by: str) -> Coalesce:
    counts = rows.order_by().values(by).annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counts, output_field=IntegerField()), 0)
