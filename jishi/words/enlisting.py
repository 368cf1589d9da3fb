"""What is said of a list of staff that comes in from a sheet."""

from django import template
from django.utils.translation import gettext_lazy as _

from . import listed, named
from .sheets import heading

register = template.Library()

# why a cell cannot be taken
FAULTS = {
    "missing": _("This has to be said"),
    "bad-number": _("Letters, digits, “.”, “-” and “_”, at most 64"),
    "number-twice": _("The same number stands further up"),
    "too-long": _("Longer than 120 characters"),
    "unknown-role": _("No role is called so"),
    "role-beyond": _("This role may do more than yours"),
    "unknown-place": _("None that you may choose is called so"),
    "bad-mail": _("This is no mail address"),
}
staff_fault = register.filter("staff_fault", named(FAULTS))

SAYS_NO = {
    "no-staff-columns": (
        _("This sheet has no column: %(staff)s"),
        _("Head the columns as the exported list of people does; number, name and role are needed."),
    ),
    "staff-same": (
        _("Everybody in this sheet is here already"),
        _("Add rows of new people, then bring it once more."),
    ),
    "staff-changed": (
        _("People or places changed since the sheet was read"),
        _("Nobody was taken on. Bring the sheet once more to see who is new now."),
    ),
}


@register.filter
def staff_column(name: str) -> str:
    """As the exported list heads it."""
    return str(heading("staff_number" if name == "number" else name))


def staff_columns(names: list[str]) -> str:
    return listed([staff_column(name) for name in names])
