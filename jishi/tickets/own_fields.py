"""The fields a service type adds to its tickets: read as text or values, kept as JSON values."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.db.models import Q

from jishi.core.refused import Refused
from jishi.directory.models import FieldDef, ServiceType

from .reading_rows import Question

FIELDS = Question(
    FieldDef, lambda kind: FieldDef.objects.filter(Q(service_type=None) | Q(service_type=kind), active=True)
)


def own_fields(service_type: object) -> list[FieldDef]:
    """Those every ticket has, and those of this type, in their order."""
    return FIELDS.objects(service_type.pk if isinstance(service_type, ServiceType) else 0)


def in_use() -> dict[str, FieldDef]:
    """Every own field in use, by code; where two types share a code, the first."""
    found: dict[str, FieldDef] = {}
    for field in FieldDef.objects.filter(active=True):
        found.setdefault(field.code, field)
    return found


def names(addresses: Iterable[str]) -> dict[str, str]:
    """What the own fields among these are called, by "own.code", those no longer in use too."""
    codes = [address.removeprefix("own.") for address in addresses if address.startswith("own.")]
    return {f"own.{field.code}": str(field) for field in FieldDef.objects.filter(code__in=codes)} if codes else {}


def read_own(service_type: object, values: Mapping[str, object]) -> dict[str, object]:
    """The given values, by code, as they are kept. Refuses what is unknown, missing or ill-formed, naming the field."""
    fields = {field.code: field for field in own_fields(service_type)}
    if unknown := sorted(values.keys() - fields.keys()):
        raise Refused("unknown-field", field=unknown[0])
    read = {code: read_value(field, values.get(code)) for code, field in fields.items()}
    return {code: value for code, value in read.items() if value is not None}


def read_value(field: FieldDef, value: object) -> object:
    """The value as it is kept: text, a number, an ISO date, one of the choices; None when nothing was said."""
    if value is None or value == "":
        if field.required:
            raise Refused("required-field", field=str(field))
        return None
    try:
        return READ[field.kind](field, value)
    except ValueError as bad:
        raise Refused("bad-value", field=str(field), value=str(value)) from bad


def _number(_: FieldDef, value: object) -> float | int:
    number = float(str(value))
    if not abs(number) < 1e15:
        raise ValueError(value)
    return int(number) if number.is_integer() else number


def _choice(field: FieldDef, value: object) -> str:
    if value not in field.choices:
        raise ValueError(value)
    return str(value)


READ = {
    "text": lambda _, value: str(value)[:2000],
    "number": _number,
    "date": lambda _, value: date.fromisoformat(str(value)).isoformat(),
    "list": _choice,
}
