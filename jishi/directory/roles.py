"""What a role may do and how far it sees, changed by hand."""

import secrets

from django.db import transaction

from jishi.core.refused import Refused

from .access import write
from .models import Person, Role
from .people import demand_somebody, demand_within, expanded, take_turns
from .reach import ALL, REACHES
from .rights import EVERYTHING, RIGHTS


@transaction.atomic
def grant(by: Person, role: Role, right: str, granted: bool) -> None:
    """`role` may do `right`, or may not any more. Refused: "unknown-right", "beyond-own-rights", "whole-role"."""
    if right not in RIGHTS:
        raise Refused("unknown-right", value=right[:40])
    role = _locked(by, role)
    if granted and not by.may(right):
        raise Refused("beyond-own-rights", role=str(role))
    role.rights = sorted({*role.rights, right} if granted else {*role.rights} - {right})
    role.save(update_fields=["rights"])
    demand_somebody()
    write(by, "granted" if granted else "withdrawn", "role", role.code, right=right)


@transaction.atomic
def stretch(by: Person, role: Role, reach: str) -> None:
    """`role` sees so far. Refused: "bad-value", "beyond-own-rights", "whole-role"."""
    if reach not in REACHES:
        raise Refused("bad-value", field="reach", value=reach[:40])
    role = _locked(by, role)
    if by.role.reach != ALL and reach != by.role.reach:
        raise Refused("beyond-own-rights", role=str(role))
    role.reach = reach
    role.save(update_fields=["reach"])
    write(by, "reached", "role", role.code, reach=reach)


@transaction.atomic
def demand_factor(by: Person, role: Role, needed: bool) -> None:
    """Whether the people of `role` must have a second factor."""
    demand_within(by, role)
    Role.objects.filter(pk=role.pk).update(needs_factor=needed)
    write(by, "demanded" if needed else "excused", "role", role.code)


@transaction.atomic
def add(by: Person, name: str, like: Role | None = None) -> Role:
    """A role of the company's own, with the rights of another. Refused: "field-missing", "beyond-own-rights"."""
    if not name.strip():
        raise Refused("field-missing", field="name")
    rights = expanded(like.rights) if like else []
    if any(not by.may(right) for right in rights):
        raise Refused("beyond-own-rights", role=str(like or ""))
    reach = like.reach if like and by.role.reach == ALL else by.role.reach
    own = Role.objects.create(code=f"own-{secrets.token_hex(4)}", name=name.strip()[:64], rights=rights, reach=reach)
    write(by, "made", "role", own.code, like=like.code if like else "")
    return own


@transaction.atomic
def remove(by: Person, role: Role) -> None:
    """A role of the company's own that nobody has goes. Refused: "role-ships", "role-in-use", "beyond-own-rights"."""
    demand_within(by, role)
    if not role.code.startswith("own-"):
        raise Refused("role-ships", role=str(role))
    if Person.objects.filter(role=role).exists():
        raise Refused("role-in-use", role=str(role))
    Role.objects.filter(pk=role.pk).delete()
    write(by, "removed", "role", role.code)


def _locked(by: Person, role: Role) -> Role:
    """The role, held until this is done. One that may do everything stays so ("whole-role")."""
    demand_within(by, role)
    take_turns()
    role = Role.objects.get(pk=role.pk)
    if role.rights == EVERYTHING:
        raise Refused("whole-role")
    return role
