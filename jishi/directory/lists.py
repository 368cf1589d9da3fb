"""Lists people edit: reasons, faults, results. What was once used keeps its code and its name."""

import secrets
from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction
from django.db.models import Max, QuerySet

from jishi.core.refused import Refused

from .models import Item
from .models.lists import LISTS

NAMED = ("name", "name_en")
LONGEST = 80  # characters of a name


def choices(list_: str) -> QuerySet[Item]:
    """What can be chosen now, in order."""
    return Item.objects.filter(list=list_, active=True)


def chosen(list_: str, code: str) -> Item:
    """The item, if it can be chosen now. Refuses others ("bad-value")."""
    found = choices(list_).filter(code=code).first()
    if found is None:
        raise Refused("bad-value", field=list_, value=code[:40])
    return found


def names(codes: Iterable[object]) -> dict[tuple[str, str], str]:
    """(list, code) -> name, for these codes of whatever list, retired or not."""
    wanted = sorted({str(code) for code in codes if code})
    return {(item.list, item.code): str(item) for item in Item.objects.filter(code__in=wanted)} if wanted else {}


def every(list_: str) -> dict[str, str]:
    """Code -> name of a whole list, retired items too: what was once chosen keeps its name."""
    return {item.code: str(item) for item in Item.objects.filter(list=list_)}


@transaction.atomic
def add(list_: str, terms: Mapping[str, Any]) -> Item:
    """A new last item. Refused: "unknown-list", "field-missing", "code-taken"."""
    if list_ not in LISTS:
        raise Refused("unknown-list", value=list_[:40])
    last = Item.objects.filter(list=list_).aggregate(last=Max("position"))["last"] or 0
    code = terms.get("code") or f"own-{secrets.token_hex(4)}"
    if Item.objects.filter(list=list_, code__iexact=code).exists():
        raise Refused("code-taken", value=code)
    return Item.objects.create(list=list_, code=code, position=last + 1, **_terms(terms))


def amend(item: Item, terms: Mapping[str, Any]) -> None:
    """Other names, other facts; the code stays. Refused: "field-missing"."""
    Item.objects.filter(pk=item.pk).update(**_terms(terms))


def retire(item: Item, active: bool) -> None:
    """Offered no longer, or again. Where it was used it stays."""
    Item.objects.filter(pk=item.pk).update(active=active)


@transaction.atomic
def move(item: Item, up: bool) -> None:
    """Change places with the neighbour; the first and the last stay."""
    items = list(Item.objects.select_for_update().filter(list=item.list))
    here = next(place for place, each in enumerate(items) if each.pk == item.pk)
    there = here - 1 if up else here + 1
    if 0 <= there < len(items):
        items[here], items[there] = items[there], items[here]
    for place, each in enumerate(items):
        each.position = place
    Item.objects.bulk_update(items, ["position"])


def _terms(terms: Mapping[str, Any]) -> dict[str, Any]:
    said = {name: str(terms.get(name, "")).strip()[:LONGEST] for name in NAMED}
    if not said["name"]:
        raise Refused("field-missing", field="name")
    return said | {"facts": dict(terms.get("facts") or {})}
