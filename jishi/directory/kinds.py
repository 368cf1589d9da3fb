"""Kinds of service, where their response starts and ends (R9), and the fields they add."""

import re
import secrets
from collections.abc import Mapping
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Max

from jishi.core.refused import Refused

from .access import write
from .models import FieldDef, Person, ServiceType
from .models.types import FIELD_KINDS

# Events a response of one's own may start and end with.
STARTS = ("received", "queued", "acknowledged", "assigned", "contacted", "accepted", "visit_agreed", "goods_received")
ENDS = ("answered", "contacted", "started", "accepted", "arrived", "diagnosed", "inspected", "resolved", "closed")
CODE = re.compile(r"[a-z][a-z0-9_]{0,31}")
MOST = 60  # choices of a list


def keep_type(by: Person, terms: Mapping[str, Any], kind: ServiceType | None = None) -> ServiceType:
    """A new kind of service, or other terms of one; its code stays. Holds for what is received from now on.

    Refused: "field-missing", "bad-value", "response-without-end", "code-taken".
    """
    told = _named(terms, 80) | _response(terms) | {"visits": bool(terms.get("visits")), "active": "gone" not in terms}
    if kind is None:
        last = ServiceType.objects.aggregate(last=Max("position"))["last"]
        code = _code(terms) or f"own_{secrets.token_hex(4)}"
        kind = _made(ServiceType, code=code, position=(last or 0) + 1, **told)
    ServiceType.objects.filter(pk=kind.pk).update(**told)
    write(by, "set-up", "service_type", kind.code)
    return kind


def keep_field(by: Person, terms: Mapping[str, Any], field: FieldDef | None = None) -> FieldDef:
    """A new field of a type, of all types without one; or other terms of a field, whose code and kind stay.

    Refused: "field-missing", "bad-value", "choices-missing", "code-taken".
    """
    kind = field.kind if field else str(terms.get("kind", ""))
    if kind not in FIELD_KINDS:
        raise Refused("bad-value", field="kind_of_field", value=kind[:40])
    told = _named(terms, 80) | {name: bool(terms.get(name)) for name in ("required", "masked")}
    told |= {"choices": _choices(terms) if kind == "list" else [], "active": "gone" not in terms}
    if field is None:
        field = _added(terms, kind, told)
    FieldDef.objects.filter(pk=field.pk).update(**told)
    write(by, "set-up", "field", field.code)
    return field


def _added(terms: Mapping[str, Any], kind: str, told: dict[str, Any]) -> FieldDef:
    owner = terms.get("service_type") or None
    if owner and not (owner.isdecimal() and ServiceType.objects.filter(pk=int(owner[:18])).exists()):
        raise Refused("bad-value", field="service_type", value=owner[:40])
    last = FieldDef.objects.aggregate(last=Max("position"))["last"]
    code = _code(terms) or f"own_{secrets.token_hex(4)}"
    place = {"service_type_id": int(owner) if owner else None, "position": (last or 0) + 1}
    return _made(FieldDef, code=code, kind=kind, **place, **told)


def _made(model: type, **row: object) -> Any:
    try:
        with transaction.atomic():
            return model.objects.create(**row)
    except IntegrityError as taken:
        raise Refused("code-taken", value=row["code"]) from taken


def _named(terms: Mapping[str, Any], most: int) -> dict[str, str]:
    told = {name: str(terms.get(name, "")).strip()[:most] for name in ("name", "name_en")}
    if not told["name"]:
        raise Refused("field-missing", field="name")
    return told


def _code(terms: Mapping[str, Any]) -> str:
    code = str(terms.get("code", "")).strip()
    if code and not CODE.fullmatch(code):
        raise Refused("bad-value", field="code", value=code[:40])
    return code


def _response(terms: Mapping[str, Any]) -> dict[str, str]:
    starts, ends = str(terms.get("starts", "")), str(terms.get("ends", ""))
    for name, value, known in (("starts", starts, STARTS), ("ends", ends, ENDS)):
        if value and value not in known:
            raise Refused("bad-value", field=name, value=value[:40])
    if starts and (not ends or ends == starts):
        raise Refused("response-without-end")
    return {"starts": starts, "ends": ends}


def _choices(terms: Mapping[str, Any]) -> list[str]:
    """One a line, each once."""
    lines = [line.strip()[:80] for line in str(terms.get("choices", "")).splitlines()]
    told = list(dict.fromkeys(filter(None, lines)))[:MOST]
    if not told:
        raise Refused("choices-missing")
    return told
