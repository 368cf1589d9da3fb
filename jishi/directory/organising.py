"""Departments, teams and service points: made and renamed. What was once worked in stays."""

from collections.abc import Mapping
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Model

from jishi.core.refused import Refused

from .access import write
from .models import Department, Person, ServicePoint, Team

KINDS: dict[str, type[Model]] = {"department": Department, "team": Team, "point": ServicePoint}
LINES = (1, 2, 3)


def keep(by: Person, kind: str, terms: Mapping[str, str], pk: int | None = None) -> int:
    """A new one, or the one there is by another name and place. Its id.

    Refused: "unknown-filter", "field-missing", "name-taken", "bad-value".
    """
    if kind not in KINDS:
        raise Refused("unknown-filter", filter=kind[:40])
    told = _terms(kind, terms)
    try:
        with transaction.atomic():
            pk = _kept(KINDS[kind], told, pk)
    except IntegrityError as taken:
        raise Refused("name-taken", name=told["name"]) from taken
    write(by, "set-up", kind, pk)
    return pk


def _kept(model: type[Model], told: dict[str, Any], pk: int | None) -> int:
    if pk is None:
        return model._default_manager.create(**told).pk
    if not model._default_manager.filter(pk=pk).update(**told):
        raise Refused("no-such-row")
    return pk


def _terms(kind: str, terms: Mapping[str, str]) -> dict[str, Any]:
    told: dict[str, Any] = {"name": terms.get("name", "").strip()[:120]}
    if not told["name"]:
        raise Refused("field-missing", field="name")
    if kind == "point":
        return told | {name: terms.get(name, "").strip()[:40] for name in ("province", "city")}
    return told | (_place(terms) if kind == "team" else {})


def _place(terms: Mapping[str, str]) -> dict[str, Any]:
    """The department and the line of a team."""
    line, department = terms.get("line", "1"), terms.get("department", "")
    if line not in map(str, LINES):
        raise Refused("bad-value", field="line", value=line[:40])
    if department and not (department.isdecimal() and Department.objects.filter(pk=int(department[:18])).exists()):
        raise Refused("bad-value", field="department", value=department[:40])
    return {"line": int(line), "department_id": int(department) if department else None}
