"""The rules of urgency as people read them: by the names of the things they speak of."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from django.db.models import Model

from jishi.core.priority import Rule
from jishi.directory.models import Category, Product, ServiceType
from jishi.tickets.models import PriorityRule

NAMED: dict[str, type[Model]] = {"product": Product, "category": Category}


class Reason(NamedTuple):
    rule: Rule
    says: str


def reasons(rules: Sequence[Rule]) -> list[Reason]:
    """Each rule with what it says, things by their names; one query a kind of thing."""
    names: dict[tuple[str, str], str] = {}
    for kind, model in NAMED.items():
        if ids := [int(rule.says) for rule in rules if rule.kind == kind and rule.says.isdecimal()]:
            names |= {(kind, str(row.pk)): str(row) for row in model.objects.filter(pk__in=ids)}
    if any(rule.kind == "service_type" for rule in rules):
        names |= {("service_type", row.code): str(row) for row in ServiceType.objects.all()}
    return [Reason(rule, names.get((rule.kind, rule.says), rule.says)) for rule in rules]


def standing(rows: Iterable[PriorityRule]) -> list[Reason]:
    return reasons([Rule(row.pk, row.kind, row.says, row.priority, row.weight) for row in rows])
