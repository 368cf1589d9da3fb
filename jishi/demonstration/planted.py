"""The truths planted into the year, and when they took hold."""

from datetime import datetime, timedelta

from .almanac import midnight, month_start
from .organisation import Plan

IMPROVED_WEEKS = 20  # ago: assignment by skill
TEMPLATE_WEEKS = 28  # ago: a reply template
BAD_MONTHS = 2  # ago: the month of the loose harness
BATCH_MONTHS = 41  # earlier still: when the batch was built


def plan(now: datetime) -> Plan:
    """Twelve months up to `now`, an aware moment."""
    monday = midnight(now) - timedelta(days=midnight(now).weekday())
    bad = month_start(now, -BAD_MONTHS)
    return Plan(
        since=_seconds(month_start(now, -12).replace(day=min(now.day, 28))),
        now=_seconds(now),
        improved_from=_seconds(monday - timedelta(weeks=IMPROVED_WEEKS)),
        improved_department="华东服务部",
        template_from=_seconds(monday - timedelta(weeks=TEMPLATE_WEEKS)),
        template_department="客服中心",
        bad_from=_seconds(bad),
        bad_until=_seconds(month_start(bad, 1)),
        bad_region="华南",
        bad_product="VMC-850 立式加工中心",
        bad_batch=f"{month_start(bad, -BATCH_MONTHS):%y%m}",
        bad_fault="SP-02",
    )


def _seconds(moment: datetime) -> int:
    return int(moment.timestamp())
