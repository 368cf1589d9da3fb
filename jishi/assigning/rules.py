"""Which rule holds, and how rules come, change and go: never in hindsight."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max, Q, QuerySet

from jishi.core.refused import Refused
from jishi.directory.models import Person
from jishi.tickets.models import Ticket

from .models import Rule

FIELDS = (
    "team", "service_type", "automatic", "strategy", "minutes", "most", "urgent", "urgent_minutes", "width",
)  # fmt: skip
BY_HAND = Rule(automatic=False)  # where nobody made a rule


def in_force(at: datetime) -> QuerySet[Rule]:
    """In their order."""
    return Rule.objects.filter(Q(until=None) | Q(until__gt=at), since__lte=at)


def rule_for(ticket: Ticket, at: datetime) -> Rule:
    """The first that fits. What was handed to a second line is only given out by a rule that names that line."""
    for rule in in_force(at):
        fits_type = rule.service_type_id in (None, ticket.service_type_id)
        if fits_type and rule.team_id in ((ticket.pool_id,) if ticket.pool_id else (None, ticket.team_id)):
            return rule
    return BY_HAND


def add(by: Person, now: datetime, **fields: object) -> Rule:
    """A rule behind those there are. Refuses values out of bounds ("bad-value")."""
    last = in_force(now).aggregate(last=Max("position"))["last"]
    rule = Rule(position=0 if last is None else last + 1, since=now, by=by, **fields)
    return _kept(rule)


@transaction.atomic
def change(rule: Rule, by: Person, now: datetime, **fields: object) -> Rule:
    """From now on it says this; what it said stays written. Refuses a rule that is over ("changed-meanwhile")."""
    end(rule, now)
    said = {name: getattr(rule, name) for name in FIELDS} | fields
    return _kept(Rule(position=rule.position, since=now, by=by, **said))


def end(rule: Rule, now: datetime) -> None:
    """It holds no more. Refuses a rule that is over ("changed-meanwhile")."""
    if not Rule.objects.filter(pk=rule.pk, until=None).update(until=now):
        raise Refused("changed-meanwhile", number=str(rule.pk))


@transaction.atomic
def move(rule: Rule, up: bool, now: datetime) -> None:
    """Before the one above it, or behind the one below."""
    others = [each for each in in_force(now).select_for_update() if each.pk != rule.pk]
    before = sum((each.position, each.pk) < (rule.position, rule.pk) for each in others)
    place = max(before - 1, 0) if up else min(before + 1, len(others))
    for position, each in enumerate([*others[:place], rule, *others[place:]]):
        Rule.objects.filter(pk=each.pk).exclude(position=position).update(position=position)


def _kept(rule: Rule) -> Rule:
    try:
        rule.clean_fields(exclude=["by"])
    except ValidationError as wrong:
        name = next(iter(wrong.error_dict))
        raise Refused("bad-value", field=name, value=str(getattr(rule, name, ""))) from wrong
    rule.save(force_insert=True)
    return rule
