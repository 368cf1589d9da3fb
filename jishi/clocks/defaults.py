"""What ships: two calendars with China's holidays, and the promises of DESIGN §4 (R53, R69, R55, R75; D1-D4, D12)."""

from datetime import datetime
from itertools import product
from typing import Any

from django.db import transaction

from jishi.core.holidays import MAKE_UP, china

from .book import ALWAYS
from .models import Calendar, CalendarVersion, Day, PolicyVersion
from .publishing import amend, publish_calendar, publish_policy

Row = dict[str, Any]
MINUTE, HOUR = 60, 3600
URGENT, GENERAL = ["P0", "P1"], ["P2", "P3"]
AFTER_SALES = ["installation", "repair", "maintenance", "return"]
VISITING = ["installation", "repair", "maintenance"]
ADVISING = ["consultation"]

# R53: minutes to answer on the phone, to contact by chat, by mail and other letters.
MATRIX = {"P0": (5, 1, 30), "P1": (10, 5, 120), "P2": (30, 15, 240), "P3": (120, 30, 1440)}
LETTERS = ["mail", "form", "app", "api"]
COLUMNS = (("answer", ["phone"]), ("contact", ["chat"]), ("contact", LETTERS))

OFFICE = [["09:00", "12:00"], ["13:30", "18:00"]]
WORKDAYS = {str(day): OFFICE for day in range(5)}
ROUND_THE_CLOCK = {str(day): [["00:00", "24:00"]] for day in range(7)}


def shipped_rows() -> list[Row]:
    """The matrix, first match first: after-sales types have their own promise of contact (D1)."""
    return [
        row("contact", 1 * HOUR, "service", service_type=AFTER_SALES, priority=URGENT),
        row("contact", 4 * HOUR, "service", service_type=AFTER_SALES),
        *(matrix_cell(priority, column) for priority, column in product(MATRIX, range(3))),
        row("arrival", 4 * HOUR, ALWAYS, service_type=VISITING, zone=["same_city"]),
        row("arrival", 24 * HOUR, ALWAYS, service_type=VISITING, zone=["other_city"]),
        row("handover", 10 * MINUTE, ALWAYS, service_type=ADVISING, priority=URGENT),
        row("takeover", 30 * MINUTE, ALWAYS, priority=URGENT),
        row("approval", 30 * MINUTE, "service", priority=URGENT),
        row("approval", 4 * HOUR, "service"),
        row("callback", None, "service") | {"window_first": 3, "window_last": 5},
    ]


def matrix_cell(priority: str, column: int) -> Row:
    clock, channels = COLUMNS[column]
    calendar = "duty" if priority in URGENT else "service"
    return row(clock, MATRIX[priority][column] * MINUTE, calendar, priority=[priority], channel=channels)


def row(clock: str, target: int | None, calendar: str, **fields: list[str]) -> Row:
    """One promise: seconds in a calendar, for tickets with these values."""
    return {"clock": clock, "target": target, "calendar": calendar, "fields": fields}


@transaction.atomic
def establish(effective_at: datetime, now: datetime, extra: list[Row] | None = None) -> None:
    """Publish the shipped calendars and promises, unless something was published before."""
    if PolicyVersion.objects.exclude(published_at=None).exists():
        return
    ship_calendar("service", WORKDAYS, effective_at, now)
    ship_calendar("duty", ROUND_THE_CLOCK, effective_at, now, holidays=False)
    policy = PolicyVersion.objects.create()
    amend(policy, [*shipped_rows(), *(extra or [])])
    publish_policy(policy, None, effective_at, now)


def ship_calendar(
    code: str, week: dict[str, Any], effective_at: datetime, now: datetime, holidays: bool = True
) -> None:
    calendar, _ = Calendar.objects.get_or_create(code=code)
    version = CalendarVersion.objects.create(calendar=calendar, week=week)
    if holidays:
        known = china()
        version.covered_until = known.covered_until
        version.save(update_fields=["covered_until"])
        Day.objects.bulk_create(days_of(version))
    publish_calendar(version, None, effective_at, now)


def days_of(version: CalendarVersion) -> list[Day]:
    """China's holidays and make-up days for a version; made-up days have the hours of a Monday."""
    known = china()
    return [
        Day(version=version, date=at, hours=OFFICE if day.kind == MAKE_UP else [], name=day.name, source=known.source)
        for at, day in known.days.items()
    ]
