"""Words of the conversation and of its files."""

from django import template
from django.utils.translation import gettext_lazy, pgettext_lazy

from . import SPACE, named

register = template.Library()

TABS = {
    "reply": pgettext_lazy("composer", "Reply"),
    "note": pgettext_lazy("composer", "Internal note"),
    "call": pgettext_lazy("composer", "Call"),
}
tab = register.filter("tab", named(TABS))

# what an entry did to the contact clock
DID = {
    "stopped": gettext_lazy("the contact clock has stopped"),
    "running": gettext_lazy("not connected, the contact clock runs on"),
}
did = register.filter("did", named(DID))

PLACEHOLDERS = {
    "customer": gettext_lazy("name of the customer"),
    "contact": gettext_lazy("name of the contact person"),
    "number": gettext_lazy("number of the ticket"),
    "agent": gettext_lazy("staff number of who writes"),
    "product": gettext_lazy("product"),
    "serial": gettext_lazy("serial number"),
    "appointment": gettext_lazy("agreed time of the visit"),
}
placeholder = register.filter("placeholder", named(PLACEHOLDERS))


@register.filter
def size(octets: int) -> str:
    """240 kB, 3.1 MB"""
    if octets < 1_000_000:
        return f"{max(round(octets / 1000), 1)}{SPACE}kB"
    return f"{octets / 1_000_000:.1f}{SPACE}MB"


SAYS_NO = {
    "unknown-file": (
        gettext_lazy("“%(value)s” is none of the kinds of file that are taken"),
        gettext_lazy("Taken are pictures (PNG, JPEG, WebP), PDF, Word and Excel without macros, plain text and CSV."),
    ),
    "bad-picture": (
        gettext_lazy("This picture cannot be read"),
        gettext_lazy("It is damaged or has more than 40 million points. Take a screenshot of it and send that."),
    ),
    "file-too-large": (
        gettext_lazy("The file is larger than %(most)s MB"),
        gettext_lazy("Make it smaller, or put it where both can reach it and write down the place."),
    ),
    "files-too-many": (
        gettext_lazy("The files of this ticket would be more than %(most)s MB"),
        gettext_lazy("Leave out what is not needed."),
    ),
    "files-too-many-at-once": (
        gettext_lazy("More than %(most)s files at once"),
        gettext_lazy("Send them in several entries."),
    ),
    "file-gone": (
        gettext_lazy("One of the files is not here any more"),
        gettext_lazy("It waited for more than a day, or was sent before. Take it out and attach it again."),
    ),
    "placeholder-empty": (
        gettext_lazy("%(value)s stands for nothing on this ticket"),
        gettext_lazy("Write the words yourself in its place."),
    ),
}
