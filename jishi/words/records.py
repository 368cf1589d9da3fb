"""Words of how well tickets are written down."""

from collections.abc import Mapping

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from . import clock, duration, event, listed, named, plain
from .ticket import label

register = template.Library()

DOUBTS = {
    "missing-end": pgettext_lazy("doubt", "Closed without a solution"),
    "misfit": pgettext_lazy("doubt", "Impossible order"),
    "back-dated": pgettext_lazy("doubt", "Back-dated across a deadline"),
    "downgraded": pgettext_lazy("doubt", "Made less urgent after a breach"),
    "pause-before-due": pgettext_lazy("doubt", "Paused just before the deadline"),
    "resolved-after-pause": pgettext_lazy("doubt", "Resolved as soon as paused"),
    "never-contacted": pgettext_lazy("doubt", "Resolved without any contact"),
    "never-arrived": pgettext_lazy("doubt", "Visit agreed, nobody arrived"),
    "idle": pgettext_lazy("doubt", "No progress for days"),
    "pause-ran-out": pgettext_lazy("doubt", "Pause has run out"),
    "field-missing": pgettext_lazy("doubt", "Required fields empty"),
    "late-entry": pgettext_lazy("doubt", "Entered late"),
}
doubt = register.filter("doubt", named(DOUBTS))

SENTENCES = {
    "missing-end": gettext_lazy("Nobody has said when it was resolved."),
    "misfit": gettext_lazy("“%(event)s” cannot have happened then."),
    "back-dated": gettext_lazy("“%(event)s” was told %(late)s later; kept only on paper: %(clocks)s."),
    "downgraded": gettext_lazy("From %(was)s to %(priority)s after a breach: %(clocks)s."),
    "pause-before-due": gettext_lazy("%(clock)s: %(left)s were left."),
    "resolved-after-pause": gettext_lazy("Solved %(after)s after the pause began."),
    "never-contacted": gettext_lazy("No call, no answer, no visit is written down."),
    "never-arrived": gettext_lazy("The arrival is not written down."),
    "idle": gettext_lazy("No entry for three working days."),
    "pause-ran-out": gettext_lazy("It was to be looked at again by now."),
    "field-missing": gettext_lazy("Empty: %(lacks)s."),
    "late-entry": gettext_lazy("“%(event)s” was told %(late)s later."),
}

WAYS = {
    "missing-end": pgettext_lazy("mend", "Add the solution"),
    "misfit": pgettext_lazy("mend", "Correct the entry"),
    "back-dated": pgettext_lazy("mend", "Check the entry"),
    "downgraded": pgettext_lazy("mend", "Check the priority"),
    "pause-before-due": pgettext_lazy("mend", "Check the pause"),
    "resolved-after-pause": pgettext_lazy("mend", "Check the pause"),
    "never-contacted": pgettext_lazy("mend", "Add the contact"),
    "never-arrived": pgettext_lazy("mend", "Add the arrival"),
    "idle": pgettext_lazy("mend", "Continue or close"),
    "pause-ran-out": pgettext_lazy("mend", "Resume or pause on"),
    "field-missing": pgettext_lazy("mend", "Fill in"),
    "late-entry": pgettext_lazy("mend", "Check the entry"),
}
mended_by = register.filter("mended_by", named(WAYS))

STATES = {
    "open": pgettext_lazy("doubt", "Open"),
    "mended": pgettext_lazy("doubt", "Corrected"),
    "explained": pgettext_lazy("doubt", "Explained"),
}
doubt_state = register.filter("doubt_state", named(STATES))

SPANS = {"day": pgettext_lazy("span", "Day"), "week": pgettext_lazy("span", "Week")}
span_name = register.filter("span_name", named(SPANS))

SAYS_NO = {
    "nothing-chosen": (
        gettext_lazy("Nothing was chosen"),
        gettext_lazy("Go back and tick what the reason holds for."),
    ),
    "period-not-over": (
        gettext_lazy("This period is not over yet"),
        gettext_lazy("Sign for it once its last day has passed; what is told until then belongs to it."),
    ),
    "signed-already": (
        gettext_lazy("This was signed before"),
        gettext_lazy("A signature stays as it is. What comes up later belongs to the period in which it is told."),
    ),
}

WORDED = {
    "event": event,
    "clock": clock,
    "late": duration,
    "left": duration,
    "after": duration,
    "clocks": lambda names: listed([clock(name) for name in names]),
    "lacks": lambda names: listed([_lack(name) for name in names]),
}


@register.filter
def doubt_says(code: str, facts: Mapping[str, object]) -> str:
    """What exactly is doubtful, in one sentence."""
    return str(SENTENCES[code]) % {name: WORDED.get(name, plain)(value) for name, value in facts.items()}


def _lack(name: str) -> str:
    return _("an own field (%(code)s)") % {"code": plain(name[4:])} if name.startswith("own.") else str(label(name))
