"""What is new is studied every day, and confirmed: one button, one row a person and day (R56)."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, Max, Q, QuerySet
from django.utils import timezone

from jishi.core.refused import Refused
from jishi.directory.models import Person
from jishi.tickets.queries import visible

from .models import Study, Version
from .queries import published

FIRST = timedelta(days=30)  # who has never studied begins with what is so new
AT_ONCE = 20  # versions studied in one sitting, the oldest first
LAST = Max("studies__through")  # of a person: until when everything has been studied
LATELY = 200  # tickets that say what somebody works on


@dataclass(frozen=True)
class Item:
    """A version to be studied; `near`: it is about what the reader's tickets are about."""

    version: Version
    near: bool


def since(person: Person, now: datetime) -> datetime:
    """Until when this person has studied everything."""
    last = Study.objects.filter(person=person).aggregate(last=Max("through"))["last"]
    return last or now - FIRST


def fresh(person: Person, now: datetime) -> QuerySet[Version]:
    """The versions in force, published since this person last studied; the oldest first."""
    new = Version.objects.filter(published_at__gt=since(person, now), published_at__lte=now)
    held = new.filter(pk__in=published(person).values("version"))
    return held.select_related("article__category", "article__subcategory", "by").order_by("published_at", "id")


def sitting(person: Person, now: datetime) -> list[Item]:
    """What is studied next: what concerns the reader's own tickets first."""
    versions = list(fresh(person, now)[:AT_ONCE])
    near = _near(person, versions)
    return sorted((Item(version, version.pk in near) for version in versions), key=lambda item: not item.near)


@transaction.atomic
def confirm(person: Person, now: datetime, through: datetime) -> Study:
    """All that was published `through` then has been studied, as the day's row says. Refused: "in-the-future"."""
    if through > now:
        raise Refused("in-the-future", at=through.isoformat())
    read = list(fresh(person, now).filter(published_at__lte=through).values_list("pk", flat=True))
    day = {"person": person, "day": timezone.localdate(now)}
    study, made = Study.objects.get_or_create(**day, defaults={"at": now, "through": through, "versions": read})
    if made:
        return study
    study = Study.objects.select_for_update().get(pk=study.pk)
    study.at, study.through = now, max(study.through, through)
    study.versions = [*study.versions, *(pk for pk in read if pk not in study.versions)]
    study.save(update_fields=["at", "through", "versions"])
    return study


def led(person: Person) -> QuerySet[Person]:
    """The staff whose studies `person` may see: as far as the role reaches."""
    inside = Person.objects.filter(is_active=True, supplier=None).exclude(role__reach="supplier")
    match person.role.reach:
        case "all":
            return inside
        case "department":
            return inside.filter(department=person.department_id, department__isnull=False)
        case "team":
            return inside.filter(team=person.team_id, team__isnull=False)
    return inside.filter(pk=person.pk)


def behind(people: Iterable[Person], now: datetime) -> dict[int, int]:
    """How many versions each of these people has not studied yet; `last` is the `through` of their last study."""
    held = Version.objects.filter(published_at__lte=now, article__standing="published", article__version=F("pk"))
    dates = sorted(held.values_list("published_at", flat=True))
    return {one.pk: len(dates) - bisect_right(dates, one.last or now - FIRST) for one in people}


def _near(person: Person, versions: list[Version]) -> set[int]:
    """Those about a category or a product of the tickets the person has lately seen come in."""
    lately = visible(person).order_by("-received_at", "-id")[:LATELY]
    told = list(lately.values_list("category_id", "subcategory_id", "product_id"))
    places = {pk for row in told for pk in row[:2] if pk}
    products = {row[2] for row in told if row[2]}
    about = Q(article__products__in=products) & (Q(article__category=None) | Q(article__category__in=places))
    near = about | Q(article__subcategory__in=places)
    return set(Version.objects.filter(near, pk__in=[version.pk for version in versions]).values_list("pk", flat=True))
