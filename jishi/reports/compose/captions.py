"""What a chart says where it is touched, and to whom cannot see it."""

from django.utils.translation import gettext as _

from jishi.indicators.catalogue import INDICATORS
from jishi.words import count, duration, share


def bin_says(since: float, until: float | None, ended: int, still: int) -> str:
    facts = {"since": duration(since), "until": duration(until), "ended": count(ended), "open": count(still)}
    span = _("%(since)s to %(until)s") % facts if until is not None else _("%(since)s and more") % facts
    return f"{span}\n" + _("%(ended)s finished, %(open)s open") % facts


def month_says(month: str, clock: dict) -> str:
    """One month of the trend, the same lines in each of its charts."""
    within = clock["within"]
    lines = [
        month,
        _("n %(n)s, %(open)s open") % {"n": count(clock["n"]), "open": count(clock["open"])},
        _("median %(median)s, nine in ten within %(p90)s")
        % {"median": duration(clock["median_s"]), "p90": duration(clock["p90_s"])},
    ]
    if clock["open"] and clock["km"]["median_s"] is not None:
        lines.append(_("median with open ones %(median)s") % {"median": duration(clock["km"]["median_s"])})
    if within["share"] is not None:
        lines.append(
            _("in time %(share)s of %(n)s")
            % {"share": share(within["share"]), "n": count(within["met"] + within["missed"])}
        )
    return "\n".join(lines)


def worded(name: str, value: dict) -> dict:
    """An indicator with the words and the formula of its one definition."""
    entry = INDICATORS.get(name)
    return {**value, "words": _(entry.title) if entry else name, "definition": _(entry.formula) if entry else ""}


def median_mark(clock: dict) -> str:
    return _("median %(median)s") % {"median": duration(clock["median_s"])}


def p90_mark(clock: dict) -> str:
    return _("p90 %(p90)s") % {"p90": duration(clock["p90_s"])}
