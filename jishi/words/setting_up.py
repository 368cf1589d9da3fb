"""Words of the set-up: its steps, what is still missing, and how a record says what was set up."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from . import event, listed, named, plain, share
from .lists import list_name
from .people import role
from .ticket import calendar, label

register = template.Library()

SECTIONS = {
    "company": pgettext_lazy("set-up", "Company"),
    "departments": pgettext_lazy("set-up", "Departments"),
    "teams": pgettext_lazy("set-up", "Teams"),
    "points": pgettext_lazy("set-up", "Service points"),
    "people": pgettext_lazy("set-up", "People"),
    "types": pgettext_lazy("set-up", "Service types"),
    "fields": pgettext_lazy("set-up", "Custom fields"),
    "promises": pgettext_lazy("set-up", "Promises"),
    "calendars": pgettext_lazy("set-up", "Calendars"),
    "roster": pgettext_lazy("set-up", "Roster"),
    "lists": pgettext_lazy("set-up", "Lists"),
    "benchmarks": pgettext_lazy("set-up", "Benchmarks"),
}
section = register.filter("section", named(SECTIONS))

LACKS = {
    "company": gettext_lazy("The company has no name yet."),
    "departments": gettext_lazy("There is no department yet."),
    "teams": gettext_lazy("There is no team yet; tickets need one."),
    "people": gettext_lazy("There is nobody but you."),
    "types": gettext_lazy("There is no kind of service."),
    "promises": gettext_lazy("Nothing is promised yet."),
    "calendars": gettext_lazy("Holidays are not known to the end of the year."),
    "roster": gettext_lazy("The roster ends before today."),
    "benchmarks": gettext_lazy("There is nothing to measure against yet."),
}
lack = register.filter("lack", named(LACKS))

FIELD_KINDS = {
    "text": pgettext_lazy("field", "Text"),
    "number": pgettext_lazy("field", "Number"),
    "date": pgettext_lazy("field", "Date"),
    "list": pgettext_lazy("field", "One of a list"),
}
field_kind = register.filter("field_kind", named(FIELD_KINDS))

LANGUAGES = {"zh-hans": "中文", "en": "English"}
WHAT = {
    "people": role,
    "lists": list_name,
    "calendars": calendar,
    "company": lambda what: "",
    "promises": lambda what: "",
    "roster": lambda what: "",
    "benchmarks": lambda what: plain(what).partition(" ")[0],
}

SAYS_NO = {
    "name-taken": (
        gettext_lazy("“%(name)s” is there already"),
        gettext_lazy("Two of the same name would be mistaken for each other. Choose another name."),
    ),
    "no-such-row": (
        gettext_lazy("It is not there any more"),
        gettext_lazy("Load the page again to see what there is."),
    ),
    "response-without-end": (
        gettext_lazy("A response needs an end that is not its start"),
        gettext_lazy("Choose the event it ends with, or leave both empty: then the first contact is the response."),
    ),
    "choices-missing": (
        gettext_lazy("The list has nothing to choose from"),
        gettext_lazy("Write what can be chosen, one a line."),
    ),
    "benchmark-without-source": (
        gettext_lazy("A benchmark needs its source, its date and of whom it speaks"),
        gettext_lazy("A number nobody can look up proves nothing. Name where it comes from, or leave it out."),
    ),
    "signed-meanwhile": (
        gettext_lazy("Somebody else has just signed"),
        gettext_lazy("Look at that record first, then sign again if something is still different."),
    ),
}


@register.filter
def set_up_name(what: str, of: str) -> str:
    """What a line of a section is about."""
    return WHAT.get(of, plain)(what)


@register.filter
def set_up_says(how: Mapping[str, Any] | None, of: str) -> str:
    """How it was set up, in one line."""
    if how is None:
        return "–"
    return " · ".join(filter(None, SAYS[of](how))) if of in SAYS else ""


@register.filter
def benchmark(value: float, unit: str) -> str:
    return share(value) if unit == "share" else f"{value:g}"


def _count(how: Mapping[str, Any]) -> list[str]:
    return [f"{how['n']:,}"]


def _company(how: Mapping[str, Any]) -> list[str]:
    return [plain(how["name"]), how["zone"], LANGUAGES.get(how["language"], how["language"])]


def _team(how: Mapping[str, Any]) -> list[str]:
    return [plain(how["department"]), _("line %(n)s") % {"n": how["line"]}]


def _kind(how: Mapping[str, Any]) -> list[str]:
    response = _("own response: %(starts)s → %(ends)s") % {
        "starts": event(how["starts"] or "received"),
        "ends": event(how["ends"]),
    }
    demands = _("demands: %(demands)s") % {"demands": listed([str(label(each)) for each in how["demands"]])}
    usual = _("response: received → first contact")
    visits = _("with visits") if how["visits"] else ""
    return [response if how["ends"] else usual, visits, demands if how["demands"] else ""]


def _field(how: Mapping[str, Any]) -> list[str]:
    marks = [_("required") if how["required"] else "", _("masked") if how["masked"] else ""]
    return [field_kind(how["kind"]), *marks]


def _dated(how: Mapping[str, Any]) -> list[str]:
    since = _("version %(n)s since %(at)s") % {"n": how["number"], "at": how["since"]}
    rows = ngettext("%(n)s row", "%(n)s rows", how["rows"]) % {"n": how["rows"]} if "rows" in how else ""
    until = how.get("covered_until")
    return [since, rows, _("holidays known until %(day)s") % {"day": until} if until else ""]


def _roster(how: Mapping[str, Any]) -> list[str]:
    until = _("drawn up until %(day)s") % {"day": how["until"]} if how["until"] else _("not drawn up yet")
    return [listed([plain(name) for name in how["names"]]), until]


def _benchmark(how: Mapping[str, Any]) -> list[str]:
    return [benchmark(how["value"], how["unit"]), plain(how["source"]), how["dated"], plain(how["population"])]


SAYS = {
    "company": _company,
    "teams": _team,
    "points": lambda how: [plain(how["city"])],
    "people": _count,
    "types": _kind,
    "fields": _field,
    "promises": _dated,
    "calendars": _dated,
    "roster": _roster,
    "lists": _count,
    "benchmarks": _benchmark,
}
