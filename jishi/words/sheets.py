"""What is said of lists taken along and of sheets brought in."""

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from . import clock, named
from .desk import room

register = template.Library()

HEADINGS = {
    "number": pgettext_lazy("column", "Ticket number"),
    "title": pgettext_lazy("column", "Subject"),
    "due_at": pgettext_lazy("column", "Due at"),
    "staff_number": pgettext_lazy("column", "Staff number"),
    "name": pgettext_lazy("column", "Name"),
    "role": pgettext_lazy("column", "Role"),
    "department": pgettext_lazy("column", "Department"),
    "team": pgettext_lazy("column", "Team"),
    "mail": pgettext_lazy("column", "Mail"),
    "active": pgettext_lazy("column", "Active"),
}
heading = register.filter("heading", named(HEADINGS))
FLAGS = {True: pgettext_lazy("answer", "yes"), False: pgettext_lazy("answer", "no")}
yes_no = register.filter("yes_no", named(FLAGS))


def counted(name: str) -> str:
    """The heading of what a clock has counted."""
    return _("%(clock)s, counted") % {"clock": clock(name)}


def title(code: str) -> str:
    """The name of a list, for its file and its sheet."""
    return room(code)


SAYS_NO = {
    "too-long-for-a-sheet": (
        gettext_lazy("A workbook holds %(limit)s rows; this list is longer"),
        gettext_lazy("Narrow the view, or take it along as CSV."),
    ),
}
