"""How the desk is set up at this moment, as names and codes: what a set-up record freezes (R9)."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db.models import Count, Max
from django.utils import timezone

from jishi.directory.company import named
from jishi.directory.models import (
    Benchmark,
    Department,
    Duty,
    FieldDef,
    Item,
    Person,
    ServicePoint,
    ServiceType,
    Shift,
    Team,
)

from . import versions
from .models import Calendar

Facts = dict[str, dict[str, dict[str, Any]]]
SECTIONS = (
    "company", "departments", "teams", "points", "people", "types", "fields", "promises", "calendars", "roster",
    "lists", "benchmarks",
)  # fmt: skip
# What nobody can do without.
NEEDED = ("company", "departments", "teams", "people", "types", "promises", "calendars", "roster", "benchmarks")


def standing(now: datetime) -> Facts:
    """{section: {what: {how}}}, sections in order."""
    told = {**_organisation(), **_kinds(), **_time(now), **_numbers()}
    return {section: told[section] for section in SECTIONS}


def lacks(facts: Facts, now: datetime) -> list[str]:
    """The sections in which something is still missing."""
    today = timezone.localdate(now)
    year_ends = today.replace(month=12, day=31).isoformat()
    covered = [each["covered_until"] for each in facts["calendars"].values() if each.get("covered_until")]
    missing = {section for section in NEEDED if not facts[section]}
    if not facts["company"]["desk"]["name"]:
        missing.add("company")
    if sum(each["n"] for each in facts["people"].values()) < 2:
        missing.add("people")
    if not covered or min(covered) < year_ends:
        missing.add("calendars")
    if (
        not facts["roster"]["shifts"].get("until")
        or facts["roster"]["shifts"]["until"] < timezone.localdate(now).isoformat()
    ):
        missing.add("roster")
    return [section for section in SECTIONS if section in missing]


def _organisation() -> Facts:
    people = Person.objects.filter(is_active=True).values_list("role__code").annotate(n=Count("pk")).order_by("role")
    desk = {"name": named(), "zone": settings.TIME_ZONE, "language": settings.LANGUAGE_CODE}
    return {
        "company": {"desk": desk},
        "departments": {each.name: {} for each in Department.objects.order_by("pk")},
        "teams": {
            each.name: {"department": str(each.department or ""), "line": each.line}
            for each in Team.objects.select_related("department").order_by("pk")
        },
        "points": {each.name: {"city": each.city} for each in ServicePoint.objects.order_by("pk")},
        "people": {role: {"n": n} for role, n in people},
    }


def _kinds() -> Facts:
    fields = FieldDef.objects.filter(active=True).select_related("service_type")
    return {
        "types": {
            each.name: {
                "name_en": each.name_en, "visits": each.visits, "starts": each.starts, "ends": each.ends,
                "demands": each.demands,
            }
            for each in ServiceType.objects.filter(active=True)
        },
        "fields": {
            _named(each): {
                "kind": each.kind, "required": each.required,
                "masked": each.masked,
            }
            for each in fields
        },
    }  # fmt: skip


def _named(field: FieldDef) -> str:
    """By the company's own names: a record reads the same whoever signs it."""
    own = f"{field.name} ({field.code})"
    return f"{field.service_type.name} · {own}" if field.service_type else own


def _time(now: datetime) -> Facts:
    policy = versions.in_force(versions.policies(now))
    promises = {} if policy is None else {"matrix": _dated(policy) | {"rows": policy.version.rows.count()}}
    calendars = {}
    for each in Calendar.objects.order_by("pk"):
        holding = versions.in_force(versions.calendars(each, now))
        if holding:
            until = holding.version.covered_until
            calendars[each.code] = _dated(holding) | {"covered_until": until.isoformat() if until else ""}
    last = Duty.objects.aggregate(last=Max("day"))["last"]
    shifts = list(Shift.objects.values_list("name", flat=True))
    roster = {"shifts": {"names": shifts, "until": last.isoformat() if last else ""}}
    return {"promises": promises, "calendars": calendars, "roster": roster}


def _dated(each: versions.Numbered) -> dict[str, Any]:
    since = each.version.effective_at
    return {"number": each.number, "since": timezone.localtime(since).strftime("%Y-%m-%d %H:%M") if since else ""}


def _numbers() -> Facts:
    items = Item.objects.filter(active=True).order_by("list").values_list("list").annotate(n=Count("pk"))
    marks = Benchmark.objects.all()
    return {
        "lists": {name: {"n": n} for name, n in items},
        "benchmarks": {
            f"{each.indicator} {each.pk}": {
                "value": each.value, "unit": each.unit, "source": each.source, "dated": each.dated.isoformat(),
                "population": each.population,
            }
            for each in marks
        },
    }  # fmt: skip
