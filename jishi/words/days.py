"""What is said of calendars: their days, hours and how far they are known."""

from collections.abc import Iterable
from datetime import datetime

from django import template
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from . import listed, named
from .moments import WEEKDAYS

register = template.Library()


@register.filter
def local(at: datetime | None) -> datetime | None:
    """The moment on the reader's wall."""
    return timezone.localtime(at) if at else None


KINDS = {
    "open": pgettext_lazy("day", "working day"),
    "day-off": pgettext_lazy("day", "day off"),
    "holiday": pgettext_lazy("day", "holiday"),
    "make-up": pgettext_lazy("day", "make-up working day"),
    "special": pgettext_lazy("day", "special hours"),
}
day_kind = register.filter("day_kind", named(KINDS))

# beside the name of a day
SHORT = {"make-up": pgettext_lazy("day, short", "working"), "special": pgettext_lazy("day, short", "own hours")}
day_short = register.filter("day_short", named(SHORT))

# by the names the shipped list gives them
FEASTS = {
    "元旦": pgettext_lazy("holiday", "New Year’s Day"),
    "春节": pgettext_lazy("holiday", "Spring Festival"),
    "清明节": pgettext_lazy("holiday", "Qingming Festival"),
    "劳动节": pgettext_lazy("holiday", "Labour Day"),
    "端午节": pgettext_lazy("holiday", "Dragon Boat Festival"),
    "中秋节": pgettext_lazy("holiday", "Mid-Autumn Festival"),
    "国庆节": pgettext_lazy("holiday", "National Day"),
}


@register.filter
def feast(name: str) -> str:
    """Spring Festival for 春节; a name the company wrote stays as it is."""
    return listed([str(FEASTS.get(each, each)) for each in name.split("、")]) if name else ""


PLANS = {
    "week": gettext_lazy("As its weekday"),
    "holiday": gettext_lazy("Holiday: closed"),
    "make-up": gettext_lazy("Working day with the hours of a Monday"),
    "own": gettext_lazy("Hours of its own"),
}
plan = register.filter("plan", named(PLANS))


@register.filter
def weekday_name(number: int) -> str:
    """Mon for 0."""
    return str(WEEKDAYS[number])


@register.filter
def weekday_span(first: int, last: int) -> str:
    """Mon–Fri; Sat for one day."""
    return weekday_name(first) if first == last else f"{weekday_name(first)}–{weekday_name(last)}"


@register.filter
def weekday_letter(number: int) -> str:
    """The head of a column of a month: M, 一."""
    return weekday_name(number).removeprefix("周")[:1]


@register.filter
def month_name(first: object) -> str:
    # Translators: a date format as in Django: March; 3 月
    return date_format(first, _("F"))


@register.filter
def in_month(day: object) -> str:
    # Translators: a date format as in Django: 5 October; 10 月 5 日
    return date_format(day, _("j F"))


@register.filter
def hours_typed(hours: Iterable) -> str:
    """09:00-12:00 13:30-18:00; empty for a day off."""
    return " ".join(f"{opens}-{closes}" for opens, closes in hours)


@register.filter
def hours_said(hours: Iterable) -> str:
    """09:00–12:00, 13:30–18:00; around the clock; closed."""
    written = [(opens, closes) for opens, closes in hours]
    if written == [("00:00", "24:00")]:
        return _("around the clock")
    return _(", ").join(f"{opens}–{closes}" for opens, closes in written) or _("closed")
