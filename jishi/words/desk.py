"""Words of the desk: rooms, lists and their columns."""

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from . import SPACE, UNITS, dimension, duration, field, named, names

register = template.Library()

ROOMS = {
    "board": pgettext_lazy("room", "Board"),
    "tickets": pgettext_lazy("room", "Tickets"),
    "offers": pgettext_lazy("room", "Assignment"),
    "offer-rules": pgettext_lazy("room", "Assignment rules"),
    "roster": pgettext_lazy("room", "Roster"),
    "policy": pgettext_lazy("room", "Promises"),
    "calendar": pgettext_lazy("room", "Calendars"),
    "sheets": pgettext_lazy("room", "Bring in"),
    "lists": pgettext_lazy("room", "Lists"),
    "pool": pgettext_lazy("room", "Escalation pool"),
    "knowledge": pgettext_lazy("room", "Knowledge"),
    "matters": pgettext_lazy("room", "Other departments"),
    "goodwill": pgettext_lazy("room", "Goodwill"),
    "urgency": pgettext_lazy("room", "Urgency"),
    "notices": pgettext_lazy("room", "Notices"),
    "records": pgettext_lazy("room", "Records"),
    "setting-up": pgettext_lazy("room", "Set-up"),
    "replies": pgettext_lazy("room", "Saved replies"),
    "people": pgettext_lazy("room", "People"),
    "customers": pgettext_lazy("room", "Customers"),
    "roles": pgettext_lazy("room", "Roles and rights"),
    "accesses": pgettext_lazy("room", "Access log"),
    "parts": pgettext_lazy("room", "Parts"),
}
room = register.filter("room", named(ROOMS))

VIEWS = {
    "unfinished": pgettext_lazy("view", "Unfinished"),
    "mine": pgettext_lazy("view", "Mine"),
    "team": pgettext_lazy("view", "My team"),
    "due_soon": pgettext_lazy("view", "Due soon"),
    "breached": pgettext_lazy("view", "Overdue"),
    "unassigned": pgettext_lazy("view", "Unassigned"),
    "paused": pgettext_lazy("view", "Waiting"),
    "asked": pgettext_lazy("view", "To agree"),
    "chased": pgettext_lazy("view", "Chased"),
    "pooled": pgettext_lazy("view", "Waiting for second line"),
    "doubtful": pgettext_lazy("view", "Doubtful"),
    "all": pgettext_lazy("view", "All"),
}
view = register.filter("view", named(VIEWS))

ORDERS = {
    "due": pgettext_lazy("order", "By time left"),
    "newest": pgettext_lazy("order", "Newest first"),
    "oldest": pgettext_lazy("order", "Oldest first"),
}
order = register.filter("order", named(ORDERS))

zone = register.filter("zone", named(names.ZONES))

COLUMNS = {
    "received_at": gettext_lazy("Received"),
    "chases": gettext_lazy("Chased"),
    "source": gettext_lazy("Source"),
    "point": gettext_lazy("Service point"),
}


@register.filter
def field_name(name: str) -> str:
    """The head of a column or the label of a condition."""
    if name in COLUMNS:
        return str(COLUMNS[name])
    return dimension(name) if name in names.DIMENSIONS else field(name.removeprefix("own."))


@register.filter
def hours(low: int, high: int | None = None) -> str:
    """A span of ages: 4–24 h, 3–7 d, over 7 d."""
    unit, size = ("h", 1) if (high or low) <= 24 else ("d", 24)
    if high is None:
        return _("over %(amount)s") % {"amount": duration(low * 3600)}
    return f"{low // size}–{high // size}{SPACE}{UNITS[unit]}"
