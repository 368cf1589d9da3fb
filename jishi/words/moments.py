"""Moments as one says them today, in the reader's zone."""

from datetime import datetime, timedelta

from django import template
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from . import SPACE, UNITS, minutes

register = template.Library()


@register.filter
def iso(at: datetime | None) -> str:
    return at.isoformat() if at else ""


@register.filter
def hour(at: datetime | None) -> str:
    """14:05, in the reader's zone."""
    return f"{timezone.localtime(at):%H:%M}" if at else ""


WEEKDAYS = (
    pgettext_lazy("weekday", "Mon"),
    pgettext_lazy("weekday", "Tue"),
    pgettext_lazy("weekday", "Wed"),
    pgettext_lazy("weekday", "Thu"),
    pgettext_lazy("weekday", "Fri"),
    pgettext_lazy("weekday", "Sat"),
    pgettext_lazy("weekday", "Sun"),
)


@register.filter
def weekday(at: datetime) -> str:
    return str(WEEKDAYS[timezone.localtime(at).weekday()])


@register.filter
def when(at: datetime | None, now: datetime | None = None) -> str:
    """As one says it at `now`: 14:05, tomorrow 14:05, Fri 17:40, 10-02 09:00, 2025-10-02 09:00."""
    if at is None:
        return ""
    return f"{day_of(at, now)}{SPACE}{hour(at)}" if _days(at, now) else hour(at)


@register.filter
def day_of(at: datetime, now: datetime | None = None) -> str:
    """The day as one says it at `now`: today, tomorrow, Fri, 10-02, 2025-10-02."""
    local, days = timezone.localtime(at), _days(at, now)
    near = {0: _("today"), 1: _("tomorrow"), -1: _("yesterday")}
    if days in near:
        return near[days]
    if abs(days) < 6:
        return weekday(at)
    return f"{local:%m-%d}" if local.year == timezone.localtime(now).year else f"{local:%Y-%m-%d}"


@register.filter
def full_day(at: datetime) -> str:
    """The head of a day in a timeline: Fri 9 October, 10 月 9 日 周五."""
    # Translators: a date format as in Django, for "9 October" or "10 月 9 日"
    date = date_format(timezone.localtime(at), _("j F"))
    return _("%(weekday)s %(date)s") % {"weekday": weekday(at), "date": date}


@register.filter
def exactly(seconds: float | None) -> str:
    """To the second, so that the rows of a table add up: 1 h 50 min 12 s."""
    hours, rest = divmod(int(seconds or 0), 3600)
    whole = minutes(rest // 60) if hours else str(rest // 60)
    amounts = ((hours, f"{hours:,}", "h"), (rest // 60, whole, "min"), (rest % 60, str(rest % 60), "s"))
    said = [f"{words}{SPACE}{UNITS[unit]}" for amount, words, unit in amounts if amount]
    return " ".join(said) or f"0{SPACE}{UNITS['s']}"


def _days(at: datetime, now: datetime | None) -> int:
    there, here = timezone.localtime(at).date(), timezone.localtime(now or timezone.now()).date()
    return (there - here) // timedelta(days=1)
