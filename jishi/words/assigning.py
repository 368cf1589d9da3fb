"""Words of assignment: why this person and not the others, how offers stand, what rules say."""

from collections.abc import Mapping

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from . import named

register = template.Library()

# why, or why not; `skill` comes named, numbers as they are
REASONS = {
    "off-duty": gettext_lazy("off duty"),
    "on-leave": gettext_lazy("on leave"),
    "away": gettext_lazy("on duty, but away or busy"),
    "lacks-skill": gettext_lazy("does not do “%(skill)s”"),
    "other-point": gettext_lazy("goes out from another service point"),
    "full": gettext_lazy("no room: %(load)s of %(capacity)s"),
    "refused": gettext_lazy("refused this one"),
    "lapsed": gettext_lazy("did not answer just now"),
    "only-one": gettext_lazy("the only one who can take it now"),
    "first-by-skill": gettext_lazy("knows this best"),
    "first-by-room": gettext_lazy("has most room"),
    "first-by-turn": gettext_lazy("has been without for longest"),
    "first-by-number": gettext_lazy("equal with others, first by number"),
    "behind-by-skill": gettext_lazy("can, but another knows this better"),
    "behind-by-room": gettext_lazy("can, but another has more room"),
    "behind-by-turn": gettext_lazy("can, but another has been without for longer"),
    "behind-by-number": gettext_lazy("can, equal with the first, later by number"),
}

ABSENCES = ("off-duty", "on-leave", "away")
absence = register.filter("absence", named({code: REASONS[code] for code in ABSENCES}))

STATES = {
    "offered": pgettext_lazy("offer", "Offered"),
    "accepted": pgettext_lazy("offer", "Accepted"),
    "refused": pgettext_lazy("offer", "Refused"),
    "lapsed": pgettext_lazy("offer", "Not answered in time"),
    "taken": pgettext_lazy("offer", "Somebody else was faster"),
    "given": pgettext_lazy("offer", "Assigned directly"),
    "withdrawn": pgettext_lazy("offer", "Withdrawn"),
}
offer_state = register.filter("offer_state", named(STATES))

CAUSES = {
    "nobody-free": gettext_lazy("Nobody is free"),
    "nobody-accepted": gettext_lazy("Nobody accepted"),
}
waiting_cause = register.filter("waiting_cause", named(CAUSES))

STRATEGIES = {
    "skill": pgettext_lazy("strategy", "who knows it best, then who has most room"),
    "room": pgettext_lazy("strategy", "who has most room"),
    "turn": pgettext_lazy("strategy", "in turn"),
}
strategy = register.filter("strategy", named(STRATEGIES))

PATHS = {
    "together": pgettext_lazy("path", "offered to several at once, the first has it"),
    "direct": pgettext_lazy("path", "assigned at once to whoever has most room"),
    "usual": pgettext_lazy("path", "like the others"),
}
urgent_path = register.filter("urgent_path", named(PATHS))

FIELDS = {
    "strategy": gettext_lazy("Who is asked first"),
    "automatic": gettext_lazy("Automatically"),
    "minutes": gettext_lazy("An offer stands for (minutes)"),
    "most": gettext_lazy("Asked one after another, before the duty lead"),
    "urgent": gettext_lazy("P0 and P1"),
    "urgent_minutes": gettext_lazy("An urgent offer stands for (minutes)"),
    "width": gettext_lazy("Asked at once"),
}
rule_field = register.filter("rule_field", named(FIELDS))

ANSWERS = {
    "offer-over": (
        gettext_lazy("This offer is over"),
        gettext_lazy("It was answered, withdrawn, or its time ran out; the next person is being asked."),
    ),
}


def why(code: str, facts: Mapping[str, object]) -> str:
    """One reason of a candidate in words."""
    return str(REASONS[code]) % facts if code in REASONS else code


@register.filter
def load_of(load: int, capacity: int) -> str:
    """3 of 5"""
    return _("%(load)s of %(capacity)s") % {"load": load, "capacity": capacity}
