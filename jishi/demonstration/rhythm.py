"""When requests come in: the day, the week, the holidays, the sales, the Spring Festival with its lull and its peak."""

from datetime import date, timedelta

import numpy as np

from .almanac import AHEAD, DAY, days_off, in_sale, local_day, new_year, works
from .luck import Luck
from .organisation import Plan

# Machines run around the clock, people call when the day shift has looked at them.
HOURS = [3, 2, 2, 2, 2, 3, 6, 16, 58, 92, 88, 70, 38, 60, 86, 80, 68, 52, 30, 24, 20, 15, 10, 6]
WEEKEND, HOLIDAY = 0.38, 0.16
MONDAY = 1.18
SALE = 1.22
# Days after the first day of the lunar year -> share of a usual day.
FESTIVAL = {**dict.fromkeys(range(-6, -2), 0.6), **dict.fromkeys(range(-2, 5), 0.05), 5: 0.12, 6: 0.3}
RESTART = {**dict.fromkeys(range(7, 14), 1.45), **dict.fromkeys(range(14, 21), 1.3)}


def moments(luck: Luck, plan: Plan, count: int) -> list[int]:
    """About `count` moments of the year in order, UTC epoch seconds."""
    days = [local_day(plan.since) + timedelta(days=n) for n in range((plan.now - plan.since) // DAY + 1)]
    weights = np.array([liveliness(day, plan) for day in days])
    weights[-1] *= _part_of_day(plan.now)
    drawn = luck.numbers.choice(len(days), size=count, p=weights / weights.sum())
    hours = luck.numbers.choice(24, size=count, p=np.array(HOURS) / sum(HOURS))
    first = (days[0] - date(1970, 1, 1)).days * DAY - AHEAD
    at = first + drawn * DAY + hours * 3600 + luck.numbers.integers(0, 3600, size=count)
    return np.sort(at[(at >= plan.since) & (at < plan.now)]).tolist()


def liveliness(day: date, plan: Plan) -> float:
    """How many requests `day` brings, 1 for a usual working day; some 8 % more at the end of the year told."""
    growth = 1 + 0.08 * (day - local_day(plan.since)).days / 365
    return growth * _festival(day) * _weekday(day) * (SALE if in_sale(day) else 1.0)


def _weekday(day: date) -> float:
    if day in days_off() and day.weekday() < 5:
        return HOLIDAY * 1.6
    if not works(day):
        return HOLIDAY if day in days_off() else WEEKEND
    return MONDAY if day.weekday() == 0 else 1.0


def _festival(day: date) -> float:
    after = (day - new_year(day.year)).days
    return FESTIVAL.get(after, RESTART.get(after, 1.0))


def _part_of_day(now: int) -> float:
    """The share of its requests a day has had by `now`."""
    hour, rest = divmod((now + AHEAD) % DAY, 3600)
    return (sum(HOURS[:hour]) + HOURS[hour] * rest / 3600) / sum(HOURS)
