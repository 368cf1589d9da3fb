"""Lists short enough to be named row by row: the page has chosen them, the gate is passed once more."""

from django.db.models import QuerySet

from jishi.core.refused import Refused

from .listing import Wish

MOST = 20_000


def ids(found: QuerySet) -> dict[str, list[int]]:
    """What was asked for, as ids. Refuses more than are named ("narrow-the-list")."""
    chosen = list(found.values_list("pk", flat=True)[: MOST + 1])
    if len(chosen) > MOST:
        raise Refused("narrow-the-list", limit=f"{MOST:,}")
    return {"ids": chosen}


def within(seen: QuerySet, wish: Wish) -> QuerySet:
    return seen.filter(pk__in=wish.asked["ids"])
