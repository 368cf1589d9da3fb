"""Words of the desk: moments as one says them today, labels of a strip, why time counted or did not."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django import template
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from . import SPACE, UNITS, duration, listed, named

register = template.Library()

ROOMS = {
    "board": pgettext_lazy("room", "Board"),
    "tickets": pgettext_lazy("room", "Tickets"),
    "policy": pgettext_lazy("room", "Promises"),
    "calendar": pgettext_lazy("room", "Calendars"),
    "parts": pgettext_lazy("room", "Parts"),
}
room = register.filter("room", named(ROOMS))

RULES = {
    "open": gettext_lazy("working hours"),
    "always": gettext_lazy("counts around the clock"),
    "make-up": gettext_lazy("make-up working day"),
    "special": gettext_lazy("special hours"),
    "closed": gettext_lazy("closed"),
    "day-off": gettext_lazy("day off"),
    "holiday": gettext_lazy("public holiday"),
    "resolved": gettext_lazy("resolved, until it was reopened"),
    "cancelled": gettext_lazy("cancelled, until it was reopened"),
}

PAUSES = {
    "customer": pgettext_lazy("pause", "waiting for the customer"),
    "parts": pgettext_lazy("pause", "waiting for parts"),
    "supplier": pgettext_lazy("pause", "waiting for the supplier"),
    "agreed": pgettext_lazy("pause", "until the agreed time"),
}
pause = register.filter("pause", named(PAUSES))


@register.filter
def iso(at: datetime | None) -> str:
    return at.isoformat() if at else ""


@register.filter
def hour(at: datetime | None) -> str:
    """14:05, in the reader's zone."""
    return f"{timezone.localtime(at):%H:%M}" if at else ""


@register.filter
def weekday(at: datetime) -> str:
    return date_format(timezone.localtime(at), "D")


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
    """The head of a day in a timeline: Friday 9 October, 10 月 9 日 周五."""
    # Translators: a date format as in Django: Friday 9 October; 10 月 9 日 周五
    return date_format(timezone.localtime(at), _("l j F"))


@register.filter
def exactly(seconds: float | None) -> str:
    """To the second, so that the rows of a table add up: 1 h 50 min 12 s."""
    hours, rest = divmod(int(seconds or 0), 3600)
    amounts = ((hours, "h"), (rest // 60, "min"), (rest % 60, "s"))
    return " ".join(f"{amount:,}{SPACE}{UNITS[unit]}" for amount, unit in amounts if amount) or f"0{SPACE}{UNITS['s']}"


def say(code: str, **facts: object) -> str:
    """The labels of a full strip (pages/strip/captions.py)."""
    at, now, name = facts.get("at"), facts.get("now"), facts.get("name", "")
    match code:
        case "now":
            return _("now %(at)s") % {"at": hour(at)}
        case "due":
            words = _("due about %(at)s") if facts.get("provisional") else _("due %(at)s")
            return words % {"at": when(at, now)}
        case "end":
            return _("ended %(at)s") % {"at": when(at, now)}
        case "paused":
            return _("paused %(duration)s") % {"duration": duration(facts["seconds"])}
        case "date":
            return f"{day_of(at, now)} {name}".strip()
    return " ".join(part for part in (day_of(at, now), hour(at), name) if part)


def told(face: object, reading: object, now: datetime) -> str:
    """A clock in one sentence: what counted, what is left, when it is due."""
    spent = duration(reading.spent.total_seconds())
    return TOLD[face.code] % {"spent": spent, "amount": duration(face.amount), "due": when(reading.due, now)}


# by the code of a face (pages/strip/face.py)
TOLD = {
    "waiting": gettext_lazy("It has not started yet."),
    "counting": gettext_lazy("%(spent)s counted so far. Nothing was promised."),
    "left": gettext_lazy("%(spent)s counted, %(amount)s left; due %(due)s."),
    "about": gettext_lazy("%(spent)s counted, about %(amount)s left. The holidays of that time are not known yet."),
    "over": gettext_lazy("%(spent)s counted, %(amount)s more than promised."),
    "paused": gettext_lazy("%(spent)s counted, %(amount)s left. The deadline moves with the pause."),
    "paused-over": gettext_lazy("%(spent)s counted, %(amount)s more than promised; paused."),
    "met": gettext_lazy("Done after %(spent)s, in time."),
    "early": gettext_lazy("Done %(amount)s before the agreed time."),
    "took": gettext_lazy("Took %(spent)s. Nothing was promised."),
    "cancelled": gettext_lazy("Cancelled after %(spent)s."),
}


def promised(promise: object, calendar: str = "") -> str:
    """What was promised: 4 h, working time; working days 3–5; until a moment agreed."""
    if promise.window:
        return _("working days %(first)s–%(last)s") % dict(zip(("first", "last"), promise.window, strict=True))
    if promise.until:
        return _("agreed for %(at)s") % {"at": when(promise.until)}
    if promise.target is None:
        return _("nothing promised")
    return " · ".join(part for part in (duration(promise.target.total_seconds()), calendar) if part)


@register.filter
def why(row: object) -> str:
    """Why a row of the explanation counted or did not, in one sentence."""
    if row.kind == "paused":
        return _paused(row)
    words = listed([*_ruled(row.rules, row.reasons)])
    if row.kind == "counted" and len(row.days) > 1:
        words = _over_days(row, words)
    if row.tone == "late":
        return _("past due; %(words)s") % {"words": words}
    return _("past the warning line; %(words)s") % {"words": words} if row.tone == "warn" else words


def _ruled(rules: Iterable[str], names: Iterable[str]) -> Iterable[str]:
    """A holiday is called by its name; else the rule says it."""
    called = listed([*names])
    for rule in rules:
        if rule == "holiday" and called:
            yield called
        elif rule in ("make-up", "special") and called:
            yield _("%(rule)s (%(name)s)") % {"rule": RULES[rule], "name": called}
        else:
            yield str(RULES.get(rule, rule))


def _over_days(row: object, words: str) -> str:
    days = len(row.days)
    facts = {"days": days, "words": words}
    return ngettext("on %(days)s day; %(words)s", "on %(days)s days; %(words)s", days) % facts


def _paused(row: object) -> str:
    reason = listed([pause(reason) for reason in row.reasons]) or _("paused")
    if not row.worked:
        return reason
    return _("%(reason)s; %(worked)s of it was working time") % {"reason": reason, "worked": duration(row.worked)}


def _days(at: datetime, now: datetime | None) -> int:
    there, here = timezone.localtime(at).date(), timezone.localtime(now or timezone.now()).date()
    return (there - here) // timedelta(days=1)
