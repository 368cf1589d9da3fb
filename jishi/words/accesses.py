"""What is said of an entry in the access log."""

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from . import named
from .people import reach, role
from .refused import right

register = template.Library()

ACTS = {
    "came": pgettext_lazy("access", "logged in"),
    "left": pgettext_lazy("access", "logged out"),
    "mistaken": pgettext_lazy("access", "log-in failed"),
    "held-off": pgettext_lazy("access", "held off after too many tries"),
    "refused": pgettext_lazy("access", "was refused"),
    "seen": pgettext_lazy("access", "saw unmasked"),
    "looked-up": pgettext_lazy("access", "looked up"),
    "exported": pgettext_lazy("access", "took along"),
    "imported": pgettext_lazy("access", "brought in"),
    "ruled": pgettext_lazy("access", "changed the rule"),
    "taken-on": pgettext_lazy("access", "took on"),
    "invited": pgettext_lazy("access", "made a link for"),
    "joined": pgettext_lazy("access", "chose a password by link"),
    "moved": pgettext_lazy("access", "moved"),
    "disabled": pgettext_lazy("access", "closed the account of"),
    "enabled": pgettext_lazy("access", "opened the account of"),
    "reset": pgettext_lazy("access", "locked the account of"),
    "granted": pgettext_lazy("access", "gave a right to"),
    "withdrawn": pgettext_lazy("access", "took a right from"),
    "reached": pgettext_lazy("access", "changed the reach of"),
    "demanded": pgettext_lazy("access", "demanded a second factor of"),
    "excused": pgettext_lazy("access", "no longer demands a second factor of"),
    "made": pgettext_lazy("access", "made the role"),
    "removed": pgettext_lazy("access", "removed the role"),
    "set-up": pgettext_lazy("access", "changed the set-up"),
    "factor-set": pgettext_lazy("access", "set up a second factor"),
    "factor-gone": pgettext_lazy("access", "gave up the second factor"),
    "password-set": pgettext_lazy("access", "changed the password"),
    "sessions-ended": pgettext_lazy("access", "ended all other sessions"),
}
act = register.filter("act", named(ACTS))

SAID = {"was": role, "role": role, "right": right, "reach": reach, "like": role}


@register.filter
def access_facts(facts: dict) -> str:
    """What else is known: Agent → Team lead; take in tickets; 120 rows."""
    parts = [say(facts[name]) for name, say in SAID.items() if facts.get(name)]
    if "rows" in facts:
        parts.append(_("%(n)s rows") % {"n": facts["rows"]})
    return " → ".join(parts)
