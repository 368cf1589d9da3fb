"""What is said of lists taken along and of sheets brought in."""

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from . import clock, named, plain, reason
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
    "point": pgettext_lazy("column", "Service point"),
    "supplier": pgettext_lazy("column", "Supplier"),
    "mail": pgettext_lazy("column", "Mail"),
    "active": pgettext_lazy("column", "Active"),
    "reason": pgettext_lazy("column", "What to mend"),
    "at": pgettext_lazy("column", "When"),
    "who": pgettext_lazy("column", "Who"),
    "act": pgettext_lazy("column", "What happened"),
    "about": pgettext_lazy("column", "About"),
    "facts": pgettext_lazy("column", "More"),
    "address": pgettext_lazy("column", "Network address"),
    "asked": pgettext_lazy("column", "What is asked"),
    "asked_by": pgettext_lazy("column", "Asked by"),
    "asked_at": pgettext_lazy("column", "Asked at"),
    "article": pgettext_lazy("column", "Article"),
    "audience": pgettext_lazy("column", "For whom"),
    "review_by": pgettext_lazy("column", "Review by"),
    "touched_at": pgettext_lazy("column", "Last published"),
    "leave": pgettext_lazy("column", "Kind of leave"),
    "since": pgettext_lazy("column", "From"),
    "until": pgettext_lazy("column", "Until"),
    "words": pgettext_lazy("column", "In words"),
    "decided_by": pgettext_lazy("column", "Decided by"),
    "hours": gettext_lazy("Hours"),
    "nights": gettext_lazy("Nights"),
    "holidays": gettext_lazy("Holidays"),
    "doubt": pgettext_lazy("column", "What is doubtful"),
    "offered_to": pgettext_lazy("column", "Offered to"),
    "answered_at": pgettext_lazy("column", "Answered at"),
    "why": pgettext_lazy("column", "Why not"),
    "given": pgettext_lazy("column", "What was given"),
    "amount": pgettext_lazy("column", "Amount"),
    "unit": pgettext_lazy("column", "Counted in"),
}
heading = register.filter("heading", named(HEADINGS))
FLAGS = {True: pgettext_lazy("answer", "yes"), False: pgettext_lazy("answer", "no")}
yes_no = register.filter("yes_no", named(FLAGS))


# What is no room of its own.
TITLES = {
    "roster-month": pgettext_lazy("list", "Roster of a month"),
    "leave": pgettext_lazy("list", "Leave"),
}


def counted(name: str) -> str:
    """The heading of what a clock has counted."""
    return _("%(clock)s, counted") % {"clock": clock(name)}


def title(code: str) -> str:
    """The name of a list, for its file and its sheet."""
    return str(TITLES[code]) if code in TITLES else room(code)


# What a column of a sheet can be, in groups.
GROUPS = {
    "texts": pgettext_lazy("columns", "What it says"),
    "moments": pgettext_lazy("columns", "Moments"),
    "spans": pgettext_lazy("columns", "Lengths of time"),
    "own": pgettext_lazy("columns", "Custom fields"),
}
group = register.filter("group", named(GROUPS))

UPLOADS = {
    "read": pgettext_lazy("upload", "Not yet brought in"),
    "importing": pgettext_lazy("upload", "Coming in"),
    "imported": pgettext_lazy("upload", "Brought in"),
    "cancelled": pgettext_lazy("upload", "Cancelled"),
}
upload_state = register.filter("upload_state", named(UPLOADS))


@register.filter
def file_name(name: str) -> str:
    """What was brought, by its name; pasted rows have none."""
    return plain(name) or _("Pasted rows")


def template_name(kind: str) -> str:
    return f"{_('Tickets to fill in')} {plain(kind)}".strip()


def bad_rows_name() -> str:
    return _("Rows to mend")


def reasons(found: list[tuple[str, str]]) -> str:
    """Of one row: column and reason, one after the other."""
    # Translators: a column of a sheet, and what is wrong with its cell
    said = [_("%(column)s: %(reason)s") % {"column": column, "reason": reason(code)} for column, code in found]
    return " · ".join(said)


SAYS_NO = {
    "narrow-the-list": (
        gettext_lazy("Up to %(limit)s rows of this list are taken along at once"),
        gettext_lazy("Set a condition, such as a day, and take the rest along after it."),
    ),
    "list-too-long": (
        gettext_lazy("This sheet has more than %(limit)s rows"),
        gettext_lazy("Split it, and bring the parts one after the other."),
    ),
    "nothing-brought": (
        gettext_lazy("There is neither a file nor pasted rows"),
        gettext_lazy("Choose a file, or copy the rows with their headings and paste them."),
    ),
    "not-a-sheet": (
        gettext_lazy("This is no sheet with rows"),
        gettext_lazy("Bring .xlsx or CSV as it is, not packed. Other kinds are brought in with jishi import."),
    ),
    "import-has-begun": (
        gettext_lazy("This sheet has begun to come in, or nothing of it can"),
        gettext_lazy("Load the page again to see how far it is."),
    ),
    "import-is-over": (
        gettext_lazy("Nothing comes in any more"),
        gettext_lazy("It was over before. Load the page again to see what came in."),
    ),
    "file-is-gone": (
        gettext_lazy("The file was cleared away"),
        gettext_lazy("Files are kept for two weeks. Bring it once more."),
    ),
    "too-long-for-a-sheet": (
        gettext_lazy("A workbook holds %(limit)s rows; this list is longer"),
        gettext_lazy("Narrow the view, or take it along as CSV."),
    ),
}
