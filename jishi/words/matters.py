"""Words of what other departments are asked."""

from django import template
from django.utils.translation import gettext_lazy, pgettext_lazy

from . import named

register = template.Library()

STATES = {
    "open": pgettext_lazy("matter", "Open"),
    "answered": pgettext_lazy("matter", "Answered"),
    "done": pgettext_lazy("matter", "Done"),
    "withdrawn": pgettext_lazy("matter", "Withdrawn"),
}
matter_state = register.filter("matter_state", named(STATES))

# what is told of a matter, as one says it when it is told and when it was
MOVES = {
    "answered": (pgettext_lazy("tell", "Answer"), pgettext_lazy("told", "answered")),
    "done": (pgettext_lazy("tell", "It is done"), pgettext_lazy("told", "done")),
    "again": (pgettext_lazy("tell", "Not enough, asked again"), pgettext_lazy("told", "asked again")),
    "withdrawn": (pgettext_lazy("tell", "No longer needed"), pgettext_lazy("told", "withdrawn")),
    "postponed": (pgettext_lazy("tell", "Change the due date"), pgettext_lazy("told", "another day agreed")),
    "owned": (pgettext_lazy("tell", "I’ll take it"), pgettext_lazy("told", "taken care of")),
    "decided": (pgettext_lazy("tell", "Decided in the meeting"), pgettext_lazy("told", "decided in the meeting")),
}
matter_move = register.filter("matter_move", named({code: move for code, (move, _) in MOVES.items()}))
matter_told = register.filter("matter_told", named({code: told for code, (_, told) in MOVES.items()}))

VIEWS = {
    "pending": pgettext_lazy("matters", "Pending"),
    "overdue": pgettext_lazy("matters", "Overdue"),
    "mine": pgettext_lazy("matters", "Mine"),
    "to_us": pgettext_lazy("matters", "Asked of us"),
    "by_us": pgettext_lazy("matters", "Asked by us"),
    "settled": pgettext_lazy("matters", "Settled"),
}
matter_view = register.filter("matter_view", named(VIEWS))

SAYS_NO = {
    "not-of-department": (
        gettext_lazy("This person is not of “%(department)s”"),
        gettext_lazy("Choose somebody of the department that is asked, or leave it to the department."),
    ),
    "not-your-side": (
        gettext_lazy("This is for the other side to say"),
        gettext_lazy(
            "Who is asked answers and takes care of it; who has asked asks again, agrees another day or withdraws."
        ),
    ),
    "matter-moved": (
        gettext_lazy("Somebody was faster: the matter stands differently now"),
        gettext_lazy("Load it again to see what is possible."),
    ),
}
