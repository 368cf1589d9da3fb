"""The rules of urgency as rows: what ships, what a request makes of them, and how they are changed by hand."""

import json
from collections.abc import Mapping
from pathlib import Path

from jishi.core import priority
from jishi.core.priority import ENOUGH, KINDS, ORDER, UP, Proposal, Rule
from jishi.core.refused import Refused
from jishi.directory.access import write
from jishi.directory.models import Person

from .models import PriorityRule, Ticket

SHIPPED = Path(__file__).with_suffix(".json")
MARKS = ("service_type", "product", "category", "subcategory")


def establish_rules() -> None:
    """The shipped rules, made where missing; edited and retired ones stay as they are."""
    shipped = [PriorityRule(**each) for each in json.loads(SHIPPED.read_text(encoding="utf-8"))]
    PriorityRule.objects.bulk_create(shipped, ignore_conflicts=True)


def rules() -> list[Rule]:
    told = PriorityRule.objects.filter(active=True).order_by("pk")
    return [Rule(*row) for row in told.values_list("pk", "kind", "says", "priority", "weight")]


def propose(words: str, fields: Mapping[str, object], emotion: str = "") -> Proposal:
    """What the rules make of a request. `fields`: its rows by the ticket's column names, what follows included."""
    return priority.propose(words, marks(fields, emotion), rules())


def marks(fields: Mapping[str, object], emotion: str = "") -> set[tuple[str, str]]:
    told = {("emotion", emotion)} if emotion else set()
    for name in MARKS:
        if row := fields.get(name):
            told.add(("category" if name == "subcategory" else name, str(row.pk)))
    if getattr(fields.get("customer"), "vip", False):
        told.add(("vip", "yes"))
    if level := getattr(fields.get("contract"), "level", ""):
        told.add(("level", level))
    return told


def chased(ticket: Ticket) -> str:
    """The priority its chases make of a ticket."""
    return priority.chased(ticket.priority, ticket.chases, rules())


def lay_down(by: Person, kind: str, says: str, to: str, weight: int = ENOUGH) -> PriorityRule:
    """A rule, new or changed: `says` makes a request `to`. Refuses what it cannot be ("field-missing", "bad-value")."""
    says = says.strip()[:120]
    if not says:
        raise Refused("field-missing", field="says")
    if kind not in KINDS or (kind == "chases" and not (says.isdecimal() and 0 < int(says) < 100)):
        raise Refused("bad-value", field="says", value=says)
    if to not in (*ORDER, UP) or (to == UP and kind in ("word", "chases")):
        raise Refused("bad-value", field="priority", value=to[:20])
    told = {"priority": to, "weight": min(max(weight, 1), 1000), "active": True}
    rule, _ = PriorityRule.objects.update_or_create(kind=kind, says=says, defaults=told)
    write(by, "ruled", "rule", rule.pk, priority=to, weight=told["weight"])
    return rule


def retire(by: Person, rule: PriorityRule) -> None:
    """It no longer holds; journals that name it still find it."""
    PriorityRule.objects.filter(pk=rule.pk).update(active=False)
    write(by, "ruled", "rule", rule.pk, active=False)
