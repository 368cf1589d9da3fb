"""What ships of the directory: roles, and the kinds of service in the file beside this one."""

import json
from pathlib import Path

from .models import Role, ServiceType
from .rights import ROLES

SERVICE_TYPES = Path(__file__).with_name("service_types.json")


def establish_roles() -> dict[str, Role]:
    """The shipped roles by code, made where missing; edited ones stay as they are."""
    shipped = [Role(code=code, reach=reach, rights=rights) for code, (reach, rights) in ROLES.items()]
    Role.objects.bulk_create(shipped, ignore_conflicts=True)
    return {role.code: role for role in Role.objects.all()}


def establish_types() -> dict[str, ServiceType]:
    """The shipped kinds of service by code, made where missing."""
    shipped = json.loads(SERVICE_TYPES.read_text(encoding="utf-8"))
    ServiceType.objects.bulk_create(
        [ServiceType(position=i, **each) for i, each in enumerate(shipped)], ignore_conflicts=True
    )
    return {each.code: each for each in ServiceType.objects.all()}
