"""What is said of shifts, leave and presence, and why the roster says no."""

from datetime import date, time, timedelta

from django import template
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy, pgettext_lazy
from django.utils.translation import gettext as _

from . import named
from .days import hours_said, in_month, month_name
from .moments import WEEKDAYS

register = template.Library()

LEAVES = {
    "annual": pgettext_lazy("leave", "Annual leave"),
    "in-lieu": pgettext_lazy("leave", "Time off in lieu"),
    "sick": pgettext_lazy("leave", "Sick leave"),
    "personal": pgettext_lazy("leave", "Personal leave"),
    "family": pgettext_lazy("leave", "Family leave"),
    "training": pgettext_lazy("leave", "Training"),
    "trip": pgettext_lazy("leave", "Business trip"),
}
leave = register.filter("leave", named(LEAVES))

# in a cell of the roster
LEAVES_SHORT = {
    "annual": pgettext_lazy("leave, short", "leave"),
    "in-lieu": pgettext_lazy("leave, short", "in lieu"),
    "sick": pgettext_lazy("leave, short", "sick"),
    "personal": pgettext_lazy("leave, short", "personal"),
    "family": pgettext_lazy("leave, short", "family"),
    "training": pgettext_lazy("leave, short", "training"),
    "trip": pgettext_lazy("leave, short", "trip"),
}
leave_short = register.filter("leave_short", named(LEAVES_SHORT))


def is_leave(text: str) -> bool:
    """Whether a cell of a sheet tells of leave, as ours do."""
    return text in {str(word).casefold() for words in (LEAVES, LEAVES_SHORT) for word in words.values()}


LEAVE_STATES = {
    "asked": pgettext_lazy("leave", "waits for a decision"),
    "approved": pgettext_lazy("leave", "approved"),
    "refused": pgettext_lazy("leave", "refused"),
    "withdrawn": pgettext_lazy("leave", "withdrawn"),
}
leave_state = register.filter("leave_state", named(LEAVE_STATES))

PRESENCES = {
    "available": pgettext_lazy("presence", "Available"),
    "busy": pgettext_lazy("presence", "Busy"),
    "away": pgettext_lazy("presence", "Away"),
    "off": pgettext_lazy("presence", "Off"),
}
presence = register.filter("presence", named(PRESENCES))

SKILLS = {
    "service_type": gettext_lazy("Service types"),
    "category": gettext_lazy("Categories"),
    "product": gettext_lazy("Kinds of product"),
}
skill_kind = register.filter("skill_kind", named(SKILLS))


@register.filter
def leave_span(leave: object) -> str:
    """2026-11-28 – 2026-12-01, both included; with times of day where it is not about whole days."""
    since, until = (timezone.localtime(getattr(leave, name)) for name in ("since", "until"))
    if since.time() == until.time() == time(0):
        last = (until - timedelta(days=1)).date()
        return f"{since:%Y-%m-%d}" + (f" – {last:%Y-%m-%d}" if last > since.date() else "")
    return f"{since:%Y-%m-%d %H:%M} – {until:%Y-%m-%d %H:%M}"


# why a cell or a row of a sheet is left out
PLAN_FAULTS = {
    "nobody-here": gettext_lazy("Nobody of this roster has this number or name"),
    "twice": gettext_lazy("The same person stands further up"),
    "unknown-shift": gettext_lazy("No shift is called so"),
    "elsewhere": gettext_lazy("On duty for another team or service point that day"),
    "history": gettext_lazy("More than 45 days ago: it stays as it is"),
}
plan_fault = register.filter("plan_fault", named(PLAN_FAULTS))

VIEWS = {
    "roster": pgettext_lazy("roster", "Week"),
    "roster-month": pgettext_lazy("roster", "Month"),
    "leave": pgettext_lazy("roster", "Leave"),
    "reliefs": pgettext_lazy("roster", "Shift hand-over"),
    "roster-people": pgettext_lazy("roster", "Skills and load"),
    "shifts": pgettext_lazy("roster", "Shifts"),
}
roster_view = register.filter("roster_view", named(VIEWS))


@register.filter
def shift_letter(shift: object) -> str:
    """早; E for those who read English."""
    return str(getattr(shift, "key", "")).upper() if _english() else str(getattr(shift, "letter", ""))


@register.filter
def shift_name(shift: object) -> str:
    return (_english() and getattr(shift, "name_en", "")) or str(getattr(shift, "name", ""))


@register.filter
def hours_short(shift: object) -> str:
    """08–16: from the first opening to the last closing, minutes only where there are some."""
    hours = getattr(shift, "hours", None) or []
    return f"{hours[0][0].removesuffix(':00')}–{hours[-1][1].removesuffix(':00')}" if hours else ""


@register.filter
def shift_said(shift: object) -> str:
    """Night 22:00–08:00."""
    return f"{shift_name(shift)} {hours_said(getattr(shift, 'hours', []))}"


def day_head(day: date) -> str:
    """03-02 Mon, as the head of a column."""
    return f"{day:%m-%d} {short_weekday(day)}"


def day_said(shift: object, leads: bool, away: str) -> str:
    """Early · duty lead: the shift of a day, else the kind of leave; both, where leave takes a part of it."""
    told = [shift_name(shift), _("duty lead") if leads else "", str(LEAVES_SHORT.get(away, ""))]
    return " · ".join(filter(None, told))


@register.filter
def on_day(day: date) -> str:
    """Mon 23 November."""
    return _("%(weekday)s %(date)s") % {"weekday": WEEKDAYS[day.weekday()], "date": in_month(day)}


@register.filter
def short_weekday(day: date) -> str:
    return str(WEEKDAYS[day.weekday()])


@register.filter
def month_and_year(day: date) -> str:
    return _("%(month)s %(year)s") % {"month": month_name(day), "year": day.year}


RELIEF_PARTS = {
    "urgent": gettext_lazy("Open P0 and P1"),
    "due": gettext_lazy("Promises due in these hours"),
    "paused": gettext_lazy("Paused, and untouched for a day"),
}
relief_part = register.filter("relief_part", named(RELIEF_PARTS))


def _english() -> bool:
    return (get_language() or "").startswith("en")
