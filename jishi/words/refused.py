"""What the desk says when the house says no: what is missing, and what to do."""

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jishi.core.refused import Refused

from . import clock, event, listed, named, plain, status
from .assigning import ANSWERS
from .enlisting import SAYS_NO as NOBODY_NEW
from .enlisting import staff_columns
from .goodwill import SAYS_NO as NOT_GRANTED
from .knowledge import SAYS_NO as OF_KNOWLEDGE
from .lists import SAYS_NO as OF_LISTS
from .matters import SAYS_NO as OF_MATTERS
from .people import MAY_NOT, role
from .pool import MAY_NOT as NO_HANDOVER
from .promises import SAYS_NO, length
from .reading import ROW_ERRORS, UNREADABLE
from .records import SAYS_NO as NOT_SIGNED
from .registering import SAYS_NO as NOT_REGISTERED
from .registering import register_cell, register_fault
from .rostering import FIELDS as OF_ROSTER
from .rostering import SAYS_NO as NOT_ON_DUTY
from .rules import RULES
from .setting_up import SAYS_NO as NOT_SET_UP
from .sheets import SAYS_NO as NO_SHEET
from .taking import TAKEN_WRONGLY
from .talk import SAYS_NO as NOT_SAID
from .ticket import label
from .working import MAY_NOT as NOT_NOW

register = template.Library()

# code -> (what, what to do)
REFUSED = (
    {
        "not-allowed": (
            gettext_lazy("Your role does not allow this"),
            gettext_lazy("Ask an administrator for the right “%(right)s”, or somebody who has it to do it for you."),
        ),
        "field-missing": (
            gettext_lazy("“%(field)s” is missing"),
            gettext_lazy("It belongs to this step. Fill it in and send again."),
        ),
        "reason-missing": (
            gettext_lazy("The reason is missing"),
            gettext_lazy("One line is enough; whoever reads the journal later needs it."),
        ),
        "unknown-serial": (
            gettext_lazy("There is no device with the serial number “%(value)s”"),
            gettext_lazy("Leave it empty and choose the product, or have the device written down first."),
        ),
        "stale-form": (
            gettext_lazy("This form was open too long"),
            gettext_lazy("Nothing was changed. Go back, load the page again and send it once more."),
        ),
        "no-such-move": (
            gettext_lazy("“%(kind)s” is not possible while the ticket is %(state)s"),
            gettext_lazy("Somebody may have been faster. Load the ticket again to see what is possible now."),
        ),
    }
    | RULES
    | SAYS_NO
    | NOT_SAID
    | MAY_NOT
    | OF_LISTS
    | NOT_NOW
    | NO_HANDOVER
    | OF_KNOWLEDGE
    | OF_MATTERS
    | NO_SHEET
    | NOT_GRANTED
    | UNREADABLE
    | TAKEN_WRONGLY
    | ANSWERS
    | NOT_ON_DUTY
    | NOBODY_NEW
    | NOT_REGISTERED
    | NOT_SIGNED
    | NOT_SET_UP
)

RIGHTS = {
    "receive": gettext_lazy("take in tickets"),
    "acknowledge": gettext_lazy("acknowledge receipt"),
    "answer": gettext_lazy("answer the line"),
    "attempt": gettext_lazy("note that nobody was reached"),
    "contact": gettext_lazy("note contact with the customer"),
    "chase": gettext_lazy("note that the customer chased"),
    "visit": gettext_lazy("agree visits"),
    "change": gettext_lazy("change fields of a ticket"),
    "claim": gettext_lazy("claim tickets for oneself"),
    "link": gettext_lazy("link tickets that belong together"),
    "assign": gettext_lazy("assign tickets to people"),
    "start": gettext_lazy("start work"),
    "pause": gettext_lazy("pause the clocks"),
    "resume": gettext_lazy("resume after a pause"),
    "escalate": gettext_lazy("hand over to second line"),
    "reprioritise": gettext_lazy("change the priority"),
    "diagnose": gettext_lazy("write down the diagnosis"),
    "resolve": gettext_lazy("resolve tickets"),
    "confirm": gettext_lazy("note the customer’s confirmation"),
    "reopen": gettext_lazy("reopen tickets"),
    "reschedule": gettext_lazy("reschedule visits"),
    "dispatch": gettext_lazy("dispatch engineers"),
    "arrive": gettext_lazy("note arrival on site"),
    "leave": gettext_lazy("note leaving the site"),
    "transfer": gettext_lazy("transfer to another team"),
    "cancel": gettext_lazy("cancel tickets"),
    "close": gettext_lazy("close tickets"),
    "merge": gettext_lazy("merge tickets"),
    "correct": gettext_lazy("correct entries of the journal"),
    "accept": gettext_lazy("take over what was handed over"),
    "return": gettext_lazy("give back what was handed over"),
    "board": gettext_lazy("see the board"),
    "promises": gettext_lazy("read promises and calendars"),
    "export": gettext_lazy("take lists along"),
    "unmask": gettext_lazy("see customers’ names and numbers"),
    "audit": gettext_lazy("read the access log"),
    "publish": gettext_lazy("publish promises and calendars"),
    "records": gettext_lazy("read what is doubtful in the records"),
    "sign": gettext_lazy("explain records and sign for them"),
    "roster": gettext_lazy("draw up rosters, decide on leave"),
    "offers": gettext_lazy("see what is offered to whom, and how much everybody holds"),
    "lists": gettext_lazy("edit lists"),
    "import": gettext_lazy("bring in sheets"),
    "people": gettext_lazy("manage people"),
    "roles": gettext_lazy("manage roles and their rights"),
    "set_up": gettext_lazy("set up the desk and sign for it"),
    "erase": gettext_lazy("erase personal data"),
    "note": gettext_lazy("write notes on tickets"),
    "agree": gettext_lazy("agree to pauses and goodwill"),
    "goodwill": gettext_lazy("grant goodwill"),
    "find": gettext_lazy("look up customers"),
    "customers": gettext_lazy("keep the register of customers and devices"),
    "replies": gettext_lazy("write saved replies"),
    "coordinate": gettext_lazy("ask other departments and answer them"),
    "write": gettext_lazy("write articles"),
    "issue": gettext_lazy("publish articles"),
    "studies": gettext_lazy("see who has studied"),
}
right = register.filter("right", named(RIGHTS))

reason = named(ROW_ERRORS)

WORDED = {
    "field": lambda name: OF_ROSTER.get(name) or label(name),
    "kind": event,
    "state": status,
    "right": right,
    "role": role,
    "reason": reason,
    "lacks": lambda names: listed([str(label(name)) for name in names]),
    "staff": staff_columns,
    "cell": register_cell,
    "why": register_fault,
    "clocks": lambda names: listed([clock(name) for name in names]),
    "longest": length,
    "who": lambda names: listed(names) if isinstance(names, list) else plain(names),
}


@register.filter
def refused_what(refused: Refused) -> str:
    return _worded(refused, 0) or _("Not possible (%(code)s)") % {"code": refused.code}


@register.filter
def refused_advice(refused: Refused) -> str:
    return _worded(refused, 1) or _("Nothing was changed.")


def sentence(refused: Refused) -> str:
    """Both in one line, for a terminal."""
    # Translators: what is wrong, and what to do
    return _("%(what)s. %(advice)s") % {"what": refused_what(refused), "advice": refused_advice(refused)}


def _worded(refused: Refused, part: int) -> str:
    words = REFUSED.get(refused.code, ("", ""))[part]
    return str(words) % {name: WORDED.get(name, plain)(value) for name, value in refused.facts.items()}
