"""How much goodwill each role may grant (R54), and how much of it a person has granted in a month."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import F

from jishi.core.goodwill import NOTHING, Limit
from jishi.core.priority import ORDER
from jishi.core.refused import Refused
from jishi.directory import lists
from jishi.directory.access import write
from jishi.directory.models import Person, Role

from .models import GoodwillLimit, GoodwillPurse

FIRST_LINE = ("P1", "P2", "P3")
# role -> (priorities, kind -> (on one ticket, in one month)); yuan or days
SHIPPED: dict[str, tuple[tuple[str, ...], dict[str, tuple[int, int]]]] = {
    "agent": (FIRST_LINE, {"refund": (100, 1000), "coupon": (50, 800), "feature": (7, 60), "part": (200, 1500)}),
    "second_line": (FIRST_LINE, {"refund": (200, 1500), "coupon": (100, 1000), "feature": (15, 90)}),
    "engineer": (FIRST_LINE, {"part": (200, 1500)}),
    "callback": (FIRST_LINE, {"coupon": (50, 800)}),
    "lead": (
        ORDER,
        {
            "refund": (800, 6000), "coupon": (300, 4000), "feature": (30, 300), "part": (1500, 9000),
            "warranty": (90, 720),
        },
    ),
    "manager": (
        ORDER,
        {
            "refund": (5000, 50_000), "coupon": (1000, 20_000), "feature": (90, 1800), "part": (8000, 60_000),
            "warranty": (365, 3650),
        },
    ),
}  # fmt: skip
Key = tuple[int, str, str]


def establish_limits(since: datetime) -> None:
    """The shipped limits, unless there are any."""
    if GoodwillLimit.objects.exists():
        return
    roles = dict(Role.objects.filter(code__in=SHIPPED).values_list("code", "pk"))
    GoodwillLimit.objects.bulk_create(
        GoodwillLimit(
            role_id=roles[role], priority=priority, kind=kind, per_case=case * 100, per_month=month * 100, since=since
        )
        for role, (priorities, kinds) in SHIPPED.items()
        for priority in priorities
        for kind, (case, month) in kinds.items()
    )


def in_force(now: datetime) -> dict[Key, GoodwillLimit]:
    """The rows that hold, by role, priority and kind."""
    begun = GoodwillLimit.objects.filter(since__lte=now).order_by("since", "pk")
    return {(row.role_id, row.priority, row.kind): row for row in begun}


def limit(held: dict[Key, GoodwillLimit], person: Person, priority: str, kind: str) -> Limit:
    """What `person` may grant; a priority we do not know is taken for the most urgent."""
    row = held.get((person.role_id, priority if priority in ORDER else ORDER[0], kind))
    return Limit(row.per_case, row.per_month) if row else NOTHING


def lay_down(
    by: Person, role: Role, priorities: Iterable[str], kind: str, told: Limit, since: datetime, now: datetime
) -> None:
    """From `since` on this holds. Refused: "in-the-past", "field-missing", "bad-value", "limit-reversed"."""
    priorities = list(priorities)
    if not priorities:
        raise Refused("field-missing", field="priority")
    if unknown := set(priorities) - set(ORDER):
        raise Refused("bad-value", field="priority", value=min(unknown)[:20])
    if told.per_case > told.per_month:
        raise Refused("limit-reversed")
    if since < now:
        raise Refused("in-the-past", at=since.isoformat())
    lists.chosen("goodwill", kind)
    row = {"per_case": told.per_case, "per_month": told.per_month, "by": by}
    for priority in priorities:
        place = {"role": role, "priority": priority, "kind": kind, "since": since}
        GoodwillLimit.objects.update_or_create(**place, defaults=row)
        write(by, "ruled", "goodwill", f"{role.code} {priority} {kind}", **told._asdict())


def spend(person: Person, kind: str, month: str, amount: int, most: int) -> bool:
    """Take it from the month's allowance; False when it does not hold that much any more."""
    purse = {"person": person, "kind": kind, "month": month}
    GoodwillPurse.objects.bulk_create([GoodwillPurse(**purse)], ignore_conflicts=True)
    enough = GoodwillPurse.objects.filter(**purse, spent__lte=most - amount) if amount <= most else None
    return enough is not None and enough.update(spent=F("spent") + amount) == 1


def give_back(person: Person, kind: str, month: str, amount: int) -> None:
    """It was not granted after all; with a negative amount, it was."""
    GoodwillPurse.objects.filter(person=person, kind=kind, month=month).update(spent=F("spent") - amount)


def spent_by(person: Person, month: str) -> dict[str, int]:
    """What one person has granted in a month, by kind."""
    return dict(GoodwillPurse.objects.filter(person=person, month=month).values_list("kind", "spent"))


def spent(people: Iterable[Person], kind: str, month: str) -> dict[int, int]:
    """What each has granted of a kind in a month."""
    purses = GoodwillPurse.objects.filter(person__in=list(people), kind=kind, month=month)
    return dict(purses.values_list("person_id", "spent"))
