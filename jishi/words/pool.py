"""Words of the escalation pool and of what belongs together: who held a ticket, what a hand-over lacks, links."""

from django import template
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from . import named

register = template.Library()

HOLDERS = {
    "first": pgettext_lazy("held by", "First line"),
    "pool": pgettext_lazy("held by", "Escalation pool"),
    "second": pgettext_lazy("held by", "Second line"),
    "third": pgettext_lazy("held by", "Third line"),
    "resting": pgettext_lazy("held by", "Resolved, until reopened"),
}
holder = register.filter("holder", named(HOLDERS))

LINKS = {
    "duplicate": pgettext_lazy("link", "the same as"),
    "follow_up": pgettext_lazy("link", "follows"),
    "followed_by": pgettext_lazy("link", "followed by"),
    "same_cause": pgettext_lazy("link", "same cause as"),
    "merged": pgettext_lazy("link", "merged into"),
    "holds": pgettext_lazy("link", "took in"),
}
link = register.filter("link", named(LINKS))

MAY_NOT = {
    "handover-incomplete": (
        _("Second line would have to ask again: %(lacks)s"),
        _("Say all three with the hand-over: the problem, whose it is, and what was tried."),
    ),
    "cannot-link": (
        _("Ticket %(number)s cannot be linked like that"),
        _("Choose another ticket, and one of the links offered."),
    ),
    "handed-over": (
        _("Ticket %(number)s was handed over already"),
        _("There is nothing left to explain. Load it again."),
    ),
}
