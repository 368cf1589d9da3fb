"""The lists people edit: what they are called and what they are for. Their items bring names of their own."""

from typing import Any

from django import template
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from . import named

register = template.Library()

NAMES = {
    "pause": pgettext_lazy("list", "Pauses"),
    "breach": pgettext_lazy("list", "Broken promises"),
    "cancel": pgettext_lazy("list", "Cancellations"),
    "transfer": pgettext_lazy("list", "Transfers"),
    "return": pgettext_lazy("list", "Given back"),
    "refusal": pgettext_lazy("list", "Offers refused"),
    "explain": pgettext_lazy("list", "Not handed over"),
    "fault": pgettext_lazy("list", "Fault codes"),
    "result": pgettext_lazy("list", "Results"),
    "complaint": pgettext_lazy("list", "Complaints"),
    "goodwill": pgettext_lazy("list", "Kinds of goodwill"),
}
NOTES = {
    "pause": _("why a ticket waits, and which clocks stand still meanwhile"),
    "breach": _("why a promise was broken; asked before the ticket is closed"),
    "cancel": _("why it need not be done"),
    "transfer": _("why another team takes it over"),
    "return": _("why second line hands it back"),
    "refusal": _("why somebody does not take what was offered to them"),
    "explain": _("why first line keeps an urgent ticket beyond its time"),
    "fault": _("what was wrong; asked before the ticket is resolved"),
    "result": _("how it ended"),
    "complaint": _("what customers complain of"),
    "goodwill": _("what may be given beyond what is owed; its unit stays"),
}
list_name = register.filter("list_name", named(NAMES))
list_note = register.filter("list_note", named(NOTES))


@register.filter
def otherwise(row: Any) -> str:
    """Its name in the language that is not the reader's."""
    return row.name if str(row) != row.name else row.name_en


SAYS_NO = {
    "unknown-list": (
        _("There is no list “%(value)s”"),
        _("Choose one of the lists offered."),
    ),
    "code-taken": (
        _("The code “%(value)s” is taken in this list"),
        _("Codes stay for ever, also those of retired items. Choose another, or offer the retired one again."),
    ),
}
