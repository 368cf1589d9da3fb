"""What ships of the directory: roles, shifts, and the kinds of service and the lists in the files beside this one."""

import json
from pathlib import Path

from .models import Item, Role, ServiceType, Shift
from .rights import ROLES

SERVICE_TYPES = Path(__file__).with_name("service_types.json")
LISTS = Path(__file__).with_name("lists.json")
CAPACITY = {"agent": 15, "lead": 8, "second_line": 10, "engineer": 6, "supplier": 6}  # open tickets at once
SHIFTS = (
    ("day", "日班", "Day", "日", "d", [["09:00", "12:00"], ["13:30", "18:00"]]),
    ("early", "早班", "Early", "早", "e", [["08:00", "16:00"]]),
    ("late", "中班", "Late", "中", "m", [["14:30", "22:30"]]),
    ("night", "夜班", "Night", "夜", "n", [["22:00", "08:00"]]),
    ("holiday", "节假日值班", "Holiday duty", "值", "h", [["08:30", "20:30"]]),
)


def establish_roles() -> dict[str, Role]:
    """The shipped roles by code, made where missing; edited ones stay as they are."""
    shipped = [
        Role(code=code, reach=reach, rights=rights, capacity=CAPACITY.get(code, 10))
        for code, (reach, rights) in ROLES.items()
    ]
    Role.objects.bulk_create(shipped, ignore_conflicts=True)
    return {role.code: role for role in Role.objects.all()}


def establish_types() -> dict[str, ServiceType]:
    """The shipped kinds of service by code, made where missing."""
    shipped = json.loads(SERVICE_TYPES.read_text(encoding="utf-8"))
    ServiceType.objects.bulk_create(
        [ServiceType(position=i, **each) for i, each in enumerate(shipped)], ignore_conflicts=True
    )
    return {each.code: each for each in ServiceType.objects.all()}


def establish_shifts() -> dict[str, Shift]:
    """The shipped shifts by code, unless somebody has shifts of their own."""
    if not Shift.objects.exists():
        names = ("code", "name", "name_en", "letter", "key", "hours")
        shipped = [Shift(position=i, **dict(zip(names, told, strict=True))) for i, told in enumerate(SHIFTS)]
        Shift.objects.bulk_create(shipped, ignore_conflicts=True)
    return {each.code: each for each in Shift.objects.all()}


def establish_lists() -> None:
    """The shipped choices of each list, made where missing; edited ones stay as they are."""
    shipped = json.loads(LISTS.read_text(encoding="utf-8"))
    Item.objects.bulk_create(
        [Item(list=name, position=i, **each) for name, items in shipped.items() for i, each in enumerate(items)],
        ignore_conflicts=True,
    )
