"""What is said of promises: their length, whom they are for, why one holds, what does not go together."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from . import SPACE, UNITS, clock, listed, named, share
from .desk import field_name
from .ticket import calendar

register = template.Library()


@register.filter("how_long")
def length(amount: float | timedelta | None) -> str:
    """A promised length, to the second and never in days, so that it reads the same when typed in again: 24 h."""
    if amount is None:
        return _("nothing promised")
    seconds = int(amount.total_seconds() if isinstance(amount, timedelta) else amount)
    hours, rest = divmod(seconds, 3600)
    amounts = ((hours, "h"), (rest // 60, "min"), (rest % 60, "s"))
    return " ".join(f"{number}{SPACE}{UNITS[unit]}" for number, unit in amounts if number) or f"0{SPACE}{UNITS['s']}"


@register.filter
def typed(seconds: int | None) -> str:
    """The same for a field: plain spaces, empty for nothing."""
    return "" if seconds is None else length(seconds).replace(SPACE, " ")


@register.filter
def promised_by(rule: Any) -> str:
    """What a rule promises: 4 h; working days 3–5; nothing promised."""
    if rule.window:
        return _("working days %(first)s–%(last)s") % dict(zip(("first", "last"), rule.window, strict=True))
    return length(rule.target)


STANDINGS = {
    "draft": pgettext_lazy("version", "Draft"),
    "coming": pgettext_lazy("version", "To come"),
    "in-force": pgettext_lazy("version", "In force"),
    "past": pgettext_lazy("version", "Over"),
}
standing = register.filter("standing", named(STANDINGS))

ANYTHING = {
    "priority": gettext_lazy("any priority"),
    "channel": gettext_lazy("any channel"),
    "zone": gettext_lazy("any zone"),
    "service_type": gettext_lazy("any service type"),
    "contract": gettext_lazy("any contract"),
}
anything = register.filter("anything", named(ANYTHING))

# what a priority means, in a line (R48)
MEANINGS = {
    "P0": gettext_lazy("core business stands still, or feelings run high"),
    "P1": gettext_lazy("soon touches core work"),
    "P2": gettext_lazy("everyday"),
    "P3": gettext_lazy("a wish that can wait"),
}
meaning = register.filter("meaning", named(MEANINGS))

# kinds of service a shipped promise names, where the directory has none of that code
TYPES = {"maintenance": gettext_lazy("Maintenance")}
service_type = register.filter("service_type", named(TYPES))

CALENDAR_NAMES = {
    "always": gettext_lazy("Around the clock"),
    "duty": gettext_lazy("On duty"),
    "service": gettext_lazy("Service hours"),
}
calendar_name = register.filter("calendar_name", named(CALENDAR_NAMES))


@register.filter
def called(code: str, own: Mapping[str, str]) -> str:
    """A calendar in few words, beside a promise: by the name people gave it, else as shipped ones are called."""
    return own.get(code) or calendar(code)


@register.filter
def titled(code: str, own: Mapping[str, str]) -> str:
    """The same where a calendar stands on its own."""
    return own.get(code) or calendar_name(code)


CONFLICTS = {
    "aim-stricter": gettext_lazy(
        "Aims for the first response are stricter than a promise they sum up (%(aims)s): each ticket may be in time "
        "and the aim still missed."
    ),
    "urgent-slower": gettext_lazy(
        "%(clock)s: %(urgent)s is promised %(slow)s, the less urgent %(less)s only %(quick)s."
    ),
    "window-reversed": gettext_lazy("The window ends on working day %(last)s, before it begins on day %(first)s."),
    "calendar-unknown": gettext_lazy("The calendar “%(calendar)s” was never published: this cannot be published."),
    "coverage-none": gettext_lazy(
        "The calendar “%(calendar)s” knows no holidays: its due moments take every week for an ordinary one."
    ),
}


@register.filter
def conflict(found: Any, own: Mapping[str, str]) -> str:
    """What does not go together, in a sentence; `own` are the names people gave calendars."""
    return str(CONFLICTS[found.code]) % {name: _fact(name, value, own) for name, value in found.facts.items()}


def _fact(name: str, value: Any, own: Mapping[str, str]) -> str:
    if name in ("slow", "quick"):
        return length(value)
    if name == "aims":
        return listed([_("%(priority)s %(aim)s, promised %(target)s") % _aim(*told) for told in value])
    return titled(value, own) if name == "calendar" else {"clock": clock}.get(name, str)(value)


def _aim(priority: str, aim: timedelta, target: timedelta) -> dict[str, str]:
    return {"priority": priority, "aim": length(aim), "target": length(target)}


@register.filter
def places(numbers: list[int]) -> str:
    """Row 3; rows 1, 2."""
    said = {"rows": listed([str(number) for number in numbers])}
    return ngettext("row %(rows)s", "rows %(rows)s", len(numbers)) % said


@register.filter
def passed_over(reason: Any) -> str:
    """Why a rule was not taken: its condition does not fit, or an earlier one was."""
    if reason.code == "later":
        return _("would fit too, but an earlier row was taken")
    return _("does not fit: %(fields)s") % {"fields": listed([field_name(name) for name in reason.fields])}


@register.filter
def warned_after(rule: Any) -> str:
    """When the warning comes: 75 % · 3 h."""
    part = share(rule.warn).replace(".0", "")
    return f"{part} · {length(rule.target * rule.warn)}" if rule.target else part


SAYS_NO = {
    "unreadable-length": (
        gettext_lazy("“%(value)s” is not a length of time"),
        gettext_lazy("Write it with its unit: 30m, 2h, 1 h 30 min, 1 day (24 hours)."),
    ),
    "no-length": (
        gettext_lazy("“%(value)s” is no time at all"),
        gettext_lazy("Promise more than nothing and less than a year; leave it empty to promise nothing."),
    ),
    "unreadable-hours": (
        gettext_lazy("“%(value)s” are no hours"),
        gettext_lazy("Write them as 09:00-12:00 13:30-18:00; leave them empty for a day off."),
    ),
    "half-window": (
        gettext_lazy("A window has a first and a last working day"),
        gettext_lazy("Give both, or neither."),
    ),
}
