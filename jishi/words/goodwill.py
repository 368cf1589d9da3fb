"""Words of goodwill: amounts in their unit, states, what is refused."""

from collections.abc import Mapping
from decimal import Decimal

from django import template
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from jishi.core.goodwill import exact

from . import named

register = template.Library()


def money(amount: str) -> str:
    """¥ 1,280, ¥ 9.90."""
    return f"¥\u00a0{Decimal(amount):,.2f}".removesuffix(".00")


def days(amount: str) -> str:
    n = int(Decimal(amount))
    return ngettext("%(n)s day", "%(n)s days", n) % {"n": f"{n:,}"}


UNITS = {"money": money, "days": days}


@register.filter
def given(amount: int | None, unit: str) -> str:
    """Hundredths in the words of their unit."""
    return UNITS[unit](exact(amount or 0))


@register.filter
def of(code: str, rows: Mapping[str, object]) -> object:
    """What stands behind a code; without it, the code."""
    return rows.get(code, code)


GOODWILL_UNITS = {
    "money": pgettext_lazy("unit of goodwill", "money"),
    "days": pgettext_lazy("unit of goodwill", "days"),
}
goodwill_unit = register.filter("goodwill_unit", named(GOODWILL_UNITS))

STATES = {
    "asked": pgettext_lazy("goodwill", "waits for an answer"),
    "granted": pgettext_lazy("goodwill", "granted"),
    "declined": pgettext_lazy("goodwill", "declined"),
    "lapsed": pgettext_lazy("goodwill", "lapsed"),
    "void": pgettext_lazy("goodwill", "void"),
}
goodwill_state = register.filter("goodwill_state", named(STATES))

AXES = {
    "decided_by": pgettext_lazy("goodwill by", "Person"),
    "team": pgettext_lazy("goodwill by", "Team"),
    "priority": pgettext_lazy("goodwill by", "Priority"),
}
axis = register.filter("axis", named(AXES))

FIELDS = {
    "unit": gettext_lazy("Counted in"),
    "month": gettext_lazy("Month"),
    "decided_by": gettext_lazy("Granted by"),
    "goodwill": gettext_lazy("What is given"),
    "amount": gettext_lazy("How much (yuan or days)"),
    "per_case": gettext_lazy("On one ticket"),
    "per_month": gettext_lazy("In one month"),
    "since": gettext_lazy("From"),
    "kind": gettext_lazy("Kind"),
}

SAYS_NO = {
    "bad-amount": (
        gettext_lazy("“%(value)s” is no amount that can be given"),
        gettext_lazy("Write a number above nothing, with two decimals at most; days are whole."),
    ),
    "nobody-covers": (
        gettext_lazy("Nobody’s limit reaches that far on %(number)s"),
        gettext_lazy("Ask for less, or have the limits changed first."),
    ),
    "beyond-limit": (
        gettext_lazy("This is beyond your own limit on %(number)s"),
        gettext_lazy("Somebody whose limit still covers it has to agree: %(who)s."),
    ),
    "own-wish": (
        gettext_lazy("You asked for this yourself"),
        gettext_lazy("Somebody else has to answer; they were told."),
    ),
    "limit-reversed": (
        gettext_lazy("One ticket would be allowed more than a whole month"),
        gettext_lazy("Raise the limit of the month, or lower that of a ticket."),
    ),
}
