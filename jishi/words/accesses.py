"""What is said of an entry in the access log."""

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from . import named, plain
from .desk import room
from .people import reach, role
from .refused import right
from .sheets import title

register = template.Library()

ACTS = {
    "came": pgettext_lazy("access", "logged in"),
    "left": pgettext_lazy("access", "logged out"),
    "mistaken": pgettext_lazy("access", "log-in failed"),
    "held-off": pgettext_lazy("access", "held off after too many tries"),
    "refused": pgettext_lazy("access", "was refused"),
    "seen": pgettext_lazy("access", "saw unmasked"),
    "looked-up": pgettext_lazy("access", "looked up"),
    "exported": pgettext_lazy("access", "exported"),
    "imported": pgettext_lazy("access", "imported"),
    "erased": pgettext_lazy("access", "erased the data of"),
    "registered": pgettext_lazy("access", "changed the register"),
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

# what has a number or a code for its key
ABOUT = {
    "company": pgettext_lazy("about", "Company"),
    "record": pgettext_lazy("about", "Set-up record no. %(key)s"),
    "department": pgettext_lazy("about", "Department no. %(key)s"),
    "team": pgettext_lazy("about", "Team no. %(key)s"),
    "point": pgettext_lazy("about", "Service point no. %(key)s"),
    "service_type": pgettext_lazy("about", "Service type %(key)s"),
    "field": pgettext_lazy("about", "Custom field %(key)s"),
    "benchmark": pgettext_lazy("about", "Benchmark no. %(key)s"),
    "rule": pgettext_lazy("about", "Urgency rule no. %(key)s"),
    "upload": pgettext_lazy("about", "File no. %(key)s"),
    "customer": pgettext_lazy("about", "Customer %(key)s"),
    "goodwill": pgettext_lazy("about", "Goodwill limit %(key)s"),
}
CALLED = {"role": role, "page": room, "list": title}


@register.filter
def about(entry: object) -> str:
    """What an entry is about: Benchmark no. 2, Team lead, JS-2026-11-0516."""
    if entry.of in ABOUT:
        return str(ABOUT[entry.of]) % {"key": entry.key}
    return CALLED.get(entry.of, plain)(entry.key) if entry.key else plain(entry.of)


SAID = {"was": role, "role": role, "right": right, "reach": reach, "like": role}


@register.filter
def access_facts(facts: dict) -> str:
    """What else is known: Agent → Team lead; take in tickets; 120 rows."""
    parts = [say(facts[name]) for name, say in SAID.items() if facts.get(name)]
    if "rows" in facts:
        parts.append(_("%(n)s rows") % {"n": facts["rows"]})
    return " → ".join(parts)
