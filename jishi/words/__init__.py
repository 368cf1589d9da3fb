"""Codes and quantities to words in the reader's language; every function here is also a template filter.

Nothing given is said as a dash. Numbers read the same in both languages: 58,119 · 62.8 % · 2026-03-05 14:05.
"""

from datetime import datetime

from django import template
from django.utils import dates
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from . import findings, names, reading
from .text import listed, plain, stressed

register = template.Library()
register.filter(listed)
register.filter(plain)
register.filter(stressed)
NOTHING = "–"
MISSING = (None, "")  # a template says "" of what is not there
SPACE = "\u00a0"  # a number and its unit stay on one line
UNITS = {
    "d": pgettext_lazy("unit", "d"),
    "h": pgettext_lazy("unit", "h"),
    "min": pgettext_lazy("unit", "min"),
    "s": pgettext_lazy("unit", "s"),
}


@register.filter
def duration(seconds: float | None) -> str:
    """As people say it: 2 h 05 min, 2 小时 5 分; seconds under 100."""
    if seconds in MISSING:
        return NOTHING
    return sign(seconds) + SPACE.join(f"{amount}{SPACE}{unit}" for amount, unit in spoken(abs(seconds)))


@register.filter
def figure(seconds: float | None) -> SafeString | str:
    """The duration for a large figure: its units small beside the numbers."""
    if seconds in MISSING:
        return NOTHING
    parts = format_html_join(mark_safe(" "), "{} <small>{}</small>", spoken(abs(seconds)))
    return format_html('<span class="dur">{}{}</span>', sign(seconds), parts)


def sign(number: float) -> str:
    return "−" if number < 0 else ""


def spoken(seconds: float) -> list[tuple[str, str]]:
    """Numbers and unit words, at most two of them, rounded once in the smaller unit."""
    for below, (large, size), (small, step) in (
        (600, ("min", 60), ("s", 1)),
        (3600, ("min", 60), (None, 60)),
        (48 * 3600, ("h", 3600), ("min", 60)),
        (10 * 86400, ("d", 86400), ("h", 3600)),
    ):
        if seconds < 100:
            return [(few(seconds), unit("s"))]
        if round(seconds / step) * step < below:
            return two(round(seconds / step) * step, large, size, small, step)
    return [(f"{round(seconds / 86400):,}", unit("d"))]


def few(seconds: float) -> str:
    """0.4, 3.5, 12: a tenth matters below ten seconds only."""
    return f"{seconds:.1f}".removesuffix(".0") if seconds < 10 else str(round(seconds))


def two(seconds: int, large: str, size: int, small: str | None, step: int) -> list[tuple[str, str]]:
    whole, rest = divmod(int(seconds), size)
    first = [(str(whole), unit(large))]
    if not rest or not small:
        return first
    return [*first, (minutes(rest // step) if small == "min" else str(rest // step), unit(small))]


def minutes(number: int) -> str:
    # Translators: two digits in English (2 h 05 min), plain in Chinese (2 小时 5 分): "02d" or "d"
    return format(number, _("02d"))


def unit(code: str) -> str:
    return str(UNITS[code])


@register.filter
def share(part: float | None) -> str:
    """0.6281 is 62.8 %. What is not quite all or nothing is never rounded to it."""
    if part in MISSING:
        return NOTHING
    if 0 < part < 0.0005:
        return f"< 0.1{SPACE}%"
    if 0.9995 <= part < 1:
        return f"> 99.9{SPACE}%"
    return f"{100 * part:.{0 if part in (0, 1) else 1}f}{SPACE}%"


@register.filter
def count(number: float | None) -> str:
    return NOTHING if number in MISSING else f"{number:,}"


@register.filter
def points(number: float | None) -> str:
    return NOTHING if number in MISSING else f"{number:,.1f}"


@register.filter
def quantity(value: float | None, of: str) -> str:
    """A catalogue value in its unit: share, s, points or count."""
    return {"share": share, "s": duration, "points": points}.get(of, count)(value)


@register.filter
def span(interval: list | None, of: str = "share") -> str:
    """The interval of a figure: 60.0–65.6 %."""
    if not interval or None in interval:
        return NOTHING
    if of == "share":
        return "–".join(f"{100 * bound:.1f}" for bound in interval) + f"{SPACE}%"
    return "–".join(quantity(bound, of) for bound in interval)


def read(moment: str | datetime) -> datetime:
    return moment if isinstance(moment, datetime) else datetime.fromisoformat(moment)


@register.filter
def moment(at: str | datetime | None) -> str:
    """To the minute, in the offset it carries."""
    return f"{read(at):%Y-%m-%d %H:%M}" if at else NOTHING


@register.filter
def day(at: str | datetime | None) -> str:
    return f"{read(at):%Y-%m-%d}" if at else NOTHING


def named(words: dict):
    """The filter that names codes; a code without words is said as it is."""

    def name(code: object) -> str:
        return str(words[code]) if code in words else plain(code)

    return name


clock = register.filter("clock", named(names.CLOCKS))
course = register.filter("course", named(names.COURSES))
dimension = register.filter("dimension", named(names.DIMENSIONS))
priority = register.filter("priority", named(names.PRIORITIES))
channel = register.filter("channel", named(names.CHANNELS))
status = register.filter("status", named(names.STATUSES))
state = register.filter("state", named(names.STATES))
event = register.filter("event", named(names.EVENTS))
field = register.filter("field", named(names.EVENTS | names.FIELDS))
how = register.filter("how", named(names.HOWS))
finding = register.filter("finding", named(findings.FINDINGS))
remedy = register.filter("remedy", named(findings.REMEDIES))
reason = register.filter("reason", named(reading.ROW_ERRORS))

WEEKDAYS = {str(number + 1): name for number, name in dates.WEEKDAYS.items()}
VALUES = {
    "priority": priority,
    "channel": channel,
    "status": status,
    "zone": named(names.ZONES),
    "weekday": named(WEEKDAYS),
}
NOT_GIVEN = gettext_lazy("(not given)")
NOT_NAMED = {"": NOT_GIVEN, "(none)": NOT_GIVEN, "(other)": gettext_lazy("(all others)")}


@register.filter
def value(code: object, of: str) -> str:
    """A value of a dimension: our codes in words, everybody's own names as they are."""
    return str(NOT_NAMED[code]) if code in NOT_NAMED else VALUES.get(of, plain)(code)
