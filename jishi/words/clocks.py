"""What a clock says: labels of its strip, its sentence, and why time counted or did not."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from . import SPACE, UNITS, duration, figure, listed
from .days import feast
from .moments import day_of, hour, when

register = template.Library()

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

COUNTED = frozenset(["open", "always", "make-up", "special"])


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


LONG = 48 * 3600  # seconds


@register.filter
def amount(face: object) -> SafeString | str:
    """The amount of a face as a figure. A day of working time would be read as a day: it is said in hours."""
    if face.days or face.amount is None or face.amount < LONG:
        return figure(face.amount)
    return format_html('<span class="dur">{} <small>{}</small></span>', f"{face.amount / 3600:,.0f}", UNITS["h"])


def told(face: object, reading: object, now: datetime) -> str:
    """A clock in one sentence: what counted, what is left, when it is due."""
    said = {"spent": reading.spent.total_seconds(), "amount": face.amount}
    words = {name: _said(seconds, face.days) for name, seconds in said.items()}
    return TOLD[face.code] % (words | {"due": when(reading.due, now)})


def _said(seconds: float | None, days: bool) -> str:
    if days or seconds is None or seconds < LONG:
        return duration(seconds)
    return f"{seconds / 3600:,.0f}{SPACE}{UNITS['h']}"


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
    words = _over_days(row) if len(row.days) > 1 else listed([*_ruled(row.rules, row.reasons)])
    if row.tone == "late":
        return _("past due; %(words)s") % {"words": words}
    return _("past the warning line; %(words)s") % {"words": words} if row.tone == "warn" else words


def _ruled(rules: Iterable[str], names: Iterable[str]) -> Iterator[str]:
    """A holiday is called by its name; else the rule says it."""
    called = listed([feast(each) for each in names])
    for rule in rules:
        if rule == "holiday" and called:
            yield called
        elif rule in ("make-up", "special") and called:
            yield _("%(rule)s (%(name)s)") % {"rule": RULES[rule], "name": called}
        else:
            yield str(RULES.get(rule, rule))


def _over_days(row: object) -> str:
    """Many days in one row: what counted, and what lay between and did not."""
    open_rules = [rule for rule in row.rules if rule in COUNTED]
    shut = [rule for rule in row.rules if rule not in COUNTED]
    facts = {
        "days": len(row.days),
        "words": listed([str(RULES[rule]) for rule in open_rules]),
        "closed": listed([*_ruled(shut, row.reasons)]),
    }
    words = ngettext("%(words)s on %(days)s day", "%(words)s on %(days)s days", len(row.days)) % facts
    return _("%(words)s; not counted in between: %(closed)s") % {"words": words, "closed": facts["closed"]}


def _paused(row: object) -> str:
    reason = listed([*row.reasons]) or _("paused")
    if not row.worked:
        return reason
    return _("%(reason)s; %(worked)s of it was working time") % {"reason": reason, "worked": duration(row.worked)}
