"""What a notice says, by its code."""

from collections.abc import Mapping
from datetime import datetime

from django import template
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from . import clock, moment
from .text import plain

register = template.Library()

NOTICES = {
    "mentioned": gettext_lazy("%(by)s named you in a note"),
    "chased": gettext_lazy("The customer asks where we are, asked so far: %(times)s"),
    "assigned": gettext_lazy("%(by)s gave you this ticket"),
    "offered": gettext_lazy("This ticket is offered to you"),
    "offer_lapsed": gettext_lazy("Nobody took this ticket in time"),
    "offer_taken": gettext_lazy("%(by)s has taken what was offered to you"),
    "given": gettext_lazy("This urgent ticket was assigned to you at once"),
    "given_directly": gettext_lazy("An urgent ticket was assigned at once"),
    "nobody_free": gettext_lazy("Nobody is free for this ticket: it waits for you to find somebody"),
    "handed_over": gettext_lazy("%(by)s handed this ticket to your line"),
    "returned": gettext_lazy("%(by)s gave this ticket back"),
    "approval_asked": gettext_lazy("%(by)s asks for your approval"),
    "approval_given": gettext_lazy("%(by)s approved what you asked for"),
    "approval_refused": gettext_lazy("%(by)s did not approve what you asked for"),
    "reopened": gettext_lazy("This ticket was opened again"),
    "matter_asked": gettext_lazy("%(by)s asks your department for something"),
    "matter_told": gettext_lazy("%(by)s has told something of a matter of yours"),
    "matter_overdue": gettext_lazy("A matter of yours is past its deadline, %(due)s"),
    "records_unsigned": gettext_lazy("Your team’s records of last week are not signed for yet"),
    "overdue": gettext_lazy("%(clock)s is overdue since %(due)s"),
    "due_soon": gettext_lazy("%(clock)s runs out soon, at %(due)s"),
}


WORDED = {"clock": clock, "due": lambda at: moment(timezone.localtime(datetime.fromisoformat(at)))}


def notice(code: str, by: str, facts: Mapping[str, object]) -> str:
    """The sentence of a notice; `by` as the reader may see them."""
    said = {name: WORDED.get(name, plain)(value) for name, value in facts.items()} | {"by": by or _("The desk")}
    return str(NOTICES[code]) % said if code in NOTICES else plain(code)
