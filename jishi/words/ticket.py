"""What stands on a ticket: its verbs, who and how, names not meant for every eye."""

from datetime import UTC, datetime

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from . import channel, clock, duration, named, plain
from .desk import field_name
from .goodwill import FIELDS as OF_GOODWILL
from .goodwill import UNITS as OF_UNIT
from .moments import when
from .taking import TOLD
from .working import FIELDS

register = template.Library()

VERBS = {
    "answer": pgettext_lazy("verb", "Answer"),
    "attempt": pgettext_lazy("verb", "Not reached"),
    "contact": pgettext_lazy("verb", "Contacted"),
    "claim": pgettext_lazy("verb", "Claim"),
    "assign": pgettext_lazy("verb", "Assign"),
    "transfer": pgettext_lazy("verb", "Transfer"),
    "start": pgettext_lazy("verb", "Start"),
    "pause": pgettext_lazy("verb", "Pause"),
    "agree": pgettext_lazy("verb", "Agree"),
    "decline": pgettext_lazy("verb", "Decline"),
    "resume": pgettext_lazy("verb", "Resume"),
    "escalate": pgettext_lazy("verb", "Escalate"),
    "explain": pgettext_lazy("verb", "Keep, with a reason"),
    "accept": pgettext_lazy("verb", "Take over"),
    "return": pgettext_lazy("verb", "Give back"),
    "reprioritise": pgettext_lazy("verb", "Priority"),
    "chase": pgettext_lazy("verb", "Chased"),
    "visit": pgettext_lazy("verb", "Agree a visit"),
    "reschedule": pgettext_lazy("verb", "Reschedule"),
    "dispatch": pgettext_lazy("verb", "Dispatch"),
    "arrive": pgettext_lazy("verb", "Arrived"),
    "leave": pgettext_lazy("verb", "Left"),
    "diagnose": pgettext_lazy("verb", "Diagnose"),
    "grant": pgettext_lazy("verb", "Goodwill"),
    "resolve": pgettext_lazy("verb", "Resolve"),
    "confirm": pgettext_lazy("verb", "Confirmed"),
    "reopen": pgettext_lazy("verb", "Reopen"),
    "cancel": pgettext_lazy("verb", "Cancel"),
    "close": pgettext_lazy("verb", "Close"),
    "merge": pgettext_lazy("verb", "Merge"),
    "link": pgettext_lazy("verb", "Link"),
    "unlink": pgettext_lazy("verb", "Remove the link"),
    "correct": pgettext_lazy("verb", "Correct"),
    "note": pgettext_lazy("verb", "Internal note"),
}
verb = register.filter("verb", named(VERBS))

OTHERS = FIELDS | OF_GOODWILL
ASKED = {
    "owner": gettext_lazy("Who takes care of it"),
    "team": gettext_lazy("To which team"),
    "pool": gettext_lazy("To which second line"),
    "reason": gettext_lazy("Why"),
    "until": gettext_lazy("Look again at"),
    "priority": gettext_lazy("New priority"),
    "agreed": gettext_lazy("Agreed time"),
    "asked_by": gettext_lazy("Whose wish"),
    "engineer": gettext_lazy("Engineer"),
    "fault": gettext_lazy("Fault code"),
    "result": gettext_lazy("Result"),
    "cause": gettext_lazy("Cause"),
    "into": gettext_lazy("Into which ticket (number)"),
    "outcome": gettext_lazy("What happened"),
    "file": gettext_lazy("File"),
    "minutes": gettext_lazy("Minutes"),
    "note": gettext_lazy("In words"),
    "device": gettext_lazy("Device"),
    "contact": gettext_lazy("Who calls"),
    "because": gettext_lazy("Why this priority"),
    "apart": gettext_lazy("Why beside the open one"),
    "says": gettext_lazy("What is heard"),
    "source": gettext_lazy("Source"),
    "at": gettext_lazy("When it happened (now, if empty)"),
    "title": gettext_lazy("Title"),
    "body": gettext_lazy("Text"),
    "number": gettext_lazy("Staff number"),
    "role": gettext_lazy("Role"),
    "reach": gettext_lazy("Reach"),
} | OTHERS
asked = named(ASKED)


@register.filter
def label(name: str) -> str:
    """What a field of a verb's form asks for."""
    if name.startswith("reason."):
        return _("Why it was too late: %(clock)s") % {"clock": clock(name.removeprefix("reason."))}
    return asked(name)


VALUES = {
    "customer": pgettext_lazy("asked by", "the customer"),
    "us": pgettext_lazy("asked by", "ours"),
    "no-answer": gettext_lazy("nobody answered"),
    "busy": gettext_lazy("busy"),
    "wrong-number": gettext_lazy("wrong number"),
    "chased": gettext_lazy("chased by the customer"),
    "connected": pgettext_lazy("call", "connected"),
    "refused": pgettext_lazy("call", "refused to talk"),
    "voicemail": pgettext_lazy("call", "left a voice message"),
}
choice = register.filter("choice", named(VALUES))

ICONS = {
    "phone": "phone",
    "chat": "message-circle",
    "mail": "mail",
    "form": "world",
    "onsite": "map-pin",
    "app": "device-mobile",
    "api": "api",
}


@register.filter
def channel_icon(code: str) -> str:
    return ICONS.get(code, "inbox")


@register.filter
def masked(name: str) -> str:
    """A person's name for a list: 陈*, J. *. Companies are named in full."""
    first = name[:1]
    return f"{first}. *" if first.isascii() and first else f"{first}*" if first else ""


@register.filter
def short(number: str) -> str:
    """The last part of a ticket's number, enough within a list."""
    return number.rpartition("-")[2]


MOMENTS = frozenset(["agreed", "until"])


def fact(name: str, value: object) -> str:
    """One fact of an event in words: to whom, why, until when."""
    if name in TOLD:
        return TOLD[name](value)
    if name in OF_UNIT:
        return OF_UNIT[name](str(value))
    if name in MOMENTS:
        at = when(datetime.fromtimestamp(int(str(value)), UTC))
        return _("look again %(at)s") % {"at": at} if name == "until" else _("for %(at)s") % {"at": at}
    if name == "was":
        return _("from %(value)s") % {"value": plain(value)}
    if name in ("priority", "to"):
        return _("to %(value)s") % {"value": plain(value)}
    if name == "asked_by":
        return _("wish: %(who)s") % {"who": choice(value)}
    if name == "event":
        return _("entry %(place)s") % {"place": value}
    if name == "lasted":
        return duration(int(str(value)))
    if name == "channel":
        return channel(value)
    if name == "field":
        return field_name(str(value))
    if name in ("owner", "team", "pool"):
        return f"→ {plain(value)}"
    return choice(value) if value in VALUES else plain(value)


# who speaks when nobody of us did
DOORS = {
    "desk": pgettext_lazy("door", "Desk"),
    "assigning": pgettext_lazy("door", "Automatic assignment"),
    "mail": pgettext_lazy("door", "Mail"),
    "import": pgettext_lazy("door", "Import"),
    "api": pgettext_lazy("door", "Interface"),
    "demo": pgettext_lazy("door", "By itself"),
}
door = register.filter("door", named(DOORS))


# by calendar code (clocks/defaults.py); others are called by their code
CALENDARS = {
    "always": gettext_lazy("24×7"),
    "duty": gettext_lazy("24×7"),
    "service": gettext_lazy("working time"),
}
calendar = register.filter("calendar", named(CALENDARS))
